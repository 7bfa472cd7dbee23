# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.extras.training.tuner import Tuner as Tuner

__all__ = ["Tuner"]
