# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.distributions import (
    vector_exponential_linear_operator as vector_exponential_linop,
)

__all__ = ["vector_exponential_linop"]
