# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.opt.moving_average import (
    MovingAverageOptimizer as MovingAverageOptimizer,
)

__all__ = ["MovingAverageOptimizer"]
