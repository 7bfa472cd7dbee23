# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.training.device_setter import (
    GreedyLoadBalancingStrategy as GreedyLoadBalancingStrategy,
)
from tf_spec_compat.extras.training.device_setter import RandomStrategy as RandomStrategy
from tf_spec_compat.extras.training.device_setter import byte_size_load_fn as byte_size_load_fn

__all__ = ["GreedyLoadBalancingStrategy", "RandomStrategy", "byte_size_load_fn"]
