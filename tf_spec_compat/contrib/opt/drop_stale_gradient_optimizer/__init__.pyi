# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.drop_stale_gradient import (
    DropStaleGradientOptimizer as DropStaleGradientOptimizer,
)

__all__ = ["DropStaleGradientOptimizer"]
