# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.sign import AddSignOptimizer as AddSignOptimizer

__all__ = ["AddSignOptimizer"]
