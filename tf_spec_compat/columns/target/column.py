"""What all target columns have in common: names, weights and losses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat.model.types import Tensor

__all__ = ["Metrics", "ProblemType", "TargetColumn"]

Metrics = Mapping[Any, Callable[..., Any]]


class ProblemType:
    """Kinds of problems, as numbers.

    Behaviour: TF 1.15.5.

    Example:
      >>> layers.multi_class_target(3).problem_type == ProblemType.CLASSIFICATION
      True
    """

    UNSPECIFIED = 0
    CLASSIFICATION = 1
    LINEAR_REGRESSION = 2
    LOGISTIC_REGRESSION = 3


class TargetColumn:
    """What all target columns have in common."""

    def __init__(
        self,
        loss_fn: Callable[[Any, Any], Any] | None,
        num_label_columns: int,
        label_name: str | None,
        weight_column_name: str | None,
        problem_type: int,
    ) -> None:
        if loss_fn is None:
            raise ValueError("loss_fn must be provided; it takes logits and labels.")
        self._loss_fn = loss_fn
        self._num_label_columns = num_label_columns
        self._label_name = label_name
        self._weight_column_name = weight_column_name
        self._problem_type = problem_type

    def logits_to_predictions(self, logits: Tensor, proba: bool = False) -> Tensor:
        """Turns logits into predictions; a kind of target column says how."""
        raise NotImplementedError(f"{type(self).__name__} defines no logits_to_predictions.")

    def get_eval_ops(
        self, features: Any, logits: Tensor, labels: Tensor, metrics: Metrics | None = None
    ) -> dict[Any, Any]:
        """Builds the metrics of an evaluation; a kind of target column says which."""
        raise NotImplementedError(f"{type(self).__name__} defines no get_eval_ops.")

    @property
    def label_name(self) -> str | None:
        """Key of the labels, where they are a dict."""
        return self._label_name

    @property
    def weight_column_name(self) -> str | None:
        """Key of the weights in the features, if there are any."""
        return self._weight_column_name

    @property
    def num_label_columns(self) -> int:
        """How many columns the logits have."""
        return self._num_label_columns

    @property
    def problem_type(self) -> int:
        """One of `ProblemType`."""
        return self._problem_type

    def get_weight_tensor(self, features: Mapping[str, Any]) -> Tensor:
        """Gives the weights as a float `Tensor` of shape `[batch]`, or None.

        Raises:
          KeyError: If the features do not have the weight column.
        """
        if not self._weight_column_name:
            return None
        weights = features[self._weight_column_name]
        return tf1.reshape(tf1.cast(weights, tf1.float32), shape=(-1,))

    def loss(self, logits: Tensor, target: Tensor, features: Any) -> Tensor:
        """Gives the (weighted) mean loss of the batch, a scalar.

        Args:
          logits: A `Tensor` `[batch, num_label_columns]`.
          target: The labels, a `Tensor` or a dict of them.
          features: Dict with the weights, where there are any.
        """
        losses, weights = self._losses(logits, target, features)
        if weights is None:
            return tf1.reduce_mean(losses, name="loss")
        total = tf1.reduce_sum(self._weighted_loss(losses, weights))
        return tf1.divide(total, tf1.reduce_sum(weights), name="loss")

    def training_loss(
        self, logits: Tensor, target: Tensor, features: Any, name: str = "training_loss"
    ) -> Tensor:
        """Gives the loss to train on: the sum of weighted losses by the number of examples.

        Args:
          logits: A `Tensor` `[batch, num_label_columns]`.
          target: The labels, a `Tensor` or a dict of them.
          features: Dict with the weights, where there are any.
          name: Name of the result.
        """
        losses, weights = self._losses(logits, target, features)
        if weights is not None:
            losses = self._weighted_loss(losses, weights)
        return tf1.reduce_mean(losses, name=name)

    def _losses(self, logits: Tensor, target: Tensor, features: Any) -> tuple[Any, Any]:
        return self._loss_fn(logits, self._labels(target)), self.get_weight_tensor(features)

    def _labels(self, labels: Tensor) -> Tensor:
        if not isinstance(labels, Mapping):
            return labels
        if self._label_name not in labels:
            raise AttributeError(
                f"labels are a dict with {sorted(labels)}, without label_name "
                f"{self._label_name!r}; give the target column the label_name of one of them."
            )
        return labels[self._label_name]

    def _weighted_loss(self, loss: Tensor, weight_tensor: Tensor) -> Tensor:
        return tf1.multiply(tf1.reshape(loss, (-1,)), tf1.reshape(weight_tensor, (-1,)))
