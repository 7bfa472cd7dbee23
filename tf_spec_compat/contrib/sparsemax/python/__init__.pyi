# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.sparsemax.python import ops as ops

__all__ = []
