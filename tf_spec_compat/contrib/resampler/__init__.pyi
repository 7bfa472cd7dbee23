# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.resampler import python as python
from tf_spec_compat.contrib.resampler import resampler_ops as resampler_ops
from tf_spec_compat.extras.resampler import resampler as resampler

__all__ = ["resampler"]
