# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.layers.optimizers import *
from tf_spec_compat.contrib.layers.optimizers import __getattr__ as __getattr__
