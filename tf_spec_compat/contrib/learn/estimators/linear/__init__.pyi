# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators import head
from tf_spec_compat.estimators.canned.classifier_regressor import as_iterable
from tf_spec_compat.estimators.canned.linear import _LEARNING_RATE as _LEARNING_RATE
from tf_spec_compat.estimators.canned.linear import LinearClassifier as LinearClassifier
from tf_spec_compat.estimators.canned.linear import LinearEstimator as LinearEstimator
from tf_spec_compat.estimators.canned.linear import LinearRegressor as LinearRegressor
from tf_spec_compat.estimators.canned.linear import _get_default_optimizer as _get_default_optimizer
from tf_spec_compat.estimators.canned.linear import _get_optimizer as _get_optimizer
from tf_spec_compat.estimators.canned.linear import _linear_model_fn as _linear_model_fn
from tf_spec_compat.estimators.canned.sdca_model_fn import SdcaUpdateWeightsHook, add_bias_column
from tf_spec_compat.estimators.canned.sdca_model_fn import sdca_model_fn as sdca_model_fn

__all__ = ["LinearClassifier", "LinearEstimator", "LinearRegressor", "sdca_model_fn"]

_SdcaUpdateWeightsHook = SdcaUpdateWeightsHook
_add_bias_column = add_bias_column
_as_iterable = as_iterable
head_lib = head
