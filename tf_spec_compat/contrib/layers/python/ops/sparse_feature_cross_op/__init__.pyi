# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.layers.sparse_feature_cross_op import *
