# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.adam_gs import LazyAdamGSOptimizer as LazyAdamGSOptimizer

__all__ = ["LazyAdamGSOptimizer"]
