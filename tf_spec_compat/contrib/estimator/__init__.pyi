# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import SavedModelEstimator as SavedModelEstimator
from tf_spec_compat._tf.private import (
    build_supervised_input_receiver_fn_from_input_fn as build_supervised_input_receiver_fn_from_input_fn,
)
from tf_spec_compat.contrib.estimator import export as export
from tf_spec_compat.contrib.estimator import extenders as extenders
from tf_spec_compat.contrib.estimator import head as head
from tf_spec_compat.contrib.estimator import python as python
from tf_spec_compat.extras.estimator.export import (
    export_all_saved_models as export_all_saved_models,
)
from tf_spec_compat.extras.estimator.export import (
    export_saved_model_for_mode as export_saved_model_for_mode,
)
from tf_spec_compat.extras.estimator.extenders import (
    clip_gradients_by_norm as clip_gradients_by_norm,
)
from tf_spec_compat.extras.estimator.extenders import forward_features as forward_features
from tf_spec_compat.extras.estimator.head import (
    binary_classification_head as binary_classification_head,
)
from tf_spec_compat.extras.estimator.head import (
    logistic_regression_head as logistic_regression_head,
)
from tf_spec_compat.extras.estimator.head import multi_class_head as multi_class_head
from tf_spec_compat.extras.estimator.head import poisson_regression_head as poisson_regression_head
from tf_spec_compat.extras.estimator.head import regression_head as regression_head

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

add_metrics: Any
build_raw_supervised_input_receiver_fn: Any
call_logit_fn: Any
dnn_logit_fn_builder: Any
linear_logit_fn_builder: Any
