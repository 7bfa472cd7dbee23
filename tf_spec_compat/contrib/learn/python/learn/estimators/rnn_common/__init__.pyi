# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators.rnn_common import *
from tf_spec_compat.contrib.learn.estimators.rnn_common import _CELL_TYPES as _CELL_TYPES
from tf_spec_compat.contrib.learn.estimators.rnn_common import _get_single_cell as _get_single_cell
from tf_spec_compat.contrib.learn.estimators.rnn_common import contrib_rnn as contrib_rnn

__all__ = [
    "PredictionType",
    "RNNKeys",
    "apply_dropout",
    "construct_rnn_cell",
    "get_eval_metric_ops",
    "mask_activations_and_labels",
    "multi_value_predictions",
    "select_last_activations",
]
