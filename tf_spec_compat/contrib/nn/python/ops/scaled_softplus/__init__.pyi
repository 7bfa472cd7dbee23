# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.nn.scaled_softplus_module import *
