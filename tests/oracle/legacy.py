"""The one import that differs between TF 1.15.5 and this package; the cases take all names from here."""

try:
    from tensorflow.contrib.learn.python.learn.estimators import (
        constants,
        head,
        metric_key,
        model_fn,
        prediction_key,
    )
except ImportError:
    from tf_spec_compat.contrib.learn.estimators import (
        constants,
        head,
        metric_key,
        model_fn,
        prediction_key,
    )
    from tf_spec_compat import estimator
    import tensorflow.compat.v1 as tf
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
