# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.feature_column import *
from tf_spec_compat.contrib.feature_column import sequence_feature_column as sequence_feature_column

__all__ = [
    "sequence_categorical_column_with_hash_bucket",
    "sequence_categorical_column_with_identity",
    "sequence_categorical_column_with_vocabulary_file",
    "sequence_categorical_column_with_vocabulary_list",
    "sequence_input_layer",
    "sequence_numeric_column",
]
