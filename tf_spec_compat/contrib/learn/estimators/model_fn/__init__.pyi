# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.model.mode_keys import ModeKeys as ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps as ModelFnOps

__all__ = ["ModeKeys", "ModelFnOps"]
