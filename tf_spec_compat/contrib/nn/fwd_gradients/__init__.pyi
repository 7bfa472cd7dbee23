# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.nn import fwd_gradients as fwd_gradients

__all__ = ["fwd_gradients"]
