# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.metrics.histogram_ops import *
from tf_spec_compat.contrib.metrics.histogram_ops import __getattr__ as __getattr__
