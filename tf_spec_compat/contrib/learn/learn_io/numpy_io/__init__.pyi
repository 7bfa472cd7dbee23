# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.inputs.numpy_io import numpy_input_fn as numpy_input_fn

__all__ = ["numpy_input_fn"]
