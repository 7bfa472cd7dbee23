# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators.dnn_linear_combined import *
from tf_spec_compat.contrib.learn.estimators.dnn_linear_combined import (
    _DNN_LEARNING_RATE as _DNN_LEARNING_RATE,
)
from tf_spec_compat.contrib.learn.estimators.dnn_linear_combined import (
    _LINEAR_LEARNING_RATE as _LINEAR_LEARNING_RATE,
)
from tf_spec_compat.contrib.learn.estimators.dnn_linear_combined import (
    _add_layer_summary as _add_layer_summary,
)
from tf_spec_compat.contrib.learn.estimators.dnn_linear_combined import _as_iterable as _as_iterable
from tf_spec_compat.contrib.learn.estimators.dnn_linear_combined import (
    _check_no_sync_replicas_optimizer as _check_no_sync_replicas_optimizer,
)
from tf_spec_compat.contrib.learn.estimators.dnn_linear_combined import (
    _dnn_linear_combined_model_fn as _dnn_linear_combined_model_fn,
)
from tf_spec_compat.contrib.learn.estimators.dnn_linear_combined import (
    _DNNLinearCombinedEstimator as _DNNLinearCombinedEstimator,
)
from tf_spec_compat.contrib.learn.estimators.dnn_linear_combined import (
    _extract_embedding_lr_multipliers as _extract_embedding_lr_multipliers,
)
from tf_spec_compat.contrib.learn.estimators.dnn_linear_combined import (
    _get_embedding_variable as _get_embedding_variable,
)
from tf_spec_compat.contrib.learn.estimators.dnn_linear_combined import (
    _get_feature_dict as _get_feature_dict,
)
from tf_spec_compat.contrib.learn.estimators.dnn_linear_combined import (
    _get_optimizer as _get_optimizer,
)
from tf_spec_compat.contrib.learn.estimators.dnn_linear_combined import (
    _linear_learning_rate as _linear_learning_rate,
)
from tf_spec_compat.contrib.learn.estimators.dnn_linear_combined import head_lib as head_lib

__all__ = [
    "DNNLinearCombinedClassifier",
    "DNNLinearCombinedEstimator",
    "DNNLinearCombinedRegressor",
]
