# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.columns.bucketized import BucketizedColumn
from tf_spec_compat.columns.bucketized import bucketized_column as bucketized_column
from tf_spec_compat.columns.column import FeatureColumn, LazyBuilderByColumnsToTensor
from tf_spec_compat.columns.crossed import CrossedColumn
from tf_spec_compat.columns.crossed import crossed_column as crossed_column
from tf_spec_compat.columns.embedding import EmbeddingColumn, ScatteredEmbeddingColumn
from tf_spec_compat.columns.embedding_factories import embedding_column as embedding_column
from tf_spec_compat.columns.embedding_factories import (
    scattered_embedding_column as scattered_embedding_column,
)
from tf_spec_compat.columns.embedding_factories import (
    shared_embedding_columns as shared_embedding_columns,
)
from tf_spec_compat.columns.feature_spec import (
    create_feature_spec_for_parsing as create_feature_spec_for_parsing,
)
from tf_spec_compat.columns.feature_spec import create_sequence_feature_spec, get_feature_config
from tf_spec_compat.columns.feature_spec import (
    make_place_holder_tensors_for_base_features as make_place_holder_tensors_for_base_features,
)
from tf_spec_compat.columns.lookup_arguments import (
    DeepEmbeddingLookupArguments,
    LinearEmbeddingLookupArguments,
    embeddings_from_arguments,
    maybe_restore_from_checkpoint,
)
from tf_spec_compat.columns.one_hot import OneHotColumn
from tf_spec_compat.columns.one_hot import one_hot_column as one_hot_column
from tf_spec_compat.columns.real_valued import RealValuedColumn, reshape_real_valued_tensor
from tf_spec_compat.columns.real_valued import real_valued_column as real_valued_column
from tf_spec_compat.columns.real_valued_var_len import (
    RealValuedVarLenColumn,
    real_valued_var_len_column,
)
from tf_spec_compat.columns.sparse import (
    SparseColumn,
    SparseColumnHashed,
    SparseColumnIntegerized,
    SparseColumnKeys,
    SparseColumnVocabulary,
    SparseIdLookupConfig,
)
from tf_spec_compat.columns.sparse_factories import (
    sparse_column_with_hash_bucket as sparse_column_with_hash_bucket,
)
from tf_spec_compat.columns.sparse_factories import (
    sparse_column_with_integerized_feature as sparse_column_with_integerized_feature,
)
from tf_spec_compat.columns.sparse_factories import (
    sparse_column_with_keys as sparse_column_with_keys,
)
from tf_spec_compat.columns.sparse_factories import (
    sparse_column_with_vocabulary_file as sparse_column_with_vocabulary_file,
)
from tf_spec_compat.columns.weighted_sparse import WeightedSparseColumn
from tf_spec_compat.columns.weighted_sparse import weighted_sparse_column as weighted_sparse_column

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

_BucketizedColumn = BucketizedColumn
_CrossedColumn = CrossedColumn
_DeepEmbeddingLookupArguments = DeepEmbeddingLookupArguments
_EmbeddingColumn = EmbeddingColumn
_FeatureColumn = FeatureColumn
_LazyBuilderByColumnsToTensor = LazyBuilderByColumnsToTensor
_LinearEmbeddingLookupArguments = LinearEmbeddingLookupArguments
_OneHotColumn = OneHotColumn
_RealValuedColumn = RealValuedColumn
_RealValuedVarLenColumn = RealValuedVarLenColumn
_ScatteredEmbeddingColumn = ScatteredEmbeddingColumn
_SparseColumn = SparseColumn
_SparseColumnHashed = SparseColumnHashed
_SparseColumnIntegerized = SparseColumnIntegerized
_SparseColumnKeys = SparseColumnKeys
_SparseColumnVocabulary = SparseColumnVocabulary
_SparseIdLookupConfig = SparseIdLookupConfig
_WeightedSparseColumn = WeightedSparseColumn
_create_sequence_feature_spec_for_parsing = create_sequence_feature_spec
_embeddings_from_arguments = embeddings_from_arguments
_get_feature_config = get_feature_config
_maybe_restore_from_checkpoint = maybe_restore_from_checkpoint
_real_valued_var_len_column = real_valued_var_len_column
_reshape_real_valued_tensor = reshape_real_valued_tensor
