# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators import head
from tf_spec_compat.contrib.linear_optimizer import sdca_optimizer as sdca_optimizer
from tf_spec_compat.estimators.canned.sdca_estimators import (
    SDCALinearRegressor as SDCALinearRegressor,
)
from tf_spec_compat.estimators.canned.sdca_estimators import (
    SDCALogisticClassifier as SDCALogisticClassifier,
)
from tf_spec_compat.estimators.canned.sdca_estimators import (
    _head_is_valid_for_sdca as _head_is_valid_for_sdca,
)
from tf_spec_compat.estimators.canned.sdca_estimators import _SDCAEstimator as _SDCAEstimator
from tf_spec_compat.estimators.canned.sdca_estimators import sdca_model_fn as sdca_model_fn
from tf_spec_compat.estimators.canned.sdca_model_fn import SdcaUpdateWeightsHook

__all__ = ["SDCALinearRegressor", "SDCALogisticClassifier", "sdca_model_fn"]

_SdcaUpdateWeightsHook = SdcaUpdateWeightsHook
head_lib = head
