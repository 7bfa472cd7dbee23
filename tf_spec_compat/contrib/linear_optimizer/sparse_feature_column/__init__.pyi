# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.canned.sdca_ops import SparseFeatureColumn as SparseFeatureColumn

__all__ = ["SparseFeatureColumn"]
