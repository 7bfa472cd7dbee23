# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.contrib.learn.estimators.dynamic_rnn_estimator import *
from tf_spec_compat.contrib.learn.estimators.dynamic_rnn_estimator import (
    _concatenate_context_input as _concatenate_context_input,
)
from tf_spec_compat.contrib.learn.estimators.dynamic_rnn_estimator import (
    _get_dynamic_rnn_model_fn as _get_dynamic_rnn_model_fn,
)
from tf_spec_compat.contrib.learn.estimators.dynamic_rnn_estimator import (
    _get_output_alternatives as _get_output_alternatives,
)
from tf_spec_compat.contrib.learn.estimators.dynamic_rnn_estimator import (
    _get_state_name as _get_state_name,
)
from tf_spec_compat.contrib.learn.estimators.dynamic_rnn_estimator import (
    _multi_value_loss as _multi_value_loss,
)
from tf_spec_compat.contrib.learn.estimators.dynamic_rnn_estimator import (
    _single_value_loss as _single_value_loss,
)
from tf_spec_compat.contrib.learn.estimators.dynamic_rnn_estimator import (
    _single_value_predictions as _single_value_predictions,
)
