# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.slim.nets.vgg import *
from tf_spec_compat.contrib.slim.nets.vgg import __getattr__ as __getattr__
