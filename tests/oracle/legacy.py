"""The one import that differs between TF 1.15.5 and this package; all cases import from here."""

try:
    from tensorflow.contrib.learn.python.learn.estimators import (
        constants,
        head,
        metric_key,
        model_fn,
        prediction_key,
    )
except ImportError:
    import tensorflow.compat.v1 as tf
    from tf_spec_compat.contrib.learn.estimators import (
        constants,
        head,
        metric_key,
        model_fn,
        prediction_key,
    )

    from tf_spec_compat import estimator
else:
    import tensorflow as tf

    estimator = tf.estimator

__all__ = [
    "constants",
    "estimator",
    "head",
    "metric_key",
    "model_fn",
    "prediction_key",
    "tf",
]
