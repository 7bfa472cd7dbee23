"""`tensorflow.contrib.feature_column`, and its one module."""

from __future__ import annotations

__all__ = ["ALIASES"]

_COLUMNS = {
    f"sequence_{name}": f"tf.feature_column.sequence_{name}"
    for name in (
        "categorical_column_with_hash_bucket",
        "categorical_column_with_identity",
        "categorical_column_with_vocabulary_file",
        "categorical_column_with_vocabulary_list",
        "numeric_column",
    )
}

ALIASES = {
    "tensorflow.contrib.feature_column": _COLUMNS,
    "tensorflow.contrib.feature_column.sequence_feature_column": _COLUMNS,
}
