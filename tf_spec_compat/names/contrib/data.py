"""`tensorflow.contrib.data`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

_DATA = "assert_element_shape batch_and_drop_remainder padded_batch_and_drop_remainder"

TABLE = Table(
    hint="tf.data has its parts: tf.data.experimental, tf.data.Dataset",
    modules={
        "": {
            "extras.data": (
                _DATA + " read_batch_features reduce_dataset sliding_window_batch sloppy_interleave"
            ),
            "tf.compat.v1.data": (
                "Dataset FixedLengthRecordDataset Iterator TFRecordDataset TextLineDataset"
            ),
            "tf.compat.v1.data.experimental": (
                "AUTOTUNE Counter CsvDataset Optional RandomDataset Reducer SqlDataset "
                "TFRecordWriter bucket_by_sequence_length choose_from_datasets copy_to_device "
                "dense_to_sparse_batch enumerate_dataset get_next_as_optional get_single_element "
                "group_by_reducer group_by_window ignore_errors make_batched_features_dataset "
                "make_csv_dataset make_saveable_from_iterator map_and_batch parallel_interleave "
                "parse_example_dataset prefetch_to_device rejection_resample sample_from_datasets "
                "scan shuffle_and_repeat unbatch unique"
            ),
        },
        "batching": {
            "extras.data": _DATA,
            "tf.compat.v1.data.experimental": "dense_to_sparse_batch map_and_batch unbatch",
        },
        "counter": {"tf.compat.v1.data.experimental": "Counter"},
        "enumerate_ops": {"tf.compat.v1.data.experimental": "enumerate_dataset"},
        "error_ops": {"tf.compat.v1.data.experimental": "ignore_errors"},
        "get_single_element_module": {
            "extras.data": "reduce_dataset",
            "tf.compat.v1.data.experimental": "get_single_element",
        },
        "grouping": {
            "tf.compat.v1.data.experimental": (
                "Reducer bucket_by_sequence_length group_by_reducer group_by_window"
            ),
        },
        "interleave_ops": {
            "extras.data": "sloppy_interleave",
            "tf.compat.v1.data.experimental": (
                "choose_from_datasets parallel_interleave sample_from_datasets"
            ),
        },
        "iterator_ops": {"tf.compat.v1.data.experimental": "make_saveable_from_iterator"},
        "parsing_ops": {"tf.compat.v1.data.experimental": "parse_example_dataset"},
        "prefetching_ops": {"tf.compat.v1.data.experimental": "copy_to_device prefetch_to_device"},
        "random_ops": {"tf.compat.v1.data.experimental": "RandomDataset"},
        "readers": {
            "extras.data": "read_batch_features",
            "tf.compat.v1.data.experimental": (
                "CsvDataset SqlDataset make_batched_features_dataset make_csv_dataset"
            ),
        },
        "resampling": {"tf.compat.v1.data.experimental": "rejection_resample"},
        "scan_ops": {"tf.compat.v1.data.experimental": "scan"},
        "shuffle_ops": {"tf.compat.v1.data.experimental": "shuffle_and_repeat"},
        "sliding": {"extras.data": "sliding_window_batch"},
        "unique_module": {"tf.compat.v1.data.experimental": "unique"},
        "writers": {"tf.compat.v1.data.experimental": "TFRecordWriter"},
    },
    gone={
        "CheckpointInputPipelineHook": (
            "use a hook that saves tf.data.experimental.make_saveable_from_iterator"
        ),
        "LMDBDataset": "use the package tensorflow-io",
        "threadpool": "use tf.data.Options and its threading options",
    },
)
