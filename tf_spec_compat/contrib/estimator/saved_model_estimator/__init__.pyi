# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import SavedModelEstimator as SavedModelEstimator

__all__ = ["SavedModelEstimator"]
