# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import enqueue_data as enqueue_data
from tf_spec_compat.inputs.generator_io import generator_input_fn as generator_input_fn

__all__ = ["generator_input_fn"]
