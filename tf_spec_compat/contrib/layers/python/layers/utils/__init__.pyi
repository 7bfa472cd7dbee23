# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.layers.utils import *
from tf_spec_compat.contrib.layers.utils import __getattr__ as __getattr__
