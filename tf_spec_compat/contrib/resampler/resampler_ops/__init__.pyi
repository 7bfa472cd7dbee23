# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.resampler import resampler as resampler

__all__ = ["resampler"]
