"""Feature columns that `bad_inputs` tries; see `bad_input_estimators`."""

from tests.oracle.legacy import (
    layers,
    tf,
)

from .bad_input_estimators import X, column, ids, plain


def targets():
    def parsed(make):
        def call(**arguments):
            column = make(**arguments)
            return str(column), layers.create_feature_spec_for_parsing([column])

        return plain(call)

    yield (
        "real_valued_column",
        parsed(layers.real_valued_column),
        lambda: {
            "column_name": "x",
            "dimension": 1,
            "default_value": None,
            "dtype": tf.float32,
            "normalizer": None,
        },
    )
    yield (
        "hash_bucket",
        parsed(layers.sparse_column_with_hash_bucket),
        lambda: {"column_name": "x", "hash_bucket_size": 5, "combiner": "sum", "dtype": tf.string},
    )
    yield (
        "keys",
        parsed(layers.sparse_column_with_keys),
        lambda: {"column_name": "x", "keys": ["a"], "default_value": -1, "combiner": "sum"},
    )
    yield (
        "integerized",
        parsed(layers.sparse_column_with_integerized_feature),
        lambda: {"column_name": "x", "bucket_size": 5, "combiner": "sum", "dtype": tf.int64},
    )
    yield (
        "vocabulary_file",
        parsed(layers.sparse_column_with_vocabulary_file),
        lambda: {
            "column_name": "x",
            "vocabulary_file": "v",
            "num_oov_buckets": 0,
            "vocab_size": 2,
            "default_value": -1,
        },
    )
    yield (
        "embedding_column",
        parsed(layers.embedding_column),
        lambda: {
            "sparse_id_column": ids(),
            "dimension": 2,
            "combiner": "mean",
            "initializer": None,
            "ckpt_to_load_from": None,
            "max_norm": None,
        },
    )
    yield (
        "one_hot_column",
        parsed(layers.one_hot_column),
        lambda: {"sparse_id_column": ids()},
    )
    yield (
        "bucketized_column",
        parsed(layers.bucketized_column),
        lambda: {"source_column": layers.real_valued_column("x"), "boundaries": [1.0, 2.0]},
    )
    yield (
        "crossed_column",
        parsed(layers.crossed_column),
        lambda: {
            "columns": [ids(), layers.sparse_column_with_hash_bucket("j", 5)],
            "hash_bucket_size": 5,
            "combiner": "sum",
            "hash_key": None,
        },
    )
    yield (
        "weighted_sparse_column",
        parsed(layers.weighted_sparse_column),
        lambda: {"sparse_id_column": ids(), "weight_column_name": "w", "dtype": tf.float32},
    )
    yield (
        "input_from_feature_columns",
        plain(layers.input_from_feature_columns),
        lambda: {
            "columns_to_tensors": {"x": tf.constant(X)},
            "feature_columns": [column()],
            "scope": None,
        },
    )
    yield (
        "weighted_sum_from_feature_columns",
        plain(layers.weighted_sum_from_feature_columns),
        lambda: {
            "columns_to_tensors": {"x": tf.constant(X)},
            "feature_columns": [column()],
            "num_outputs": 1,
        },
    )
    yield (
        "parse_feature_columns_from_examples",
        plain(layers.parse_feature_columns_from_examples),
        lambda: {"serialized": tf.constant([""]), "feature_columns": [ids()]},
    )
