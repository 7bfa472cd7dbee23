"""`tensorflow.contrib.layers.feature_column`: columns that say how a model takes in its features.

`feature_column_ops` takes them into a model. Most of them are columns of `tf.feature_column` too,
of its first generation, so `tf.compat.v1.feature_column.input_layer`, `linear_model` and the canned
estimators take them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.columns.bucketized import _BucketizedColumn as _BucketizedColumn
from tf_spec_compat.columns.column import _FeatureColumn as _FeatureColumn
from tf_spec_compat.columns.column import (
    _LazyBuilderByColumnsToTensor as _LazyBuilderByColumnsToTensor,
)
from tf_spec_compat.columns.column import create_feature_spec_for_parsing
from tf_spec_compat.columns.crossed import _CrossedColumn as _CrossedColumn
from tf_spec_compat.columns.embedding import _EmbeddingColumn as _EmbeddingColumn
from tf_spec_compat.columns.embedding import _ScatteredEmbeddingColumn as _ScatteredEmbeddingColumn
from tf_spec_compat.columns.embedding_factories import (
    embedding_column,
    make_place_holder_tensors_for_base_features,
    shared_embedding_columns,
)
from tf_spec_compat.columns.factories import (
    bucketized_column,
    crossed_column,
    one_hot_column,
    scattered_embedding_column,
    sparse_column_with_hash_bucket,
    sparse_column_with_integerized_feature,
    sparse_column_with_keys,
    sparse_column_with_vocabulary_file,
    weighted_sparse_column,
)
from tf_spec_compat.columns.lookup import (
    _DeepEmbeddingLookupArguments as _DeepEmbeddingLookupArguments,
)
from tf_spec_compat.columns.lookup import _embeddings_from_arguments as _embeddings_from_arguments
from tf_spec_compat.columns.lookup import (
    _LinearEmbeddingLookupArguments as _LinearEmbeddingLookupArguments,
)
from tf_spec_compat.columns.lookup import (
    _maybe_restore_from_checkpoint as _maybe_restore_from_checkpoint,
)
from tf_spec_compat.columns.real_valued import _RealValuedColumn as _RealValuedColumn
from tf_spec_compat.columns.real_valued import (
    _reshape_real_valued_tensor as _reshape_real_valued_tensor,
)
from tf_spec_compat.columns.real_valued import real_valued_column
from tf_spec_compat.columns.sparse import _SparseColumn as _SparseColumn
from tf_spec_compat.columns.sparse import _SparseColumnHashed as _SparseColumnHashed
from tf_spec_compat.columns.sparse import _SparseColumnIntegerized as _SparseColumnIntegerized
from tf_spec_compat.columns.sparse import _SparseColumnKeys as _SparseColumnKeys
from tf_spec_compat.columns.sparse import _SparseColumnVocabulary as _SparseColumnVocabulary
from tf_spec_compat.columns.sparse import _SparseIdLookupConfig as _SparseIdLookupConfig
from tf_spec_compat.columns.var_len import (
    _real_valued_var_len_column as _real_valued_var_len_column,
)
from tf_spec_compat.columns.var_len import _RealValuedVarLenColumn as _RealValuedVarLenColumn
from tf_spec_compat.columns.weighted import _OneHotColumn as _OneHotColumn
from tf_spec_compat.columns.weighted import _WeightedSparseColumn as _WeightedSparseColumn

__all__ = [
    "bucketized_column",
    "create_feature_spec_for_parsing",
    "crossed_column",
    "embedding_column",
    "make_place_holder_tensors_for_base_features",
    "one_hot_column",
    "real_valued_column",
    "scattered_embedding_column",
    "shared_embedding_columns",
    "sparse_column_with_hash_bucket",
    "sparse_column_with_integerized_feature",
    "sparse_column_with_keys",
    "sparse_column_with_vocabulary_file",
    "weighted_sparse_column",
]


def _get_feature_config(feature_column: Any) -> dict[Any, Any]:
    """Returns how a column's feature is parsed; raises TypeError if it is none of contrib."""
    if not isinstance(feature_column, _FeatureColumn):
        raise TypeError(
            "feature_columns should only contain instances of _FeatureColumn. Given column is "
            f"{feature_column}"
        )
    return feature_column.config


def _create_sequence_feature_spec_for_parsing(
    sequence_feature_columns: Iterable[Any], allow_missing_by_default: bool = False
) -> dict[Any, Any]:
    """Returns the `sequence_features` of `tf.io.parse_single_sequence_example` for columns.

    Args:
      sequence_feature_columns: Columns of contrib.
      allow_missing_by_default: Whether examples may lack a dense feature that has no default; one
        that has a default may be missing anyway.

    Returns:
      Feature name -> `tf.io.FixedLenSequenceFeature` or `tf.io.VarLenFeature`.
    """
    spec = {}
    for key, feature in create_feature_spec_for_parsing(sequence_feature_columns).items():
        if isinstance(feature, tf.io.VarLenFeature):
            spec[key] = feature
        else:
            missing = allow_missing_by_default or feature.default_value is not None
            spec[key] = tf.io.FixedLenSequenceFeature(feature.shape, feature.dtype, missing)
    return spec
