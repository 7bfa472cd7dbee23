"""`tensorflow.contrib.feature_column`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

TABLE = Table(
    hint="the core columns are in tf.feature_column",
    modules={
        "": {
            "tf.feature_column": (
                "sequence_categorical_column_with_hash_bucket "
                "sequence_categorical_column_with_identity "
                "sequence_categorical_column_with_vocabulary_file "
                "sequence_categorical_column_with_vocabulary_list sequence_numeric_column"
            ),
        },
        "sequence_feature_column": {
            "tf.feature_column": (
                "sequence_categorical_column_with_hash_bucket "
                "sequence_categorical_column_with_identity "
                "sequence_categorical_column_with_vocabulary_file "
                "sequence_categorical_column_with_vocabulary_list sequence_numeric_column"
            ),
        },
    },
    gone={
        "sequence_feature_column.sequence_input_layer": (
            "use the layer SequenceFeatures of Keras 2, in the package tf-keras"
        ),
        "sequence_input_layer": (
            "use the layer SequenceFeatures of Keras 2, in the package tf-keras"
        ),
    },
)
