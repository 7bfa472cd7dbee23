# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.linear_optimizer.sdca_estimator import *
from tf_spec_compat.contrib.linear_optimizer.sdca_estimator import (
    _head_is_valid_for_sdca as _head_is_valid_for_sdca,
)
from tf_spec_compat.contrib.linear_optimizer.sdca_estimator import _SDCAEstimator as _SDCAEstimator
from tf_spec_compat.contrib.linear_optimizer.sdca_estimator import (
    _SdcaUpdateWeightsHook as _SdcaUpdateWeightsHook,
)
from tf_spec_compat.contrib.linear_optimizer.sdca_estimator import head_lib as head_lib
from tf_spec_compat.contrib.linear_optimizer.sdca_estimator import sdca_optimizer as sdca_optimizer

__all__ = ["SDCALinearRegressor", "SDCALogisticClassifier", "sdca_model_fn"]
