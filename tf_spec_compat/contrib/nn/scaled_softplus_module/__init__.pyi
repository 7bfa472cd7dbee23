# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.nn import scaled_softplus as scaled_softplus

__all__ = ["scaled_softplus"]
