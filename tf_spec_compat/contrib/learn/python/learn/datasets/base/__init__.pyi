# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.datasets.base import *
from tf_spec_compat.contrib.learn.datasets.base import time as time
from tf_spec_compat.contrib.learn.datasets.base import urllib as urllib

__all__ = [
    "Dataset",
    "Datasets",
    "load_boston",
    "load_csv_with_header",
    "load_csv_without_header",
    "load_iris",
    "maybe_download",
    "retry",
    "shrink_csv",
    "urlretrieve_with_retry",
]
