# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.sdca.sparse_feature_column import (
    SparseFeatureColumn as SparseFeatureColumn,
)

__all__ = ["SparseFeatureColumn"]
