# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.distributions import mvn_linear_operator as mvn_linop

__all__ = ["mvn_linop"]
