# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators.debug import *
from tf_spec_compat.contrib.learn.estimators.debug import _get_feature_dict as _get_feature_dict
from tf_spec_compat.contrib.learn.estimators.debug import head_lib as head_lib
from tf_spec_compat.contrib.learn.estimators.debug import optimizers as optimizers

__all__ = ["DebugClassifier", "DebugRegressor", "debug_model_fn"]
