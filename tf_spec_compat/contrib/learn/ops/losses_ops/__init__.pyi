# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.skflow.losses_ops import (
    mean_squared_error_regressor as mean_squared_error_regressor,
)
from tf_spec_compat.skflow.losses_ops import softmax_classifier as softmax_classifier

__all__ = ["mean_squared_error_regressor", "softmax_classifier"]
