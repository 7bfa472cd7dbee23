# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.opt.sign import PowerSignOptimizer as PowerSignOptimizer

__all__ = ["PowerSignOptimizer"]
