# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.datasets.synthetic import *
from tf_spec_compat.contrib.learn.datasets.synthetic import Dataset as Dataset

__all__ = ["circles", "spirals"]
