"""The imports of the experiment cases that differ between TF 1.15.5 and this package."""

from .legacy import estimator, tf

try:
    from tensorflow.contrib.learn.python.learn import (
        evaluable,
        experiment,
        export_strategy,
        learn_runner,
        monitors,
        trainable,
    )
    from tensorflow.contrib.learn.python.learn.estimators import estimator as learn_estimator
    from tensorflow.contrib.learn.python.learn.estimators import run_config
    from tensorflow.contrib.learn.python.learn.utils import gc, input_fn_utils
    from tensorflow.contrib.learn.python.learn.utils import saved_model_export_utils as export_utils
except ImportError:
    from tf_spec_compat.contrib.learn import (
        evaluable,
        experiment,
        export_strategy,
        learn_runner,
        monitors,
        trainable,
    )
    from tf_spec_compat.contrib.learn.estimators import estimator as learn_estimator
    from tf_spec_compat.contrib.learn.estimators import run_config
    from tf_spec_compat.contrib.learn.utils import gc, input_fn_utils
    from tf_spec_compat.contrib.learn.utils import saved_model_export_utils as export_utils

__all__ = [
    "estimator",
    "evaluable",
    "experiment",
    "export_strategy",
    "export_utils",
    "gc",
    "input_fn_utils",
    "learn_estimator",
    "learn_runner",
    "monitors",
    "run_config",
    "tf",
    "trainable",
]
