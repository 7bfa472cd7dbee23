# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.resampler import *
from tf_spec_compat.contrib.resampler import resampler_ops as resampler_ops

__all__ = ["resampler"]
