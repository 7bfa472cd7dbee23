# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.data import sliding_window_batch as sliding_window_batch

__all__ = ["sliding_window_batch"]
