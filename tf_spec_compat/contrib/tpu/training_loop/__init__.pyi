# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import repeat as repeat
from tf_spec_compat._tf.private import while_loop as while_loop

__all__ = ["repeat", "while_loop"]
