"""`tensorflow.contrib.data.python.ops`: modules of names that the package itself has."""

from __future__ import annotations

__all__ = ["ALIASES"]

_PACKAGE = "tf_spec_compat.contrib.data"

_MODULES = {
    "batching": (
        "assert_element_shape",
        "batch_and_drop_remainder",
        "dense_to_sparse_batch",
        "map_and_batch",
        "padded_batch_and_drop_remainder",
        "unbatch",
    ),
    "counter": ("Counter",),
    "enumerate_ops": ("enumerate_dataset",),
    "error_ops": ("ignore_errors",),
    "grouping": ("Reducer", "bucket_by_sequence_length", "group_by_reducer", "group_by_window"),
    "interleave_ops": (
        "choose_from_datasets",
        "parallel_interleave",
        "sample_from_datasets",
        "sloppy_interleave",
    ),
    "iterator_ops": ("make_saveable_from_iterator",),
    "parsing_ops": ("parse_example_dataset",),
    "prefetching_ops": ("copy_to_device", "prefetch_to_device"),
    "random_ops": ("RandomDataset",),
    "readers": (
        "CsvDataset",
        "SqlDataset",
        "make_batched_features_dataset",
        "make_csv_dataset",
        "read_batch_features",
    ),
    "resampling": ("rejection_resample",),
    "scan_ops": ("scan",),
    "shuffle_ops": ("shuffle_and_repeat",),
    "sliding": ("sliding_window_batch",),
    "writers": ("TFRecordWriter",),
}

ALIASES = {
    f"tensorflow.contrib.data.{module}": dict.fromkeys(names, _PACKAGE)
    for module, names in _MODULES.items()
}
