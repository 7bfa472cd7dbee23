# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.distributions import mvn_tril as mvn_tril

__all__ = ["mvn_tril"]
