# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.losses.metric_learning.metric_loss_ops import *
from tf_spec_compat.contrib.losses.metric_learning.metric_loss_ops import __getattr__ as __getattr__
