# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = ["dense_to_sparse_tensor", "indicators_to_sparse_ids", "sparse_row_envelope"]

dense_to_sparse_tensor: Any
indicators_to_sparse_ids: Any
sparse_row_envelope: Any
