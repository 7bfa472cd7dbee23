# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.quantization.python import array_ops as array_ops
from tf_spec_compat.contrib.quantization.python import math_ops as math_ops
from tf_spec_compat.contrib.quantization.python import nn_ops as nn_ops

__all__ = []
