# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.distribute.collective_all_reduce_strategy import *
