# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.optimizers.sign_decay import get_cosine_decay_fn as get_cosine_decay_fn
from tf_spec_compat.optimizers.sign_decay import get_linear_decay_fn as get_linear_decay_fn
from tf_spec_compat.optimizers.sign_decay import get_restart_decay_fn as get_restart_decay_fn

__all__ = ["get_cosine_decay_fn", "get_linear_decay_fn", "get_restart_decay_fn"]
