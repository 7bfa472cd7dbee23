# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.feature_column.sequence_feature_column import *
