"""`tensorflow.contrib.layers.python.layers.target_column`: what came before contrib.learn's heads.

A target column turns logits into predictions, and logits and labels into losses and metrics. New
code takes a head (`tf_spec_compat.contrib.learn.estimators.head`).

Differs from contrib in that labels given as a dict work: contrib failed on them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat.columns.target.column import Metrics, ProblemType, TargetColumn
from tf_spec_compat.columns.target.losses import (
    hinge_loss,
    log_loss_with_two_classes,
    mean_squared_loss,
    softmax_cross_entropy_loss,
)
from tf_spec_compat.columns.target.metrics import (
    get_default_binary_metrics_for_eval,
    run_metrics,
)
from tf_spec_compat.model.types import Tensor

__all__ = ["binary_svm_target", "multi_class_target", "regression_target"]


def regression_target(
    label_name: str | None = None,
    weight_column_name: str | None = None,
    label_dimension: int = 1,
) -> _RegressionTargetColumn:
    """Makes a target column for linear regression with the mean squared loss.

    Behaviour: TF 1.15.5.

    Args:
      label_name: Key of the labels, where they are a dict.
      weight_column_name: Key in the features of one weight an example.
      label_dimension: Columns of logits and labels.

    Returns:
      The target column.

    Example:
      >>> target = layers.regression_target()
      >>> loss = target.loss(tf.constant([[1.0], [3.0]]), tf.constant([[2.0], [3.0]]), features={})
      >>> with tf.Session():
      ...     print(loss.eval())
      0.5
    """
    return _RegressionTargetColumn(
        mean_squared_loss, label_name, weight_column_name, label_dimension
    )


def multi_class_target(
    n_classes: int, label_name: str | None = None, weight_column_name: str | None = None
) -> _MultiClassTargetColumn:
    """Makes a target column for one class out of `n_classes`, with the cross entropy loss.

    Behaviour: TF 1.15.5.

    Args:
      n_classes: Number of classes. Two classes need one logit.
      label_name: Key of the labels, where they are a dict.
      weight_column_name: Key in the features of one weight an example.

    Returns:
      The target column.

    Raises:
      ValueError: If `n_classes` is less than 2.

    Example:
      >>> target = layers.multi_class_target(n_classes=3)
      >>> with tf.Session():
      ...     print(target.logits_to_predictions(tf.constant([[0.0, 2.0, 1.0]])).eval())
      [1]
    """
    if n_classes < 2:
        raise ValueError(
            f"n_classes must be > 1 for classification. Given: {n_classes}; for one number an "
            "example take regression_target."
        )
    loss_fn = log_loss_with_two_classes if n_classes == 2 else softmax_cross_entropy_loss
    return _MultiClassTargetColumn(loss_fn, n_classes, label_name, weight_column_name)


def binary_svm_target(
    label_name: str | None = None, weight_column_name: str | None = None
) -> _BinarySvmTargetColumn:
    """Makes a target column for two classes with the hinge loss; it gives no probabilities.

    Behaviour: TF 1.15.5.

    Args:
      label_name: Key of the labels, where they are a dict.
      weight_column_name: Key in the features of one weight an example.

    Returns:
      The target column.

    Example:
      >>> loss = binary_svm_target().loss(tf.constant([[0.5]]), tf.constant([[1]]), features={})
      >>> with tf.Session():
      ...     print(loss.eval())
      0.5
    """
    return _BinarySvmTargetColumn(label_name, weight_column_name)


class _RegressionTargetColumn(TargetColumn):
    """Linear regression: the predictions are the logits."""

    def __init__(
        self,
        loss_fn: Callable[[Any, Any], Any],
        label_name: str | None,
        weight_column_name: str | None,
        label_dimension: int,
    ) -> None:
        super().__init__(
            loss_fn, label_dimension, label_name, weight_column_name, ProblemType.LINEAR_REGRESSION
        )

    def logits_to_predictions(self, logits: Tensor, proba: bool = False) -> Tensor:
        """Gives the logits, as `[batch]` where there is one column."""
        return tf1.squeeze(logits, axis=[1]) if self.num_label_columns == 1 else logits

    def get_eval_ops(
        self, features: Any, logits: Tensor, labels: Tensor, metrics: Metrics | None = None
    ) -> dict[Any, Any]:
        """Builds the metric `loss`, and `metrics`: name -> function of predictions and labels."""
        result: dict[Any, Any] = {
            "loss": tf1.metrics.mean(self.loss(logits, labels, features)),
        }
        if metrics:
            predictions = self.logits_to_predictions(logits, proba=False)
            weights = self.get_weight_tensor(features)
            result.update(run_metrics(predictions, self._labels(labels), metrics, weights))
        return result


class _MultiClassTargetColumn(TargetColumn):
    """Classification: the predictions are class ids or probabilities."""

    def __init__(
        self,
        loss_fn: Callable[[Any, Any], Any],
        n_classes: int,
        label_name: str | None,
        weight_column_name: str | None,
    ) -> None:
        if n_classes < 2:
            raise ValueError(f"n_classes must be >= 2. Given: {n_classes}.")
        columns = 1 if n_classes == 2 else n_classes
        super().__init__(
            loss_fn, columns, label_name, weight_column_name, ProblemType.CLASSIFICATION
        )

    def logits_to_predictions(self, logits: Tensor, proba: bool = False) -> Tensor:
        """Gives class ids, int64 `[batch]`, or with `proba` probabilities `[batch, n_classes]`."""
        if self.num_label_columns == 1:
            logits = tf1.concat([tf1.zeros_like(logits), logits], 1)
        return tf1.nn.softmax(logits) if proba else tf1.argmax(logits, 1)

    def _default_eval_metrics(self) -> dict[str, Callable[..., Any]]:
        if self.num_label_columns == 1:
            return get_default_binary_metrics_for_eval([0.5])
        return {}

    def get_eval_ops(
        self, features: Any, logits: Tensor, labels: Tensor, metrics: Metrics | None = None
    ) -> dict[Any, Any]:
        """Builds the metrics of an evaluation.

        Args:
          features: Dict with the weights, where there are any.
          logits: A `Tensor` `[batch, num_label_columns]`.
          labels: The labels, a `Tensor` or a dict of them.
          metrics: Name, or `(name, "classes")` or `(name, "probabilities")` -> function of
            predictions and labels, and `weights` where there are any. None stands for the accuracy.

        Returns:
          Metric name -> value and update op: the given metrics, the `loss` and, for two classes,
          contrib's default ones.

        Raises:
          ValueError: If a key of `metrics` is none of the three.
        """
        result: dict[Any, Any] = {"loss": tf1.metrics.mean(self.loss(logits, labels, features))}
        labels = self._labels(labels)
        if metrics is None:
            metrics = {("accuracy", "classes"): _accuracy}
        by_kind: dict[str, dict[Any, Callable[..., Any]]] = {"classes": {}, "probabilities": {}}
        for key, metric in metrics.items():
            name, kind = _metric_name(key)
            by_kind[kind][name] = metric
        defaults = self._default_eval_metrics()
        if defaults:
            # contrib's quirk: these do not take weights into account.
            result.update(run_metrics(tf1.sigmoid(logits), labels, defaults, None))
        weights = self.get_weight_tensor(features)
        for kind, chosen in by_kind.items():
            if chosen:
                predictions = self.logits_to_predictions(logits, proba=kind == "probabilities")
                result.update(run_metrics(predictions, labels, chosen, weights))
        return result


class _BinarySvmTargetColumn(_MultiClassTargetColumn):
    """Two classes by a support vector machine."""

    def __init__(self, label_name: str | None, weight_column_name: str | None) -> None:
        super().__init__(hinge_loss, 2, label_name, weight_column_name)

    def logits_to_predictions(self, logits: Tensor, proba: bool = False) -> Tensor:
        """Gives class ids, int64 `[batch]`.

        Raises:
          ValueError: With `proba`.
        """
        if proba:
            raise ValueError(
                "logits to probabilities is not supported for _BinarySvmTargetColumn; ask for "
                "classes, or use multi_class_target(2)."
            )
        return super().logits_to_predictions(logits)


def _accuracy(predictions: Tensor, labels: Tensor, weights: Tensor = None) -> Any:
    return tf1.metrics.accuracy(labels, predictions, weights)


def _metric_name(key: Any) -> tuple[Any, str]:
    """Gives a metric's name and what it is computed from."""
    if isinstance(key, str):
        return key, "classes"
    if not isinstance(key, tuple):
        raise ValueError(
            f"Ignoring metric {key}. Its name is not in the correct form: a string, or a tuple of "
            "a string and 'classes' or 'probabilities'."
        )
    if len(key) != 2:
        raise ValueError(
            f"Ignoring metric {key}. It returned a tuple with len {len(key)}, expected 2."
        )
    if key[1] not in ("classes", "probabilities"):
        raise ValueError(
            f"Ignoring metric {key}. The 2nd element of its name should be either 'classes' or "
            "'probabilities'."
        )
    return key
