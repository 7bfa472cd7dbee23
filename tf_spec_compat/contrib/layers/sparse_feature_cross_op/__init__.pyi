# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.columns.sparse_feature_cross import (
    SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY as SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY,
)
from tf_spec_compat.columns.sparse_feature_cross import sparse_feature_cross as sparse_feature_cross

__all__ = ["SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY", "sparse_feature_cross"]
