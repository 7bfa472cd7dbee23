# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.datasets import base as base
from tf_spec_compat.inputs.datasets.idx_format import dense_to_one_hot as dense_to_one_hot
from tf_spec_compat.inputs.datasets.idx_format import extract_images as extract_images
from tf_spec_compat.inputs.datasets.idx_format import extract_labels as extract_labels
from tf_spec_compat.inputs.datasets.mnist import DEFAULT_SOURCE_URL as DEFAULT_SOURCE_URL
from tf_spec_compat.inputs.datasets.mnist import DataSet as DataSet
from tf_spec_compat.inputs.datasets.mnist import load_mnist as load_mnist
from tf_spec_compat.inputs.datasets.mnist import read_data_sets as read_data_sets

__all__ = [
    "DEFAULT_SOURCE_URL",
    "DataSet",
    "dense_to_one_hot",
    "extract_images",
    "extract_labels",
    "load_mnist",
    "read_data_sets",
]
