# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.data import *
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
from tf_spec_compat.contrib.data import random_ops as random_ops
from tf_spec_compat.contrib.data import readers as readers
from tf_spec_compat.contrib.data import resampling as resampling
from tf_spec_compat.contrib.data import scan_ops as scan_ops
from tf_spec_compat.contrib.data import shuffle_ops as shuffle_ops
from tf_spec_compat.contrib.data import sliding as sliding
from tf_spec_compat.contrib.data import unique_module as unique_module
from tf_spec_compat.contrib.data import writers as writers

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
