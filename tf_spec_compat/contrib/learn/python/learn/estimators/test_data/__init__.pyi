# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators.test_data import *
from tf_spec_compat.contrib.learn.estimators.test_data import base as base

__all__ = [
    "get_quantile_based_buckets",
    "iris_input_logistic_fn",
    "iris_input_multiclass_fn",
    "prepare_iris_data_for_logistic_regression",
]
