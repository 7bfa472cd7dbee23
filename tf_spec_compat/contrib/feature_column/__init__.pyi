# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.contrib.feature_column import python as python
from tf_spec_compat.contrib.feature_column import sequence_feature_column as sequence_feature_column
from tf_spec_compat.extras.sequence_columns import sequence_input_layer as sequence_input_layer

__all__ = [
    "sequence_categorical_column_with_hash_bucket",
    "sequence_categorical_column_with_identity",
    "sequence_categorical_column_with_vocabulary_file",
    "sequence_categorical_column_with_vocabulary_list",
    "sequence_input_layer",
    "sequence_numeric_column",
]

sequence_categorical_column_with_hash_bucket: Any
sequence_categorical_column_with_identity: Any
sequence_categorical_column_with_vocabulary_file: Any
sequence_categorical_column_with_vocabulary_list: Any
sequence_numeric_column: Any
