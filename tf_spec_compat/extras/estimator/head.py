"""`tensorflow.contrib.estimator.python.estimator.head`: heads for `tf.estimator`.

They are core's own, with contrib's names and defaults: losses are means over the batch.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import private, tf, tf1

__all__ = [
    "binary_classification_head",
    "logistic_regression_head",
    "multi_class_head",
    "poisson_regression_head",
    "regression_head",
]

_MEAN = "weighted_sum_over_batch_size"


def multi_class_head(
    n_classes: int,
    weight_column: Any = None,
    label_vocabulary: Sequence[str] | None = None,
    loss_reduction: str = _MEAN,
    loss_fn: Callable[..., Any] | None = None,
    name: str | None = None,
) -> Any:
    """Returns a head for one of `n_classes` > 2 classes, with softmax cross entropy.

    Args:
      n_classes: How many classes.
      weight_column: A feature of weights, by name or as a numeric column.
      label_vocabulary: The classes' names, if labels are strings.
      loss_reduction: One of `tf.losses.Reduction`.
      loss_fn: Returns unreduced losses, in place of cross entropy.
      name: Suffix of metrics and summaries, and name scope.

    Raises:
      ValueError: An argument is out of its range.
    """
    return private.multi_class_head(
        n_classes,
        weight_column=weight_column,
        label_vocabulary=label_vocabulary,
        loss_reduction=loss_reduction,
        loss_fn=loss_fn,
        name=name,
    )


def binary_classification_head(
    weight_column: Any = None,
    thresholds: Sequence[float] | None = None,
    label_vocabulary: Sequence[str] | None = None,
    loss_reduction: str = _MEAN,
    loss_fn: Callable[..., Any] | None = None,
    name: str | None = None,
) -> Any:
    """Returns a head for two classes, with sigmoid cross entropy.

    Args:
      weight_column: A feature of weights, by name or as a numeric column.
      thresholds: Between 0 and 1, for which to have accuracy, precision and recall.
      label_vocabulary: The classes' names, if labels are strings.
      loss_reduction: One of `tf.losses.Reduction`.
      loss_fn: Returns unreduced losses, in place of cross entropy.
      name: Suffix of metrics and summaries, and name scope.

    Raises:
      ValueError: An argument is out of its range.
    """
    return private.binary_head(
        weight_column=weight_column,
        thresholds=thresholds,
        label_vocabulary=label_vocabulary,
        loss_reduction=loss_reduction,
        loss_fn=loss_fn,
        name=name,
    )


def regression_head(
    weight_column: Any = None,
    label_dimension: int = 1,
    loss_reduction: str = _MEAN,
    loss_fn: Callable[..., Any] | None = None,
    inverse_link_fn: Callable[[Any], Any] | None = None,
    name: str | None = None,
) -> Any:
    """Returns a head for regression, with squared loss.

    Args:
      weight_column: A feature of weights, by name or as a numeric column.
      label_dimension: How many numbers a label has.
      loss_reduction: One of `tf.losses.Reduction`.
      loss_fn: Returns unreduced losses, in place of squared ones.
      inverse_link_fn: What to make of logits in predictions.
      name: Suffix of metrics and summaries, and name scope.

    Raises:
      ValueError: An argument is out of its range.
    """
    return private.regression_head(
        weight_column=weight_column,
        label_dimension=label_dimension,
        loss_reduction=loss_reduction,
        loss_fn=loss_fn,
        inverse_link_fn=inverse_link_fn,
        name=name,
    )


def poisson_regression_head(
    weight_column: Any = None,
    label_dimension: int = 1,
    loss_reduction: str = _MEAN,
    compute_full_loss: bool = True,
    name: str | None = None,
) -> Any:
    """Returns a head for counts, with Poisson loss; predictions are exponentials of logits.

    Args:
      weight_column: A feature of weights, by name or as a numeric column.
      label_dimension: How many numbers a label has.
      loss_reduction: One of `tf.losses.Reduction`.
      compute_full_loss: Whether to add Stirling's approximation of the label's factorial.
      name: Suffix of metrics and summaries, and name scope.

    Raises:
      ValueError: An argument is out of its range.
    """

    def loss(labels: Any, logits: Any) -> Any:
        return tf.nn.log_poisson_loss(labels, logits, compute_full_loss=compute_full_loss)

    return regression_head(weight_column, label_dimension, loss_reduction, loss, tf.exp, name)


def logistic_regression_head(
    weight_column: Any = None, loss_reduction: str = _MEAN, name: str | None = None
) -> Any:
    """Returns a head for labels from 0 to 1, with cross entropy; predictions are probabilities.

    Args:
      weight_column: A feature of weights, by name or as a numeric column.
      loss_reduction: One of `tf.losses.Reduction`.
      name: Suffix of metrics and summaries, and name scope.
    """

    def loss(labels: Any, logits: Any) -> Any:
        in_range = tf1.assert_greater_equal(labels, 0.0), tf1.assert_less_equal(labels, 1.0)
        with tf.control_dependencies(in_range):
            return tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits)

    return regression_head(weight_column, 1, loss_reduction, loss, tf.sigmoid, name)
