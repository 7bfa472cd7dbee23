# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.ops import losses_ops as losses_ops
from tf_spec_compat.skflow.models import _reverse_seq as _reverse_seq
from tf_spec_compat.skflow.models import bidirectional_rnn as bidirectional_rnn
from tf_spec_compat.skflow.models import get_rnn_model as get_rnn_model
from tf_spec_compat.skflow.models import linear_regression as linear_regression
from tf_spec_compat.skflow.models import linear_regression_zero_init as linear_regression_zero_init
from tf_spec_compat.skflow.models import logistic_regression as logistic_regression
from tf_spec_compat.skflow.models import (
    logistic_regression_zero_init as logistic_regression_zero_init,
)

__all__ = [
    "bidirectional_rnn",
    "get_rnn_model",
    "linear_regression",
    "linear_regression_zero_init",
    "logistic_regression",
    "logistic_regression_zero_init",
]
