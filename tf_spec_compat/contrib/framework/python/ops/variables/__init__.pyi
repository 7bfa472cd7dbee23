# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.framework.variables import *
from tf_spec_compat.contrib.framework.variables import __getattr__ as __getattr__
