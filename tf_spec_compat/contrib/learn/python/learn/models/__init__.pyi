# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.models import *
from tf_spec_compat.contrib.learn.models import _reverse_seq as _reverse_seq
from tf_spec_compat.contrib.learn.models import losses_ops as losses_ops

__all__ = [
    "bidirectional_rnn",
    "get_rnn_model",
    "linear_regression",
    "linear_regression_zero_init",
    "logistic_regression",
    "logistic_regression_zero_init",
]
