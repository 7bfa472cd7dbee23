# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.experiment import *
from tf_spec_compat.contrib.learn.experiment import monitors as monitors

__all__ = ["Experiment"]
