# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.sparsemax.sparsemax_loss_module import *
