# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.opt.lazy_adam_gs_optimizer import *
