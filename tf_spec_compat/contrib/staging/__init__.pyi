# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import StagingArea as StagingArea

__all__ = ["StagingArea"]
