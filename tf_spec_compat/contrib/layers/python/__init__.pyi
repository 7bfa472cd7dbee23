# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.layers.python import layers as layers
from tf_spec_compat.contrib.layers.python import ops as ops

__all__ = []
