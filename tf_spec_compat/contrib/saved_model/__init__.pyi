# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.saved_model import python as python
from tf_spec_compat.contrib.saved_model import reader as reader

__all__ = []
