# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.utils.export import *
from tf_spec_compat.contrib.learn.utils.export import _default_input_fn as _default_input_fn
