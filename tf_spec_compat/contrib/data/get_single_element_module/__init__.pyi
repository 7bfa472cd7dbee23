# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.extras.data import reduce_dataset as reduce_dataset

__all__ = ["get_single_element", "reduce_dataset"]

get_single_element: Any
