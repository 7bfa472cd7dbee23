# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.slim.data.prefetch_queue import *
from tf_spec_compat.contrib.slim.data.prefetch_queue import __getattr__ as __getattr__
