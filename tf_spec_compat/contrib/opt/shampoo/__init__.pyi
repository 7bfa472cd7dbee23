# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.shampoo import GetParam as GetParam
from tf_spec_compat.optimizers.shampoo import ShampooOptimizer as ShampooOptimizer

__all__ = ["GetParam", "ShampooOptimizer"]
