"""The imports that differ between TF 1.15.5 and this package, for the life cycle's cases."""

try:
    from tensorflow.contrib.learn.python.learn import metric_spec
    from tensorflow.contrib.learn.python.learn.estimators import (
        estimator,
        head,
        model_fn,
        run_config,
    )
    from tensorflow.contrib.learn.python.learn.learn_io import data_feeder
    from tensorflow.contrib.learn.python.learn.utils import input_fn_utils
except ImportError:
    from tf_spec_compat.contrib.learn import metric_spec
    from tf_spec_compat.contrib.learn.estimators import (
        estimator,
        head,
        model_fn,
        run_config,
    )
    from tf_spec_compat.contrib.learn.learn_io import data_feeder
    from tf_spec_compat.contrib.learn.utils import input_fn_utils

__all__ = [
    "data_feeder",
    "estimator",
    "head",
    "input_fn_utils",
    "metric_spec",
    "model_fn",
    "run_config",
]
