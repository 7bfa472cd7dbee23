# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.tpu.tpu_function import *
