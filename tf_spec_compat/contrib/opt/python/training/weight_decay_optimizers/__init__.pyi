# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.opt.weight_decay_optimizers import *
