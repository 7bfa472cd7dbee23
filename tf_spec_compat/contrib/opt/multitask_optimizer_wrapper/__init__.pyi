# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.multitask import (
    MultitaskOptimizerWrapper as MultitaskOptimizerWrapper,
)
from tf_spec_compat.optimizers.multitask import (
    clip_gradients_by_global_norm as clip_gradients_by_global_norm,
)

__all__ = ["MultitaskOptimizerWrapper", "clip_gradients_by_global_norm"]
