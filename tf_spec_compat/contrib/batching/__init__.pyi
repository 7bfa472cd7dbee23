# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import batch_function as batch_function
from tf_spec_compat.contrib.batching import batch_ops as batch_ops
from tf_spec_compat.contrib.batching import python as python

__all__ = ["batch_function"]
