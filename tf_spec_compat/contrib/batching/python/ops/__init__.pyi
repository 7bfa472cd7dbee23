# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.batching import *
from tf_spec_compat.contrib.batching import batch_ops as batch_ops

__all__ = ["batch_function"]
