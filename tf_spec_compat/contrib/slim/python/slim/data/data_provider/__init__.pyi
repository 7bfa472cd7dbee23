# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.slim.data.data_provider import *
from tf_spec_compat.contrib.slim.data.data_provider import __getattr__ as __getattr__
