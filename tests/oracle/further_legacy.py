"""The imports that differ between TF 1.15.5 and this package, for the further estimators' cases."""

try:
    from tensorflow.contrib import layers
    from tensorflow.contrib.learn.python.learn.estimators import (
        constants,
        debug,
        estimator,
        estimator_test_utils,
        kmeans,
        linear,
        logistic_regressor,
        metric_key,
        model_fn,
        run_config,
        svm,
        test_data,
    )
    from tensorflow.contrib.learn.python.learn.utils import input_fn_utils
    from tensorflow.contrib.linear_optimizer.python import sdca_estimator, sdca_optimizer
    from tensorflow.contrib.linear_optimizer.python.ops import (
        sdca_ops,
        sharded_mutable_dense_hashtable,
        sparse_feature_column,
    )
except ImportError:
    from tf_spec_compat.contrib.learn.estimators import (
        constants,
        debug,
        estimator,
        estimator_test_utils,
        kmeans,
        linear,
        logistic_regressor,
        metric_key,
        model_fn,
        run_config,
        svm,
        test_data,
    )
    from tf_spec_compat.contrib.learn.utils import input_fn_utils
    from tf_spec_compat.contrib.linear_optimizer import (
        sdca_estimator,
        sdca_ops,
        sdca_optimizer,
        sharded_mutable_dense_hashtable,
        sparse_feature_column,
    )

    from tf_spec_compat.contrib import layers

__all__ = [
    "constants",
    "debug",
    "estimator",
    "estimator_test_utils",
    "input_fn_utils",
    "kmeans",
    "layers",
    "linear",
    "logistic_regressor",
    "metric_key",
    "model_fn",
    "run_config",
    "sdca_estimator",
    "sdca_ops",
    "sdca_optimizer",
    "sharded_mutable_dense_hashtable",
    "sparse_feature_column",
    "svm",
    "test_data",
]
