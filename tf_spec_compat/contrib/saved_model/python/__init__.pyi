# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.saved_model.python import saved_model as saved_model

__all__ = []
