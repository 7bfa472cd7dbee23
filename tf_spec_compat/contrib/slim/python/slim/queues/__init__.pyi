# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.slim.queues import *
from tf_spec_compat.contrib.slim.queues import __getattr__ as __getattr__
