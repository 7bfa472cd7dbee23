# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.estimator.python import estimator as estimator

__all__ = []
