# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.metrics.python import metrics as metrics
from tf_spec_compat.contrib.metrics.python import ops as ops

__all__ = []
