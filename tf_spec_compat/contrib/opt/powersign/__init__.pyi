# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.sign import PowerSignOptimizer as PowerSignOptimizer

__all__ = ["PowerSignOptimizer"]
