# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.training.training import *
from tf_spec_compat.contrib.training.training import __getattr__ as __getattr__
