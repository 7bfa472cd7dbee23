# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.adamax import AdaMaxOptimizer as AdaMaxOptimizer

__all__ = ["AdaMaxOptimizer"]
