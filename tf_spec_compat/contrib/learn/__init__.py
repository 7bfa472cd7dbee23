"""`tensorflow.contrib.learn`."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

_MODEL_FN = ".estimators.model_fn"
_HEAD = ".estimators.head"

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "ExportStrategy": ".export_strategy",
        "Head": _HEAD,
        "InputFnOps": ".utils.input_fn_utils",
        "ModeKeys": _MODEL_FN,
        "ModelFnOps": _MODEL_FN,
        "NanLossDuringTrainingError": ".monitors",
        "PredictionKey": ".estimators.prediction_key",
        "ProblemType": ".estimators.constants",
        "binary_svm_head": _HEAD,
        "build_parsing_serving_input_fn": ".utils.input_fn_utils",
        "datasets": ".datasets:",
        "head": ".estimators.head:",
        "make_export_strategy": ".utils.saved_model_export_utils",
        "monitors": ".monitors:",
        "multi_class_head": _HEAD,
        "multi_head": _HEAD,
        "multi_label_head": _HEAD,
        "no_op_train_fn": _HEAD,
        "poisson_regression_head": _HEAD,
        "preprocessing": ".preprocessing:",
        "regression_head": _HEAD,
        "utils": ".utils:",
    },
)
