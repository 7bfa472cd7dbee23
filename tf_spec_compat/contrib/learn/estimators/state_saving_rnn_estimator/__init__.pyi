# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.recurrent.model_parts import multi_value_loss
from tf_spec_compat.estimators.recurrent.state_saving_model_fn import (
    construct_state_saving_rnn as construct_state_saving_rnn,
)
from tf_spec_compat.estimators.recurrent.state_saving_model_fn import (
    get_initial_states,
    get_name_or_parent_names,
    get_rnn_model_fn,
    get_state_names,
    prepare_features_for_sqss,
    prepare_inputs_for_rnn,
    read_batch,
)
from tf_spec_compat.estimators.recurrent.state_saving_rnn_estimator import (
    StateSavingRnnEstimator as StateSavingRnnEstimator,
)
from tf_spec_compat.estimators.recurrent.states import get_state_name
from tf_spec_compat.estimators.recurrent.states import state_tuple_to_dict as state_tuple_to_dict

__all__ = ["StateSavingRnnEstimator", "construct_state_saving_rnn", "state_tuple_to_dict"]

_get_initial_states = get_initial_states
_get_name_or_parent_names = get_name_or_parent_names
_get_rnn_model_fn = get_rnn_model_fn
_get_state_name = get_state_name
_get_state_names = get_state_names
_multi_value_loss = multi_value_loss
_prepare_features_for_sqss = prepare_features_for_sqss
_prepare_inputs_for_rnn = prepare_inputs_for_rnn
_read_batch = read_batch
