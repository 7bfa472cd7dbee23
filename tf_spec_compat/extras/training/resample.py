"""`tensorflow.contrib.training.python.training.resample`: repeating and dropping examples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.private import assign_moving_average

__all__ = ["resample_at_rate", "weighted_resample"]


def resample_at_rate(
    inputs: Sequence[Any],
    rates: Any,
    scope: str | None = None,
    seed: int | None = None,
    back_prop: bool = False,
) -> list[Any]:
    """Returns the inputs with each example as often as a Poisson distribution of its rate says.

    Args:
      inputs: Tensors `[batch, ...]`.
      rates: A float tensor `[batch]`: how often an example appears on average.
      scope: The name of the scope of the ops.
      seed: Of the random numbers.
      back_prop: Whether gradients would flow through the loop that the original had; without
        effect here, where there is no loop: they flow through the examples.

    Returns:
      Tensors `[number of examples drawn, ...]`, in the order of the inputs.
    """
    with tf1.name_scope(scope, default_name="resample_at_rate", values=[*inputs, rates]):
        rates = tf.convert_to_tensor(rates, name="rates")
        return _draw(inputs, rates, seed)


def weighted_resample(
    inputs: Sequence[Any],
    weights: Any,
    overall_rate: float,
    scope: str | None = None,
    mean_decay: float = 0.999,
    seed: int | None = None,
) -> tuple[list[Any], Any]:
    """Returns the inputs with each example drawn by its weight, and the rate that it was drawn at.

    Args:
      inputs: Tensors `[batch, ...]`.
      weights: A float32 tensor `[batch]`.
      overall_rate: How many examples come out for each that goes in, on average.
      scope: The name of the scope of the ops.
      mean_decay: How slowly the estimate of the mean weight forgets.
      seed: Of the random numbers.

    Returns:
      Tensors `[number of examples drawn, ...]`, and a tensor of
      their rates, the weights scaled to `overall_rate`: divide by them to make up for the drawing.
    """
    with tf1.name_scope(scope, default_name="weighted_resample", values=[*inputs, weights]):
        weights = tf.convert_to_tensor(weights, name="weights")
        with tf1.variable_scope(scope, default_name="estimate_mean", values=inputs):
            mean = _estimate_mean(weights, mean_decay)
        rates = weights * overall_rate / mean
        drawn = _draw([rates, *inputs], rates, seed)
        return drawn[1:], drawn[0]


def _draw(inputs: Sequence[Any], rates: Any, seed: int | None) -> list[Any]:
    counts = tf1.random_poisson(rates, (), rates.dtype, seed=seed)
    indices = tf.repeat(tf.range(tf.shape(rates)[0]), tf.cast(counts, tf.int32))
    return [tf.gather(tensor, indices) for tensor in inputs]


def _estimate_mean(weights: Any, decay: float) -> Any:
    """Returns a moving average of the mean weight, the batch's own included."""
    mean = tf1.get_variable(
        "estimated_mean",
        initializer=tf.cast(0, weights.dtype),
        dtype=weights.dtype,
        trainable=False,
        collections=[tf1.GraphKeys.LOCAL_VARIABLES],
    )
    return assign_moving_average(mean, tf.reduce_mean(weights), decay)
