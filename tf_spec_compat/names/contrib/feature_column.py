"""`tensorflow.contrib.feature_column`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

_TF_FEATURE_COLUMN = (
    "sequence_categorical_column_with_hash_bucket sequence_categorical_column_with_identity "
    "sequence_categorical_column_with_vocabulary_file "
    "sequence_categorical_column_with_vocabulary_list sequence_numeric_column"
)

TABLE = Table(
    hint="the core columns are in tf.feature_column",
    modules={
        "": {"tf.feature_column": _TF_FEATURE_COLUMN},
        "sequence_feature_column": {"tf.feature_column": _TF_FEATURE_COLUMN},
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
