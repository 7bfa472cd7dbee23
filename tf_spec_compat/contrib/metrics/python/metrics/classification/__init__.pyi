# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.metrics.classification import *
from tf_spec_compat.contrib.metrics.classification import __getattr__ as __getattr__
