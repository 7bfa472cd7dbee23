# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.datasets import base as base
from tf_spec_compat.contrib.learn.datasets import mnist as mnist
from tf_spec_compat.contrib.learn.datasets import synthetic as synthetic
from tf_spec_compat.contrib.learn.datasets import text_datasets as text_datasets
from tf_spec_compat.inputs.datasets.catalog import DATASETS as DATASETS
from tf_spec_compat.inputs.datasets.catalog import SYNTHETIC as SYNTHETIC
from tf_spec_compat.inputs.datasets.catalog import load_dataset as load_dataset
from tf_spec_compat.inputs.datasets.catalog import make_dataset as make_dataset
from tf_spec_compat.inputs.datasets.csv_files import load_boston as load_boston
from tf_spec_compat.inputs.datasets.csv_files import load_iris as load_iris

__all__ = [
    "DATASETS",
    "SYNTHETIC",
    "base",
    "load_boston",
    "load_dataset",
    "load_iris",
    "make_dataset",
    "mnist",
    "synthetic",
    "text_datasets",
]
