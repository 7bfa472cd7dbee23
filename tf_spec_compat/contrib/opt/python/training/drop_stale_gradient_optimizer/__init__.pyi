# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.opt.drop_stale_gradient_optimizer import *
