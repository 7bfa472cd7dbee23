# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.tpu.python import ops as ops
from tf_spec_compat.contrib.tpu.python import tpu as tpu

__all__ = []
