# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators.dnn import *
from tf_spec_compat.contrib.learn.estimators.dnn import (
    _ACTIVATION_FUNCTIONS as _ACTIVATION_FUNCTIONS,
)
from tf_spec_compat.contrib.learn.estimators.dnn import _LEARNING_RATE as _LEARNING_RATE
from tf_spec_compat.contrib.learn.estimators.dnn import (
    _add_hidden_layer_summary as _add_hidden_layer_summary,
)
from tf_spec_compat.contrib.learn.estimators.dnn import _dnn_model_fn as _dnn_model_fn
from tf_spec_compat.contrib.learn.estimators.dnn import _get_activation_fn as _get_activation_fn
from tf_spec_compat.contrib.learn.estimators.dnn import _get_feature_dict as _get_feature_dict
from tf_spec_compat.contrib.learn.estimators.dnn import _get_optimizer as _get_optimizer
from tf_spec_compat.contrib.learn.estimators.dnn import head_lib as head_lib

__all__ = ["DNNClassifier", "DNNEstimator", "DNNRegressor"]
