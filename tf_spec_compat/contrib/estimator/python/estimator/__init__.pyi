# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.estimator import *
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
from tf_spec_compat.contrib.estimator import rnn as rnn
from tf_spec_compat.contrib.estimator import saved_model_estimator as saved_model_estimator

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
