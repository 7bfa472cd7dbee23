# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import InfeedQueue as InfeedQueue

__all__ = ["InfeedQueue"]
