# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.extras.data import assert_element_shape as assert_element_shape
from tf_spec_compat.extras.data import batch_and_drop_remainder as batch_and_drop_remainder
from tf_spec_compat.extras.data import (
    padded_batch_and_drop_remainder as padded_batch_and_drop_remainder,
)

__all__ = [
    "assert_element_shape",
    "batch_and_drop_remainder",
    "dense_to_sparse_batch",
    "map_and_batch",
    "padded_batch_and_drop_remainder",
    "unbatch",
]

dense_to_sparse_batch: Any
map_and_batch: Any
unbatch: Any
