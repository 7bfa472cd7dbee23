# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.canned.sdca_ops import SparseFeatureColumn as SparseFeatureColumn
from tf_spec_compat.estimators.canned.sdca_optimizer import SDCAOptimizer as SDCAOptimizer

__all__ = ["SDCAOptimizer"]
