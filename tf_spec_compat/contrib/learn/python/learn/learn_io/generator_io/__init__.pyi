# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.learn_io.generator_io import *
from tf_spec_compat.contrib.learn.learn_io.generator_io import enqueue_data as enqueue_data

__all__ = ["generator_input_fn"]
