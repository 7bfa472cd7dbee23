# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.contrib.data import batching as batching
from tf_spec_compat.contrib.data import counter as counter
from tf_spec_compat.contrib.data import enumerate_ops as enumerate_ops
from tf_spec_compat.contrib.data import error_ops as error_ops
from tf_spec_compat.contrib.data import get_single_element_module as get_single_element_module
from tf_spec_compat.contrib.data import grouping as grouping
from tf_spec_compat.contrib.data import interleave_ops as interleave_ops
from tf_spec_compat.contrib.data import iterator_ops as iterator_ops
from tf_spec_compat.contrib.data import parsing_ops as parsing_ops
from tf_spec_compat.contrib.data import prefetching_ops as prefetching_ops
from tf_spec_compat.contrib.data import python as python
from tf_spec_compat.contrib.data import random_ops as random_ops
from tf_spec_compat.contrib.data import readers as readers
from tf_spec_compat.contrib.data import resampling as resampling
from tf_spec_compat.contrib.data import scan_ops as scan_ops
from tf_spec_compat.contrib.data import shuffle_ops as shuffle_ops
from tf_spec_compat.contrib.data import sliding as sliding
from tf_spec_compat.contrib.data import unique_module as unique_module
from tf_spec_compat.contrib.data import writers as writers
from tf_spec_compat.extras.data import assert_element_shape as assert_element_shape
from tf_spec_compat.extras.data import batch_and_drop_remainder as batch_and_drop_remainder
from tf_spec_compat.extras.data import (
    padded_batch_and_drop_remainder as padded_batch_and_drop_remainder,
)
from tf_spec_compat.extras.data import read_batch_features as read_batch_features
from tf_spec_compat.extras.data import reduce_dataset as reduce_dataset
from tf_spec_compat.extras.data import sliding_window_batch as sliding_window_batch
from tf_spec_compat.extras.data import sloppy_interleave as sloppy_interleave

__all__ = [
    "AUTOTUNE",
    "Counter",
    "CsvDataset",
    "Dataset",
    "FixedLengthRecordDataset",
    "Iterator",
    "Optional",
    "RandomDataset",
    "Reducer",
    "SqlDataset",
    "TFRecordDataset",
    "TFRecordWriter",
    "TextLineDataset",
    "assert_element_shape",
    "batch_and_drop_remainder",
    "bucket_by_sequence_length",
    "choose_from_datasets",
    "copy_to_device",
    "dense_to_sparse_batch",
    "enumerate_dataset",
    "get_next_as_optional",
    "get_single_element",
    "group_by_reducer",
    "group_by_window",
    "ignore_errors",
    "make_batched_features_dataset",
    "make_csv_dataset",
    "make_saveable_from_iterator",
    "map_and_batch",
    "padded_batch_and_drop_remainder",
    "parallel_interleave",
    "parse_example_dataset",
    "prefetch_to_device",
    "read_batch_features",
    "reduce_dataset",
    "rejection_resample",
    "sample_from_datasets",
    "scan",
    "shuffle_and_repeat",
    "sliding_window_batch",
    "sloppy_interleave",
    "unbatch",
    "unique",
]

AUTOTUNE: Any
bucket_by_sequence_length: Any
choose_from_datasets: Any
copy_to_device: Any
dense_to_sparse_batch: Any
enumerate_dataset: Any
get_next_as_optional: Any
get_single_element: Any
group_by_reducer: Any
group_by_window: Any
ignore_errors: Any
make_batched_features_dataset: Any
make_csv_dataset: Any
make_saveable_from_iterator: Any
map_and_batch: Any
parallel_interleave: Any
parse_example_dataset: Any
prefetch_to_device: Any
rejection_resample: Any
sample_from_datasets: Any
scan: Any
shuffle_and_repeat: Any
unbatch: Any
unique: Any

class Counter(Any): ...
class CsvDataset(Any): ...
class Dataset(Any): ...
class FixedLengthRecordDataset(Any): ...
class Iterator(Any): ...
class Optional(Any): ...
class RandomDataset(Any): ...
class Reducer(Any): ...
class SqlDataset(Any): ...
class TFRecordDataset(Any): ...
class TFRecordWriter(Any): ...
class TextLineDataset(Any): ...
