# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.layers.summaries import *
from tf_spec_compat.contrib.layers.summaries import __getattr__ as __getattr__
