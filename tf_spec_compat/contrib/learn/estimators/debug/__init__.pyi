# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.layers import optimizers as optimizers
from tf_spec_compat.contrib.learn.estimators import head
from tf_spec_compat.estimators.canned.debug import DebugClassifier as DebugClassifier
from tf_spec_compat.estimators.canned.debug import DebugRegressor as DebugRegressor
from tf_spec_compat.estimators.canned.debug import debug_model_fn as debug_model_fn
from tf_spec_compat.estimators.canned.networks import feature_dict

__all__ = ["DebugClassifier", "DebugRegressor", "debug_model_fn"]

_get_feature_dict = feature_dict
head_lib = head
