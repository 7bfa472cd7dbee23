# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.factorization.factorization_ops import WALSModel as WALSModel

__all__ = ["WALSModel"]
