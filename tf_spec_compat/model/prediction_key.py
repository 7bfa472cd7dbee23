"""The names of the tensors that heads predict (`...learn.estimators.prediction_key`)."""

from __future__ import annotations

__all__ = ["PredictionKey"]


class PredictionKey:
    """Keys of the `predictions` of contrib's heads, and of the tensors in `output_alternatives`.

    Deprecated: `tf.estimator.Head`s have keys of their own, such as `class_ids`. Behaviour: TF
    1.15.5.

    Example:
      >>> ops = learn.multi_class_head(3).create_model_fn_ops({}, "infer", logits=tf.zeros([2, 3]))
      >>> ops.predictions[learn.PredictionKey.PROBABILITIES].shape.as_list()
      [2, 3]
    """

    CLASSES = "classes"
    PROBABILITIES = "probabilities"
    LOGITS = "logits"
    LOGISTIC = "logistic"
    SCORES = "scores"
    TOP_K = "top_k"
    GENERIC = "output"
