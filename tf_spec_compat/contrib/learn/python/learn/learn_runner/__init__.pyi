# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.learn_runner import *
from tf_spec_compat.contrib.learn.learn_runner import Experiment as Experiment

__all__ = ["run", "tune"]
