# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.datasets.mnist import *
from tf_spec_compat.contrib.learn.datasets.mnist import base as base

__all__ = [
    "DEFAULT_SOURCE_URL",
    "DataSet",
    "dense_to_one_hot",
    "extract_images",
    "extract_labels",
    "load_mnist",
    "read_data_sets",
]
