# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.reg_adagrad import RegAdagradOptimizer as RegAdagradOptimizer

__all__ = ["RegAdagradOptimizer"]
