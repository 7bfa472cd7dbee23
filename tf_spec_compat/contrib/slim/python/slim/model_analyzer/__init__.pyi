# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.slim.model_analyzer import *
from tf_spec_compat.contrib.slim.model_analyzer import __getattr__ as __getattr__
