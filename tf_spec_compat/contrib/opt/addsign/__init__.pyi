# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.opt.sign import AddSignOptimizer as AddSignOptimizer

__all__ = ["AddSignOptimizer"]
