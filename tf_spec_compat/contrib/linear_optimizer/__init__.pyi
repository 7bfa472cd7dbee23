# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.linear_optimizer import python as python
from tf_spec_compat.contrib.linear_optimizer import sdca_estimator as sdca_estimator
from tf_spec_compat.contrib.linear_optimizer import sdca_ops as sdca_ops
from tf_spec_compat.contrib.linear_optimizer import sdca_optimizer as sdca_optimizer
from tf_spec_compat.contrib.linear_optimizer import (
    sharded_mutable_dense_hashtable as sharded_mutable_dense_hashtable,
)
from tf_spec_compat.contrib.linear_optimizer import sparse_feature_column as sparse_feature_column
from tf_spec_compat.estimators.canned.sdca_ops import SdcaModel as SdcaModel
from tf_spec_compat.estimators.canned.sdca_ops import SparseFeatureColumn as SparseFeatureColumn
from tf_spec_compat.estimators.canned.sdca_optimizer import SDCAOptimizer as SDCAOptimizer

__all__ = ["SDCAOptimizer", "SdcaModel", "SparseFeatureColumn"]
