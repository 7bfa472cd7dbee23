# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.layers.target_column import *
from tf_spec_compat.contrib.layers.target_column import (
    _accuracy_at_threshold as _accuracy_at_threshold,
)
from tf_spec_compat.contrib.layers.target_column import (
    _BinarySvmTargetColumn as _BinarySvmTargetColumn,
)
from tf_spec_compat.contrib.layers.target_column import (
    _float_weights_or_none as _float_weights_or_none,
)
from tf_spec_compat.contrib.layers.target_column import (
    _labels_streaming_mean as _labels_streaming_mean,
)
from tf_spec_compat.contrib.layers.target_column import (
    _log_loss_with_two_classes as _log_loss_with_two_classes,
)
from tf_spec_compat.contrib.layers.target_column import _mean_squared_loss as _mean_squared_loss
from tf_spec_compat.contrib.layers.target_column import _MetricKeys as _MetricKeys
from tf_spec_compat.contrib.layers.target_column import (
    _MultiClassTargetColumn as _MultiClassTargetColumn,
)
from tf_spec_compat.contrib.layers.target_column import (
    _predictions_streaming_mean as _predictions_streaming_mean,
)
from tf_spec_compat.contrib.layers.target_column import (
    _RegressionTargetColumn as _RegressionTargetColumn,
)
from tf_spec_compat.contrib.layers.target_column import _run_metrics as _run_metrics
from tf_spec_compat.contrib.layers.target_column import (
    _softmax_cross_entropy_loss as _softmax_cross_entropy_loss,
)
from tf_spec_compat.contrib.layers.target_column import (
    _streaming_at_threshold as _streaming_at_threshold,
)
from tf_spec_compat.contrib.layers.target_column import _streaming_auc as _streaming_auc
from tf_spec_compat.contrib.layers.target_column import _TargetColumn as _TargetColumn
