# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.losses.python import losses as losses
from tf_spec_compat.contrib.losses.python import metric_learning as metric_learning

__all__ = []
