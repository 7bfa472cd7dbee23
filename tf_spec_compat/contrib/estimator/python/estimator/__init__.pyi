# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.estimator import *
from tf_spec_compat.contrib.estimator import export as export
from tf_spec_compat.contrib.estimator import extenders as extenders
from tf_spec_compat.contrib.estimator import head as head

__all__ = [
    "SavedModelEstimator",
    "add_metrics",
    "binary_classification_head",
    "build_raw_supervised_input_receiver_fn",
    "build_supervised_input_receiver_fn_from_input_fn",
    "call_logit_fn",
    "clip_gradients_by_norm",
    "dnn_logit_fn_builder",
    "export_all_saved_models",
    "export_saved_model_for_mode",
    "forward_features",
    "linear_logit_fn_builder",
    "logistic_regression_head",
    "multi_class_head",
    "poisson_regression_head",
    "regression_head",
]
