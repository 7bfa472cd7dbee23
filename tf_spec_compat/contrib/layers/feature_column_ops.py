"""`tensorflow.contrib.layers.feature_column_ops`: from features to columns, and on into models."""

from __future__ import annotations

from tf_spec_compat.contrib.layers._columns.joining import (
    _FORBIDDEN_SEQUENCE_COLUMNS as _FORBIDDEN_SEQUENCE_COLUMNS,
)
from tf_spec_compat.contrib.layers._columns.joining import (
    _SUPPORTED_SEQUENCE_COLUMNS as _SUPPORTED_SEQUENCE_COLUMNS,
)
from tf_spec_compat.contrib.layers._columns.joining import (
    _input_from_feature_columns as _input_from_feature_columns,
)
from tf_spec_compat.contrib.layers._columns.joining import (
    input_from_feature_columns,
    sequence_input_from_feature_columns,
)
from tf_spec_compat.contrib.layers._columns.parsing import (
    _infer_real_valued_column_for_tensor as _infer_real_valued_column_for_tensor,
)
from tf_spec_compat.contrib.layers._columns.parsing import (
    infer_real_valued_columns,
    parse_feature_columns_from_examples,
    parse_feature_columns_from_sequence_examples,
)
from tf_spec_compat.contrib.layers._columns.transforming import (
    _gather_feature_columns as _gather_feature_columns,
)
from tf_spec_compat.contrib.layers._columns.transforming import (
    _get_parent_columns as _get_parent_columns,
)
from tf_spec_compat.contrib.layers._columns.transforming import (
    _maybe_reshape_input_tensor as _maybe_reshape_input_tensor,
)
from tf_spec_compat.contrib.layers._columns.transforming import (
    _Transformer as _Transformer,
)
from tf_spec_compat.contrib.layers._columns.transforming import (
    check_feature_columns,
    transform_features,
)
from tf_spec_compat.contrib.layers._columns.weighing import (
    _create_embedding_lookup as _create_embedding_lookup,
)
from tf_spec_compat.contrib.layers._columns.weighing import (
    _create_joint_embedding_lookup as _create_joint_embedding_lookup,
)
from tf_spec_compat.contrib.layers._columns.weighing import (
    joint_weighted_sum_from_feature_columns,
    weighted_sum_from_feature_columns,
)

__all__ = [
    "check_feature_columns",
    "infer_real_valued_columns",
    "input_from_feature_columns",
    "joint_weighted_sum_from_feature_columns",
    "parse_feature_columns_from_examples",
    "parse_feature_columns_from_sequence_examples",
    "sequence_input_from_feature_columns",
    "transform_features",
    "weighted_sum_from_feature_columns",
]
