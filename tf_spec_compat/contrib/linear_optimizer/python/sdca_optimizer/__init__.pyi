# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.linear_optimizer.sdca_optimizer import *
from tf_spec_compat.contrib.linear_optimizer.sdca_optimizer import (
    SparseFeatureColumn as SparseFeatureColumn,
)

__all__ = ["SDCAOptimizer"]
