# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.model_average import (
    ModelAverageCustomGetter as ModelAverageCustomGetter,
)
from tf_spec_compat.optimizers.model_average import ModelAverageOptimizer as ModelAverageOptimizer

__all__ = ["ModelAverageCustomGetter", "ModelAverageOptimizer"]
