"""What contrib took from tensorflow-estimator's private modules and is not public there."""

from __future__ import annotations

import importlib
from typing import Any

from tf_spec_compat._tf import estimator as _estimator

__all__ = [
    "SavedModelEstimator",
    "binary_head",
    "build_supervised_input_receiver_fn_from_input_fn",
    "export_estimator_savedmodel",
    "multi_class_head",
    "regression_head",
]


def _take(module: str, name: str) -> Any:
    """Imports it after the bridge has made tensorflow-estimator importable."""
    assert _estimator is not None
    return getattr(importlib.import_module(f"tensorflow_estimator.python.estimator.{module}"), name)


SavedModelEstimator = _take("canned.saved_model_estimator", "SavedModelEstimator")
binary_head = _take("canned.head", "_binary_logistic_head_with_sigmoid_cross_entropy_loss")
build_supervised_input_receiver_fn_from_input_fn = _take(
    "export.export", "build_supervised_input_receiver_fn_from_input_fn"
)
export_estimator_savedmodel = _take("tpu.tpu_estimator", "export_estimator_savedmodel")
multi_class_head = _take("canned.head", "_multi_class_head_with_softmax_cross_entropy_loss")
regression_head = _take("canned.head", "_regression_head")
