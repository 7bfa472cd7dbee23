"""Regression heads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.heads.single_head import SingleHead
from tf_spec_compat.model.prediction_key import PredictionKey
from tf_spec_compat.model.problem_type import ProblemType
from tf_spec_compat.model.types import Tensor

__all__ = ["RegressionHead"]


class RegressionHead(SingleHead):
    """Scores are `link_fn(logits)`: `[batch_size]` for one label dimension, else as the logits."""

    _default_scope = "regression_head"

    def __init__(
        self, label_dimension: int, link_fn: Callable[[Tensor], Tensor] | None, **kwargs: Any
    ) -> None:
        super().__init__(ProblemType.LINEAR_REGRESSION, label_dimension, **kwargs)
        self._link_fn = tf.identity if link_fn is None else link_fn

    def _logits_to_predictions(self, logits: Tensor) -> dict[str, Tensor]:
        key = PredictionKey.SCORES
        scores = tf.squeeze(logits, [1], name=key) if self._logits_dimension == 1 else logits
        return {key: self._link_fn(scores)}

    def _metrics(
        self, predictions: dict[str, Tensor], labels: Tensor, weights: Tensor | None
    ) -> dict[str, Any]:
        return {}

    def _output_alternative(self, predictions: dict[str, Tensor]) -> dict[str, Tensor]:
        return dict(predictions)
