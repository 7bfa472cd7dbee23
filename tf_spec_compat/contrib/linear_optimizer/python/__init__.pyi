# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.linear_optimizer.python import ops as ops
from tf_spec_compat.contrib.linear_optimizer.python import sdca_estimator as sdca_estimator
from tf_spec_compat.contrib.linear_optimizer.python import sdca_optimizer as sdca_optimizer

__all__ = []
