# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators.state_saving_rnn_estimator import *
from tf_spec_compat.contrib.learn.estimators.state_saving_rnn_estimator import (
    _get_initial_states as _get_initial_states,
)
from tf_spec_compat.contrib.learn.estimators.state_saving_rnn_estimator import (
    _get_name_or_parent_names as _get_name_or_parent_names,
)
from tf_spec_compat.contrib.learn.estimators.state_saving_rnn_estimator import (
    _get_rnn_model_fn as _get_rnn_model_fn,
)
from tf_spec_compat.contrib.learn.estimators.state_saving_rnn_estimator import (
    _get_state_name as _get_state_name,
)
from tf_spec_compat.contrib.learn.estimators.state_saving_rnn_estimator import (
    _get_state_names as _get_state_names,
)
from tf_spec_compat.contrib.learn.estimators.state_saving_rnn_estimator import (
    _multi_value_loss as _multi_value_loss,
)
from tf_spec_compat.contrib.learn.estimators.state_saving_rnn_estimator import (
    _prepare_features_for_sqss as _prepare_features_for_sqss,
)
from tf_spec_compat.contrib.learn.estimators.state_saving_rnn_estimator import (
    _prepare_inputs_for_rnn as _prepare_inputs_for_rnn,
)
from tf_spec_compat.contrib.learn.estimators.state_saving_rnn_estimator import (
    _read_batch as _read_batch,
)
