# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.opt.reg_adagrad_optimizer import *
