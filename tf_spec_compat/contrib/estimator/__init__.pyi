# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat._tf.private import SavedModelEstimator as SavedModelEstimator
from tf_spec_compat._tf.private import (
    build_supervised_input_receiver_fn_from_input_fn as build_supervised_input_receiver_fn_from_input_fn,
)
from tf_spec_compat._tf.private import read_eval_metrics as read_eval_metrics
from tf_spec_compat.contrib.estimator import baseline as baseline
from tf_spec_compat.contrib.estimator import dnn as dnn
from tf_spec_compat.contrib.estimator import dnn_linear_combined as dnn_linear_combined
from tf_spec_compat.contrib.estimator import early_stopping as early_stopping
from tf_spec_compat.contrib.estimator import export as export
from tf_spec_compat.contrib.estimator import extenders as extenders
from tf_spec_compat.contrib.estimator import head as head
from tf_spec_compat.contrib.estimator import hooks as hooks
from tf_spec_compat.contrib.estimator import linear as linear
from tf_spec_compat.contrib.estimator import logit_fns as logit_fns
from tf_spec_compat.contrib.estimator import multi_head_module as multi_head_module
from tf_spec_compat.contrib.estimator import python as python
from tf_spec_compat.contrib.estimator import rnn as rnn
from tf_spec_compat.contrib.estimator import saved_model_estimator as saved_model_estimator
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
from tf_spec_compat.extras.estimator.multi_head import multi_head as multi_head
from tf_spec_compat.extras.estimator.multi_label import multi_label_head as multi_label_head
from tf_spec_compat.extras.estimator.rnn import RNNClassifier as RNNClassifier
from tf_spec_compat.extras.estimator.rnn import RNNEstimator as RNNEstimator

__all__ = [
    "BaselineEstimator",
    "DNNEstimator",
    "DNNLinearCombinedEstimator",
    "InMemoryEvaluatorHook",
    "LinearEstimator",
    "RNNClassifier",
    "RNNEstimator",
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
    "make_early_stopping_hook",
    "make_stop_at_checkpoint_step_hook",
    "multi_class_head",
    "multi_head",
    "multi_label_head",
    "poisson_regression_head",
    "read_eval_metrics",
    "regression_head",
    "stop_if_higher_hook",
    "stop_if_lower_hook",
    "stop_if_no_decrease_hook",
    "stop_if_no_increase_hook",
]

add_metrics: Any
build_raw_supervised_input_receiver_fn: Any
call_logit_fn: Any
dnn_logit_fn_builder: Any
linear_logit_fn_builder: Any
make_early_stopping_hook: Any
make_stop_at_checkpoint_step_hook: Any
stop_if_higher_hook: Any
stop_if_lower_hook: Any
stop_if_no_decrease_hook: Any
stop_if_no_increase_hook: Any

class BaselineEstimator(Any): ...
class DNNEstimator(Any): ...
class DNNLinearCombinedEstimator(Any): ...
class InMemoryEvaluatorHook(Any): ...
class LinearEstimator(Any): ...
