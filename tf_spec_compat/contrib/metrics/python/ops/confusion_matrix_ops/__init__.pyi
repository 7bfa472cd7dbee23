# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.metrics.confusion_matrix_ops import *
