# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.slim.summaries import *
from tf_spec_compat.contrib.slim.summaries import __getattr__ as __getattr__
