# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import batch_function as batch_function
from tf_spec_compat._tf.private import batch_function as batch_function_v1
from tf_spec_compat._tf.private import batch_op as batch
from tf_spec_compat._tf.private import unbatch_op as unbatch

__all__ = ["batch", "batch_function", "batch_function_v1", "unbatch"]
