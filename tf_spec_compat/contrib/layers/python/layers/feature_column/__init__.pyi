# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.layers.feature_column import *
from tf_spec_compat.contrib.layers.feature_column import _BucketizedColumn as _BucketizedColumn
from tf_spec_compat.contrib.layers.feature_column import (
    _create_sequence_feature_spec_for_parsing as _create_sequence_feature_spec_for_parsing,
)
from tf_spec_compat.contrib.layers.feature_column import _CrossedColumn as _CrossedColumn
from tf_spec_compat.contrib.layers.feature_column import (
    _DeepEmbeddingLookupArguments as _DeepEmbeddingLookupArguments,
)
from tf_spec_compat.contrib.layers.feature_column import _EmbeddingColumn as _EmbeddingColumn
from tf_spec_compat.contrib.layers.feature_column import (
    _embeddings_from_arguments as _embeddings_from_arguments,
)
from tf_spec_compat.contrib.layers.feature_column import _FeatureColumn as _FeatureColumn
from tf_spec_compat.contrib.layers.feature_column import _get_feature_config as _get_feature_config
from tf_spec_compat.contrib.layers.feature_column import (
    _LazyBuilderByColumnsToTensor as _LazyBuilderByColumnsToTensor,
)
from tf_spec_compat.contrib.layers.feature_column import (
    _LinearEmbeddingLookupArguments as _LinearEmbeddingLookupArguments,
)
from tf_spec_compat.contrib.layers.feature_column import (
    _maybe_restore_from_checkpoint as _maybe_restore_from_checkpoint,
)
from tf_spec_compat.contrib.layers.feature_column import _OneHotColumn as _OneHotColumn
from tf_spec_compat.contrib.layers.feature_column import (
    _real_valued_var_len_column as _real_valued_var_len_column,
)
from tf_spec_compat.contrib.layers.feature_column import _RealValuedColumn as _RealValuedColumn
from tf_spec_compat.contrib.layers.feature_column import (
    _RealValuedVarLenColumn as _RealValuedVarLenColumn,
)
from tf_spec_compat.contrib.layers.feature_column import (
    _reshape_real_valued_tensor as _reshape_real_valued_tensor,
)
from tf_spec_compat.contrib.layers.feature_column import (
    _ScatteredEmbeddingColumn as _ScatteredEmbeddingColumn,
)
from tf_spec_compat.contrib.layers.feature_column import _SparseColumn as _SparseColumn
from tf_spec_compat.contrib.layers.feature_column import _SparseColumnHashed as _SparseColumnHashed
from tf_spec_compat.contrib.layers.feature_column import (
    _SparseColumnIntegerized as _SparseColumnIntegerized,
)
from tf_spec_compat.contrib.layers.feature_column import _SparseColumnKeys as _SparseColumnKeys
from tf_spec_compat.contrib.layers.feature_column import (
    _SparseColumnVocabulary as _SparseColumnVocabulary,
)
from tf_spec_compat.contrib.layers.feature_column import (
    _SparseIdLookupConfig as _SparseIdLookupConfig,
)
from tf_spec_compat.contrib.layers.feature_column import (
    _WeightedSparseColumn as _WeightedSparseColumn,
)
