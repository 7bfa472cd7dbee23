# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.datasets import base as base
from tf_spec_compat.estimators.test_data import (
    get_quantile_based_buckets as get_quantile_based_buckets,
)
from tf_spec_compat.estimators.test_data import iris_input_logistic_fn as iris_input_logistic_fn
from tf_spec_compat.estimators.test_data import iris_input_multiclass_fn as iris_input_multiclass_fn
from tf_spec_compat.estimators.test_data import (
    prepare_iris_data_for_logistic_regression as prepare_iris_data_for_logistic_regression,
)

__all__ = [
    "get_quantile_based_buckets",
    "iris_input_logistic_fn",
    "iris_input_multiclass_fn",
    "prepare_iris_data_for_logistic_regression",
]
