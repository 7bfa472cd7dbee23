# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.opt.python import training as training

__all__ = []
