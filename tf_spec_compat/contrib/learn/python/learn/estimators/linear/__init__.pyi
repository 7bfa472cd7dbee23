# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators.linear import *
from tf_spec_compat.contrib.learn.estimators.linear import _LEARNING_RATE as _LEARNING_RATE
from tf_spec_compat.contrib.learn.estimators.linear import _add_bias_column as _add_bias_column
from tf_spec_compat.contrib.learn.estimators.linear import _as_iterable as _as_iterable
from tf_spec_compat.contrib.learn.estimators.linear import (
    _get_default_optimizer as _get_default_optimizer,
)
from tf_spec_compat.contrib.learn.estimators.linear import _get_optimizer as _get_optimizer
from tf_spec_compat.contrib.learn.estimators.linear import _linear_model_fn as _linear_model_fn
from tf_spec_compat.contrib.learn.estimators.linear import (
    _SdcaUpdateWeightsHook as _SdcaUpdateWeightsHook,
)
from tf_spec_compat.contrib.learn.estimators.linear import head_lib as head_lib

__all__ = ["LinearClassifier", "LinearEstimator", "LinearRegressor", "sdca_model_fn"]
