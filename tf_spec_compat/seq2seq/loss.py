"""Cross entropy of sequences of logits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["SequenceLoss", "sequence_loss"]


def sequence_loss(
    logits: Any,
    targets: Any,
    weights: Any,
    average_across_timesteps: bool = True,
    average_across_batch: bool = True,
    sum_over_timesteps: bool = False,
    sum_over_batch: bool = False,
    softmax_loss_function: Callable[..., Any] | None = None,
    name: str | None = None,
) -> Any:
    """Returns the weighted cross entropy of sequences.

    Averages divide by the sum of the weights, sums by the number of weights that are not 0.

    Example:
      weights = tf.sequence_mask(lengths, dtype=tf.float32)
      loss = sequence_loss(logits, targets, weights)

    Args:
      logits: `[batch_size, time, classes]`.
      targets: The right classes, int `[batch_size, time]`.
      weights: Of each step, float `[batch_size, time]`.
      average_across_timesteps: Whether to average over time.
      average_across_batch: Whether to average over the batch.
      sum_over_timesteps: Whether to sum over time, and divide by the number of steps.
      sum_over_batch: Whether to sum over the batch, and divide by its size.
      softmax_loss_function: Called with `labels` and `logits`, in place of
        `tf.nn.sparse_softmax_cross_entropy_with_logits`.
      name: Name scope.

    Returns:
      A scalar, `[time]` if only the batch is reduced, `[batch_size]` if only time is, else
      `[batch_size, time]`.

    Raises:
      ValueError: A tensor is not of its rank, or the same dimension is averaged and summed over.
    """
    for given, rank, words in (
        (logits, 3, "Logits must be a [batch_size x sequence_length x logits] tensor"),
        (targets, 2, "Targets must be a [batch_size x sequence_length] tensor"),
        (weights, 2, "Weights must be a [batch_size x sequence_length] tensor"),
    ):
        shape = tf.convert_to_tensor(given).shape
        if shape.rank != rank:
            raise ValueError(f"{words}, the shape is {shape}")
    for over, average, total in (
        ("timesteps", average_across_timesteps, sum_over_timesteps),
        ("batch", average_across_batch, sum_over_batch),
    ):
        if average and total:
            raise ValueError(
                f"average_across_{over} and sum_over_{over} cannot be set to True at same time."
            )
    with tf1.name_scope(name, "sequence_loss", [logits, targets, weights]):
        logits, weights = tf.convert_to_tensor(logits), tf.convert_to_tensor(weights)
        flat = tf.reshape(logits, [-1, tf.shape(logits)[2]])
        flat.set_shape([None, tf.compat.dimension_value(logits.shape[2])])
        loss = (softmax_loss_function or tf.nn.sparse_softmax_cross_entropy_with_logits)(
            labels=tf.reshape(targets, [-1]), logits=flat
        )
        loss = tf.reshape(loss * tf.reshape(weights, [-1]), tf.shape(logits)[:2])
        loss.set_shape(logits.shape[:2])
        return _reduced(
            loss,
            weights,
            (average_across_batch, average_across_timesteps),
            (sum_over_batch, sum_over_timesteps),
        )


def _reduced(
    loss: Any, weights: Any, averaged: tuple[bool, bool], summed: tuple[bool, bool]
) -> Any:
    """Reduces losses `[batch_size, time]`; an average goes before a sum."""
    for axes, count in (
        (averaged, tf.reduce_sum),
        (summed, lambda weights, axis: tf.math.count_nonzero(weights, axis, dtype=loss.dtype)),
    ):
        chosen = [axis for axis, wanted in enumerate(axes) if wanted]
        if chosen:
            return tf.math.divide_no_nan(tf.reduce_sum(loss, chosen), count(weights, chosen))
    return loss


class SequenceLoss:
    """`sequence_loss` with its options set; called as `loss(targets, logits, weights)`.

    Unlike contrib's it is no Keras loss, so that it needs no Keras; Keras takes any function.
    """

    def __init__(
        self,
        average_across_timesteps: bool = False,
        average_across_batch: bool = False,
        sum_over_timesteps: bool = True,
        sum_over_batch: bool = True,
        softmax_loss_function: Callable[..., Any] | None = None,
        name: str | None = None,
    ) -> None:
        """Sets the options of `sequence_loss`.

        Args:
          average_across_timesteps: Whether to average over time.
          average_across_batch: Whether to average over the batch.
          sum_over_timesteps: Whether to sum over time.
          sum_over_batch: Whether to sum over the batch.
          softmax_loss_function: In place of `tf.nn.sparse_softmax_cross_entropy_with_logits`.
          name: Name scope.
        """
        self.name = name
        self._options: dict[str, Any] = {
            "average_across_timesteps": average_across_timesteps,
            "average_across_batch": average_across_batch,
            "sum_over_timesteps": sum_over_timesteps,
            "sum_over_batch": sum_over_batch,
            "softmax_loss_function": softmax_loss_function,
            "name": name,
        }

    def __call__(self, y_true: Any, y_pred: Any, sample_weight: Any = None) -> Any:
        """Returns the loss.

        Args:
          y_true: The right classes, int `[batch_size, time]`.
          y_pred: Logits, `[batch_size, time, classes]`.
          sample_weight: Of each step, `[batch_size, time]`; ones by default.
        """
        if sample_weight is None:
            sample_weight = tf.ones(tf.shape(y_true), y_pred.dtype)
        return sequence_loss(y_pred, y_true, sample_weight, **self._options)
