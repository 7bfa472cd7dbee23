# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators import head
from tf_spec_compat.estimators.canned.dnn import _ACTIVATION_FUNCTIONS as _ACTIVATION_FUNCTIONS
from tf_spec_compat.estimators.canned.dnn import _LEARNING_RATE as _LEARNING_RATE
from tf_spec_compat.estimators.canned.dnn import DNNClassifier as DNNClassifier
from tf_spec_compat.estimators.canned.dnn import DNNEstimator as DNNEstimator
from tf_spec_compat.estimators.canned.dnn import DNNRegressor as DNNRegressor
from tf_spec_compat.estimators.canned.dnn import (
    _add_hidden_layer_summary as _add_hidden_layer_summary,
)
from tf_spec_compat.estimators.canned.dnn import _dnn_model_fn as _dnn_model_fn
from tf_spec_compat.estimators.canned.dnn import _get_activation_fn as _get_activation_fn
from tf_spec_compat.estimators.canned.networks import feature_dict
from tf_spec_compat.estimators.canned.optimizers import build_optimizer

__all__ = ["DNNClassifier", "DNNEstimator", "DNNRegressor"]

_get_feature_dict = feature_dict
_get_optimizer = build_optimizer
head_lib = head
