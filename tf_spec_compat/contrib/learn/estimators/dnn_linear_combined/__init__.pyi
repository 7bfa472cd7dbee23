# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators import head
from tf_spec_compat.estimators.canned.classifier_regressor import as_iterable
from tf_spec_compat.estimators.canned.dnn_linear_combined import (
    _DNN_LEARNING_RATE as _DNN_LEARNING_RATE,
)
from tf_spec_compat.estimators.canned.dnn_linear_combined import (
    _LINEAR_LEARNING_RATE as _LINEAR_LEARNING_RATE,
)
from tf_spec_compat.estimators.canned.dnn_linear_combined import (
    DNNLinearCombinedClassifier as DNNLinearCombinedClassifier,
)
from tf_spec_compat.estimators.canned.dnn_linear_combined import (
    DNNLinearCombinedEstimator as DNNLinearCombinedEstimator,
)
from tf_spec_compat.estimators.canned.dnn_linear_combined import (
    DNNLinearCombinedRegressor as DNNLinearCombinedRegressor,
)
from tf_spec_compat.estimators.canned.dnn_linear_combined_model_fn import (
    check_no_sync_replicas_optimizer,
    dnn_linear_combined_model_fn,
)
from tf_spec_compat.estimators.canned.networks import add_summaries, feature_dict
from tf_spec_compat.estimators.canned.optimizers import (
    build_optimizer,
    embedding_variable,
    gradient_multipliers,
    linear_rate,
)

__all__ = [
    "DNNLinearCombinedClassifier",
    "DNNLinearCombinedEstimator",
    "DNNLinearCombinedRegressor",
]

_DNNLinearCombinedEstimator = DNNLinearCombinedEstimator
_add_layer_summary = add_summaries
_as_iterable = as_iterable
_check_no_sync_replicas_optimizer = check_no_sync_replicas_optimizer
_dnn_linear_combined_model_fn = dnn_linear_combined_model_fn
_extract_embedding_lr_multipliers = gradient_multipliers
_get_embedding_variable = embedding_variable
_get_feature_dict = feature_dict
_get_optimizer = build_optimizer
_linear_learning_rate = linear_rate
head_lib = head
