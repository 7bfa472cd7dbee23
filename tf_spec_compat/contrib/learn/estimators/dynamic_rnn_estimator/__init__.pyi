# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.recurrent.dynamic_model_fn import (
    build_sequence_input as build_sequence_input,
)
from tf_spec_compat.estimators.recurrent.dynamic_model_fn import (
    concatenate_context_input,
    get_dynamic_rnn_model_fn,
    get_output_alternatives,
    single_value_loss,
    single_value_predictions,
)
from tf_spec_compat.estimators.recurrent.dynamic_model_fn import construct_rnn as construct_rnn
from tf_spec_compat.estimators.recurrent.dynamic_rnn_estimator import (
    DynamicRnnEstimator as DynamicRnnEstimator,
)
from tf_spec_compat.estimators.recurrent.model_parts import multi_value_loss
from tf_spec_compat.estimators.recurrent.rnn_common import PredictionType as PredictionType
from tf_spec_compat.estimators.recurrent.states import dict_to_state_tuple as dict_to_state_tuple
from tf_spec_compat.estimators.recurrent.states import get_state_name
from tf_spec_compat.estimators.recurrent.states import state_tuple_to_dict as state_tuple_to_dict

__all__ = [
    "DynamicRnnEstimator",
    "PredictionType",
    "build_sequence_input",
    "construct_rnn",
    "dict_to_state_tuple",
    "state_tuple_to_dict",
]

_concatenate_context_input = concatenate_context_input
_get_dynamic_rnn_model_fn = get_dynamic_rnn_model_fn
_get_output_alternatives = get_output_alternatives
_get_state_name = get_state_name
_multi_value_loss = multi_value_loss
_single_value_loss = single_value_loss
_single_value_predictions = single_value_predictions
