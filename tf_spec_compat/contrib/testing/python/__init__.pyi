# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.testing.python import framework as framework

__all__ = []
