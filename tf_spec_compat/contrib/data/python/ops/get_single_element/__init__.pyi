# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.data.get_single_element_module import *
