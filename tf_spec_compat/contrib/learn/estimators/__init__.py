"""`tensorflow.contrib.learn.python.learn.estimators`."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "ModeKeys": ".model_fn",
        "ModelFnOps": ".model_fn",
        "MetricKey": ".metric_key",
        "PredictionKey": ".prediction_key",
        "ProblemType": ".constants",
        "constants": ".constants:",
        "head": ".head:",
        "metric_key": ".metric_key:",
        "model_fn": ".model_fn:",
        "prediction_key": ".prediction_key:",
    },
)
