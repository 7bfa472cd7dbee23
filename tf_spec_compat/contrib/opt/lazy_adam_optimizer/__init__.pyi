# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.lazy_adam import LazyAdamOptimizer as LazyAdamOptimizer

__all__ = ["LazyAdamOptimizer"]
