# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.columns.target.column import ProblemType as ProblemType
from tf_spec_compat.columns.target.column import TargetColumn
from tf_spec_compat.columns.target.losses import (
    log_loss_with_two_classes,
    mean_squared_loss,
    softmax_cross_entropy_loss,
)
from tf_spec_compat.columns.target.metrics import _accuracy_at_threshold as _accuracy_at_threshold
from tf_spec_compat.columns.target.metrics import _float_weights_or_none as _float_weights_or_none
from tf_spec_compat.columns.target.metrics import _labels_streaming_mean as _labels_streaming_mean
from tf_spec_compat.columns.target.metrics import _MetricKeys as _MetricKeys
from tf_spec_compat.columns.target.metrics import (
    _predictions_streaming_mean as _predictions_streaming_mean,
)
from tf_spec_compat.columns.target.metrics import _streaming_at_threshold as _streaming_at_threshold
from tf_spec_compat.columns.target.metrics import _streaming_auc as _streaming_auc
from tf_spec_compat.columns.target.metrics import (
    get_default_binary_metrics_for_eval as get_default_binary_metrics_for_eval,
)
from tf_spec_compat.columns.target.metrics import run_metrics
from tf_spec_compat.columns.target.target_column import (
    _BinarySvmTargetColumn as _BinarySvmTargetColumn,
)
from tf_spec_compat.columns.target.target_column import (
    _MultiClassTargetColumn as _MultiClassTargetColumn,
)
from tf_spec_compat.columns.target.target_column import (
    _RegressionTargetColumn as _RegressionTargetColumn,
)
from tf_spec_compat.columns.target.target_column import binary_svm_target as binary_svm_target
from tf_spec_compat.columns.target.target_column import multi_class_target as multi_class_target
from tf_spec_compat.columns.target.target_column import regression_target as regression_target

__all__ = [
    "ProblemType",
    "binary_svm_target",
    "get_default_binary_metrics_for_eval",
    "multi_class_target",
    "regression_target",
]

_TargetColumn = TargetColumn
_log_loss_with_two_classes = log_loss_with_two_classes
_mean_squared_loss = mean_squared_loss
_run_metrics = run_metrics
_softmax_cross_entropy_loss = softmax_cross_entropy_loss
