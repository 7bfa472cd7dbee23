# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.learn_io.data_feeder import *
