# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.layers.initializers import *
from tf_spec_compat.contrib.layers.initializers import __getattr__ as __getattr__
