# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.slim.data.tfexample_decoder import *
from tf_spec_compat.contrib.slim.data.tfexample_decoder import __getattr__ as __getattr__
