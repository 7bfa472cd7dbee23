"""The imports that differ between TF 1.15.5 and this package, for the canned estimators' cases."""

try:
    from tensorflow.contrib import layers
    from tensorflow.contrib.learn.python.learn.estimators import (
        composable_model,
        dnn,
        dnn_linear_combined,
        head,
        linear,
        run_config,
    )
    from tensorflow.contrib.learn.python.learn.metric_spec import MetricSpec
    from tensorflow.contrib.linear_optimizer.python.sdca_optimizer import SDCAOptimizer
except ImportError:
    from tf_spec_compat.contrib.learn.estimators import (
        composable_model,
        dnn,
        dnn_linear_combined,
        head,
        linear,
        run_config,
    )
    from tf_spec_compat.contrib.learn.metric_spec import MetricSpec
    from tf_spec_compat.contrib.linear_optimizer.sdca_optimizer import SDCAOptimizer

    from tf_spec_compat.contrib import layers

__all__ = [
    "MetricSpec",
    "SDCAOptimizer",
    "composable_model",
    "dnn",
    "dnn_linear_combined",
    "head",
    "layers",
    "linear",
    "run_config",
]
