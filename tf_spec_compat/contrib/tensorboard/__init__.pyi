# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.tensorboard import plugins as plugins

__all__ = ["plugins"]
