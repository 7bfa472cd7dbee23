# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.layers.feature_column_ops import *
from tf_spec_compat.contrib.layers.feature_column_ops import (
    _FORBIDDEN_SEQUENCE_COLUMNS as _FORBIDDEN_SEQUENCE_COLUMNS,
)
from tf_spec_compat.contrib.layers.feature_column_ops import (
    _SUPPORTED_SEQUENCE_COLUMNS as _SUPPORTED_SEQUENCE_COLUMNS,
)
from tf_spec_compat.contrib.layers.feature_column_ops import (
    _create_embedding_lookup as _create_embedding_lookup,
)
from tf_spec_compat.contrib.layers.feature_column_ops import (
    _create_joint_embedding_lookup as _create_joint_embedding_lookup,
)
from tf_spec_compat.contrib.layers.feature_column_ops import (
    _gather_feature_columns as _gather_feature_columns,
)
from tf_spec_compat.contrib.layers.feature_column_ops import (
    _get_parent_columns as _get_parent_columns,
)
from tf_spec_compat.contrib.layers.feature_column_ops import (
    _infer_real_valued_column_for_tensor as _infer_real_valued_column_for_tensor,
)
from tf_spec_compat.contrib.layers.feature_column_ops import (
    _input_from_feature_columns as _input_from_feature_columns,
)
from tf_spec_compat.contrib.layers.feature_column_ops import (
    _maybe_reshape_input_tensor as _maybe_reshape_input_tensor,
)
from tf_spec_compat.contrib.layers.feature_column_ops import _Transformer as _Transformer
