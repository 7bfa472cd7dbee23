"""The names of the tensors that heads predict (`...learn.estimators.prediction_key`)."""

from __future__ import annotations

__all__ = ["PredictionKey"]


class PredictionKey:
    """Keys of the `predictions` of contrib's heads, and of the tensors in `output_alternatives`.

    Deprecated: `tf.estimator.Head`s have keys of their own, such as `class_ids`.
    """

    CLASSES = "classes"
    PROBABILITIES = "probabilities"
    LOGITS = "logits"
    LOGISTIC = "logistic"
    SCORES = "scores"
    TOP_K = "top_k"
    GENERIC = "output"
