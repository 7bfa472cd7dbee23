# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.trainable import Trainable as Trainable

__all__ = ["Trainable"]
