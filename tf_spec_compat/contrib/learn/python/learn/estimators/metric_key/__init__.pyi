# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators.metric_key import *
