"""`tensorflow.contrib.legacy_seq2seq`: losses of lists of logits, and models with buckets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["model_with_buckets", "sequence_loss", "sequence_loss_by_example"]

_EPSILON = 1e-12
_LossFn = Callable[..., Any]


def sequence_loss_by_example(
    logits: Sequence[Any],
    targets: Sequence[Any],
    weights: Sequence[Any],
    average_across_timesteps: bool = True,
    softmax_loss_function: _LossFn | None = None,
    name: str | None = None,
) -> Any:
    """Returns the weighted cross entropy of each sequence, `[batch_size]`.

    Args:
      logits: One `[batch_size, classes]` for each step.
      targets: The right classes, one int32 `[batch_size]` for each step.
      weights: One float `[batch_size]` for each step.
      average_across_timesteps: Whether to divide by the sum of the weights.
      softmax_loss_function: Called with `labels` and `logits`, in place of
        `tf.nn.sparse_softmax_cross_entropy_with_logits`.
      name: Name scope.

    Raises:
      ValueError: The lists are not of the same length.
    """
    if not len(logits) == len(targets) == len(weights):
        raise ValueError(
            "Lengths of logits, weights, and targets must be the same "
            f"{len(logits)}, {len(weights)}, {len(targets)}."
        )
    loss_fn = softmax_loss_function or tf.nn.sparse_softmax_cross_entropy_with_logits
    with tf1.name_scope(name, "sequence_loss_by_example", [*logits, *targets, *weights]):
        total = tf.add_n(
            [
                loss_fn(labels=tf.reshape(target, [-1]), logits=logit) * weight
                for logit, target, weight in zip(logits, targets, weights)
            ]
        )
        return total / (tf.add_n(weights) + _EPSILON) if average_across_timesteps else total


def sequence_loss(
    logits: Sequence[Any],
    targets: Sequence[Any],
    weights: Sequence[Any],
    average_across_timesteps: bool = True,
    average_across_batch: bool = True,
    softmax_loss_function: _LossFn | None = None,
    name: str | None = None,
) -> Any:
    """Returns the weighted cross entropy of all sequences, a scalar.

    Args:
      logits: One `[batch_size, classes]` for each step.
      targets: The right classes, one int32 `[batch_size]` for each step.
      weights: One float `[batch_size]` for each step.
      average_across_timesteps: Whether to divide each sequence's by the sum of its weights.
      average_across_batch: Whether to divide by the size of the batch.
      softmax_loss_function: As for `sequence_loss_by_example`.
      name: Name scope.

    Raises:
      ValueError: The lists are not of the same length.
    """
    with tf1.name_scope(name, "sequence_loss", [*logits, *targets, *weights]):
        losses = sequence_loss_by_example(
            logits, targets, weights, average_across_timesteps, softmax_loss_function
        )
        total = tf.reduce_sum(losses)
        if not average_across_batch:
            return total
        return total / tf.cast(tf.shape(targets[0])[0], total.dtype)


def model_with_buckets(
    encoder_inputs: Sequence[Any],
    decoder_inputs: Sequence[Any],
    targets: Sequence[Any],
    weights: Sequence[Any],
    buckets: Sequence[tuple[int, int]],
    seq2seq: Callable[[Any, Any], tuple[Any, Any]],
    softmax_loss_function: _LossFn | None = None,
    per_example_loss: bool = False,
    name: str | None = None,
) -> tuple[list[Any], list[Any]]:
    """Makes a model for each of several lengths, all of the same variables.

    Args:
      encoder_inputs: One tensor for each step.
      decoder_inputs: The same for the decoder.
      targets: The right classes, one int32 `[batch_size]` for each step.
      weights: One float `[batch_size]` for each step.
      buckets: Pairs of lengths, of inputs and of outputs; the longest is last.
      seq2seq: Makes outputs and a state of the inputs of encoder and decoder.
      softmax_loss_function: As for `sequence_loss_by_example`.
      per_example_loss: Whether losses are `[batch_size]`, not scalars.
      name: Name scope.

    Returns:
      The outputs and the loss for each bucket.

    Raises:
      ValueError: There are fewer inputs, targets or weights than the last bucket needs.
    """
    longest = buckets[-1]
    for title, given, needed in (
        ("encoder_inputs", encoder_inputs, longest[0]),
        ("targets", targets, longest[1]),
        ("weights", weights, longest[1]),
    ):
        if len(given) < needed:
            raise ValueError(
                f"Length of {title} ({len(given)}) must be at least that of last bucket ({needed})."
            )
    loss = sequence_loss_by_example if per_example_loss else sequence_loss
    outputs, losses = [], []
    tensors = [*encoder_inputs, *decoder_inputs, *targets, *weights]
    with tf1.name_scope(name, "model_with_buckets", tensors):
        for number, (before, after) in enumerate(buckets):
            with tf1.variable_scope(tf1.get_variable_scope(), reuse=True if number else None):
                logits, _ = seq2seq(encoder_inputs[:before], decoder_inputs[:after])
                outputs.append(logits)
                losses.append(
                    loss(
                        logits,
                        targets[:after],
                        weights[:after],
                        softmax_loss_function=softmax_loss_function,
                    )
                )
    return outputs, losses
