# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.slim.nets.inception_v3 import *
from tf_spec_compat.contrib.slim.nets.inception_v3 import __getattr__ as __getattr__
