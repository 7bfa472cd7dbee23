# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.weight_decay import AdamWOptimizer as AdamWOptimizer
from tf_spec_compat.optimizers.weight_decay import (
    DecoupledWeightDecayExtension as DecoupledWeightDecayExtension,
)
from tf_spec_compat.optimizers.weight_decay import MomentumWOptimizer as MomentumWOptimizer
from tf_spec_compat.optimizers.weight_decay import ShampooWOptimizer as ShampooWOptimizer
from tf_spec_compat.optimizers.weight_decay import (
    extend_with_decoupled_weight_decay as extend_with_decoupled_weight_decay,
)

__all__ = [
    "AdamWOptimizer",
    "DecoupledWeightDecayExtension",
    "MomentumWOptimizer",
    "ShampooWOptimizer",
    "extend_with_decoupled_weight_decay",
]
