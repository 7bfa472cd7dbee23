# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.distributions import (
    vector_laplace_linear_operator as vector_laplace_linop,
)

__all__ = ["vector_laplace_linop"]
