# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.nn import alpha_dropout as alpha_dropout

__all__ = ["alpha_dropout"]
