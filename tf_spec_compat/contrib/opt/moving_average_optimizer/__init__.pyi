# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.moving_average import (
    MovingAverageOptimizer as MovingAverageOptimizer,
)

__all__ = ["MovingAverageOptimizer"]
