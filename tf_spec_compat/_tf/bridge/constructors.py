"""How specs and export outputs are constructed without the deprecations that TensorFlow logs.

What lies below a deprecated constructor is called, which costs nothing: a conversion may cost
little more than the constructor.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf.bridge.namespace import EstimatorSpec, TPUEstimatorSpec, estimator
from tf_spec_compat._tf.deprecations import silenced_deprecations

__all__ = [
    "TPU_SPECS",
    "new_classification_output",
    "new_estimator_spec",
    "new_predict_output",
    "new_regression_output",
    "new_tpu_estimator_spec",
]

# The class itself, and the one below it that the canned heads of tensorflow-estimator return.
TPU_SPECS: Any = TPUEstimatorSpec.__mro__[:2]


def _spec_constructor(kind: Any) -> Callable[..., Any]:
    new = getattr(kind.__new__, "__wrapped__", kind.__new__)

    # As a dict: handing arguments on by name would copy them once more.
    def construct(fields: dict[str, Any]) -> Any:
        if fields["export_outputs"] is not None:
            return new(kind, **fields)
        # A PredictOutput is made of the predictions then: one more deprecation.
        with silenced_deprecations():
            return new(kind, **fields)

    return construct


def _output_constructor(kind: Any) -> Callable[..., Any]:
    initialize = getattr(kind.__init__, "__wrapped__", kind.__init__)

    def construct(*args: Any) -> Any:
        output = object.__new__(kind)
        initialize(output, *args)
        return output

    return construct


new_estimator_spec = _spec_constructor(EstimatorSpec)
new_tpu_estimator_spec = _spec_constructor(TPUEstimatorSpec)
new_classification_output = _output_constructor(estimator.export.ClassificationOutput)
new_predict_output = _output_constructor(estimator.export.PredictOutput)
new_regression_output = _output_constructor(estimator.export.RegressionOutput)
