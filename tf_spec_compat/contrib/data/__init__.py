"""`tensorflow.contrib.data`: what became `tf.data` and `tf.data.experimental`."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

_OWN = (
    "assert_element_shape",
    "batch_and_drop_remainder",
    "padded_batch_and_drop_remainder",
    "read_batch_features",
    "reduce_dataset",
    "sliding_window_batch",
    "sloppy_interleave",
)

_EXPERIMENTAL = (
    "AUTOTUNE",
    "Counter",
    "CsvDataset",
    "Optional",
    "RandomDataset",
    "Reducer",
    "SqlDataset",
    "TFRecordWriter",
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
    "parallel_interleave",
    "parse_example_dataset",
    "prefetch_to_device",
    "rejection_resample",
    "sample_from_datasets",
    "scan",
    "shuffle_and_repeat",
    "unbatch",
    "unique",
)

# Until TF 1.4 `tf.data` itself was here.
_CORE = (
    "Dataset",
    "FixedLengthRecordDataset",
    "Iterator",
    "TFRecordDataset",
    "TextLineDataset",
)

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        **dict.fromkeys(_OWN, ".transformations"),
        **{name: f"tf.compat.v1.data.experimental.{name}" for name in _EXPERIMENTAL},
        **{name: f"tf.compat.v1.data.{name}" for name in _CORE},
    },
)
