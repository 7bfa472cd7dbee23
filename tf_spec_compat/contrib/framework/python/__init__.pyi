# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.framework.python import framework as framework
from tf_spec_compat.contrib.framework.python import ops as ops

__all__ = []
