"""The imports that differ between TF 1.15.5 and this package, for the cases of RNN estimators."""

try:
    from tensorflow.contrib import layers, rnn
    from tensorflow.contrib.layers.python.layers import target_column
    from tensorflow.contrib.learn.python.learn.estimators import (
        constants,
        dynamic_rnn_estimator,
        rnn_common,
        run_config,
        state_saving_rnn_estimator,
    )
    from tensorflow.contrib.learn.python.learn.utils import input_fn_utils
    from tensorflow.contrib.training.python.training import sequence_queueing_state_saver
except ImportError:
    from tf_spec_compat.contrib.layers import target_column
    from tf_spec_compat.contrib.learn.estimators import (
        constants,
        dynamic_rnn_estimator,
        rnn_common,
        run_config,
        state_saving_rnn_estimator,
    )
    from tf_spec_compat.contrib.learn.utils import input_fn_utils
    from tf_spec_compat.contrib.training import sequence_queueing_state_saver

    from tf_spec_compat.contrib import layers, rnn

__all__ = [
    "constants",
    "dynamic_rnn_estimator",
    "input_fn_utils",
    "layers",
    "rnn",
    "rnn_common",
    "run_config",
    "sequence_queueing_state_saver",
    "state_saving_rnn_estimator",
    "target_column",
]
