# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.slim.nets.resnet_v1 import *
from tf_spec_compat.contrib.slim.nets.resnet_v1 import __getattr__ as __getattr__
