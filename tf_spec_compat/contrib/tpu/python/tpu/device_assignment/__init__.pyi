# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.tpu.device_assignment_module import *
