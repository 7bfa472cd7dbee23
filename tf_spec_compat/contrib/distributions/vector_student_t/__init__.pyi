# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.distributions import bijectors as bijectors

__all__ = ["bijectors"]
