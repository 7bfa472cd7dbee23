"""The bridge that brings `tf.estimator` back where TensorFlow dropped it.

Its names load `tf.estimator` when they are first used: heads and `ModelFnOps` must not cost what
that costs to import, so their modules import this one, and take `bridge.EstimatorSpec` from it
where they need it.
"""

from __future__ import annotations

from tf_spec_compat.lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "EstimatorSpec": ".namespace",
        "TPUEstimatorSpec": ".namespace",
        "TPU_SPECS": ".constructors",
        "estimator": ".namespace",
        "new_classification_output": ".constructors",
        "new_estimator_spec": ".constructors",
        "new_predict_output": ".constructors",
        "new_regression_output": ".constructors",
        "new_tpu_estimator_spec": ".constructors",
    },
)
