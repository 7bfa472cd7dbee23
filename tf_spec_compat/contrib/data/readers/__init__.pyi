# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.extras.data import read_batch_features as read_batch_features

__all__ = [
    "CsvDataset",
    "SqlDataset",
    "make_batched_features_dataset",
    "make_csv_dataset",
    "read_batch_features",
]

make_batched_features_dataset: Any
make_csv_dataset: Any

class CsvDataset(Any): ...
class SqlDataset(Any): ...
