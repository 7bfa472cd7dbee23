"""`tensorflow.contrib.learn`."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

_MODEL_FN = ".estimators.model_fn"
_HEAD = ".estimators.head"

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "Head": _HEAD,
        "ModeKeys": _MODEL_FN,
        "ModelFnOps": _MODEL_FN,
        "PredictionKey": ".estimators.prediction_key",
        "ProblemType": ".estimators.constants",
        "binary_svm_head": _HEAD,
        "datasets": ".datasets:",
        "head": ".estimators.head:",
        "multi_class_head": _HEAD,
        "multi_head": _HEAD,
        "multi_label_head": _HEAD,
        "no_op_train_fn": _HEAD,
        "poisson_regression_head": _HEAD,
        "regression_head": _HEAD,
    },
)
