# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.variable_clipping import (
    VariableClippingOptimizer as VariableClippingOptimizer,
)

__all__ = ["VariableClippingOptimizer"]
