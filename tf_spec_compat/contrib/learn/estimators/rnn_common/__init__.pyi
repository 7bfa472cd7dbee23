# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib import rnn
from tf_spec_compat.estimators.recurrent.rnn_common import _CELL_TYPES as _CELL_TYPES
from tf_spec_compat.estimators.recurrent.rnn_common import PredictionType as PredictionType
from tf_spec_compat.estimators.recurrent.rnn_common import RNNKeys as RNNKeys
from tf_spec_compat.estimators.recurrent.rnn_common import _get_single_cell as _get_single_cell
from tf_spec_compat.estimators.recurrent.rnn_common import apply_dropout as apply_dropout
from tf_spec_compat.estimators.recurrent.rnn_common import construct_rnn_cell as construct_rnn_cell
from tf_spec_compat.estimators.recurrent.rnn_common import (
    get_eval_metric_ops as get_eval_metric_ops,
)
from tf_spec_compat.estimators.recurrent.rnn_common import (
    mask_activations_and_labels as mask_activations_and_labels,
)
from tf_spec_compat.estimators.recurrent.rnn_common import (
    multi_value_predictions as multi_value_predictions,
)
from tf_spec_compat.estimators.recurrent.rnn_common import (
    select_last_activations as select_last_activations,
)

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

contrib_rnn = rnn
