# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.training.hparam_pb2 import HParamDef as HParamDef

__all__ = ["HParamDef"]
