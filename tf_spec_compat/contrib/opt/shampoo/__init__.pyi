# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.opt.shampoo import GetParam as GetParam
from tf_spec_compat.extras.opt.shampoo import ShampooOptimizer as ShampooOptimizer

__all__ = ["GetParam", "ShampooOptimizer"]
