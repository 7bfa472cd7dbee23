# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.slim.python import slim as slim

__all__ = []
