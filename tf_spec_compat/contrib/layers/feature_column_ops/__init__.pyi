# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.columns.input_layer import (
    FORBIDDEN_SEQUENCE_COLUMNS,
    SUPPORTED_SEQUENCE_COLUMNS,
    build_input,
)
from tf_spec_compat.columns.input_layer import (
    input_from_feature_columns as input_from_feature_columns,
)
from tf_spec_compat.columns.input_layer import (
    sequence_input_from_feature_columns as sequence_input_from_feature_columns,
)
from tf_spec_compat.columns.parse import (
    parse_feature_columns_from_examples as parse_feature_columns_from_examples,
)
from tf_spec_compat.columns.parse import (
    parse_feature_columns_from_sequence_examples as parse_feature_columns_from_sequence_examples,
)
from tf_spec_compat.columns.real_valued import infer_real_valued_column_for_tensor
from tf_spec_compat.columns.real_valued import (
    infer_real_valued_columns as infer_real_valued_columns,
)
from tf_spec_compat.columns.transform import (
    Transformer,
    gather_feature_columns,
    get_parent_columns,
    maybe_reshape_input_tensor,
)
from tf_spec_compat.columns.transform import check_feature_columns as check_feature_columns
from tf_spec_compat.columns.transform import transform_features as transform_features
from tf_spec_compat.columns.weighted_sum import (
    create_embedding_lookup,
    create_joint_embedding_lookup,
)
from tf_spec_compat.columns.weighted_sum import (
    joint_weighted_sum_from_feature_columns as joint_weighted_sum_from_feature_columns,
)
from tf_spec_compat.columns.weighted_sum import (
    weighted_sum_from_feature_columns as weighted_sum_from_feature_columns,
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

_FORBIDDEN_SEQUENCE_COLUMNS = FORBIDDEN_SEQUENCE_COLUMNS
_SUPPORTED_SEQUENCE_COLUMNS = SUPPORTED_SEQUENCE_COLUMNS
_Transformer = Transformer
_create_embedding_lookup = create_embedding_lookup
_create_joint_embedding_lookup = create_joint_embedding_lookup
_gather_feature_columns = gather_feature_columns
_get_parent_columns = get_parent_columns
_infer_real_valued_column_for_tensor = infer_real_valued_column_for_tensor
_input_from_feature_columns = build_input
_maybe_reshape_input_tensor = maybe_reshape_input_tensor
