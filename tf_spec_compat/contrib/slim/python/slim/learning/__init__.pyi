# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.slim.learning import *
from tf_spec_compat.contrib.slim.learning import __getattr__ as __getattr__
