"""The loss functions of the heads.

Each takes `labels`, `logits` and `weights` and returns a pair of scalars: the training loss, which
is the mean over the batch of the weighted losses, and the average that is reported, which is
divided by the sum of the weights instead.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.private import broadcast_weights
from tf_spec_compat.model.types import LossFn, Tensor

__all__ = [
    "hinge",
    "log_loss",
    "mean_squared",
    "poisson",
    "preserved_losses",
    "sigmoid",
    "softmax",
    "wrap_loss_fn",
]


def _means(losses: Tensor, weights: Tensor | None) -> tuple[Tensor, Tensor]:
    """The training loss and the reported average of `losses`; weights broadcast to them."""
    # The loss carries the scope's own name: programs fetch it by `HEAD/LOSS/loss:0`.
    with tf1.name_scope("loss") as name:
        if weights is None:
            mean = tf.reduce_mean(losses, name=name)
            return mean, mean
        weights = broadcast_weights(weights, losses)
        weighted = tf.multiply(losses, weights)
        # Zero weights give NaN here, as they did in contrib.
        average = tf.divide(tf.reduce_sum(weighted), tf.reduce_sum(weights))
        return tf.reduce_mean(weighted, name=name), average


def _rank(name: str, tensor: Tensor) -> int:
    """The static rank, without which shapes that do not fit would silently broadcast."""
    if tensor.shape.rank is None:
        raise ValueError(
            f"Cannot take the length of shape with unknown rank: that of {name} {tensor}; set it, "
            "for example by tf.ensure_shape."
        )
    return tensor.shape.rank


def _as_column(labels: Tensor) -> Tensor:
    """`labels` of shape `[batch_size]` as `[batch_size, 1]`; others as they are."""
    return tf.expand_dims(labels, 1) if _rank("labels", labels) == 1 else labels


def _check_weighted(labels: Tensor, weights: Tensor | None) -> None:
    if weights is not None and weights.shape.rank and labels.shape.rank == 1:
        raise ValueError(
            "weights can not be broadcast to values. values.rank=1. "
            f"weights.rank={weights.shape.rank}. values.shape={labels.shape}. "
            f"weights.shape={weights.shape}. With weights this head takes labels of shape "
            "[batch_size, 1]."
        )


def _check_shape(labels: Tensor, logits: Tensor) -> None:
    if not labels.shape.is_compatible_with(logits.shape):
        raise ValueError(
            f"Shapes {logits.shape} and {labels.shape} are incompatible: labels must have the "
            "shape of the logits, [batch_size, logits_dimension], or [batch_size] where that "
            "dimension is 1."
        )


def mean_squared(
    labels: Tensor, logits: Tensor, weights: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    """Squared difference; labels of any numeric dtype."""
    with tf1.name_scope("mean_squared_loss"):
        labels = _as_column(labels)
        _rank("logits", logits)
        _check_shape(labels, logits)
        return _means(tf.math.squared_difference(logits, tf.cast(labels, tf.float32)), weights)


def poisson(labels: Tensor, logits: Tensor, weights: Tensor | None = None) -> tuple[Tensor, Tensor]:
    """Poisson log loss of counts, logits the log of the rate; labels of the logits' dtype."""
    with tf1.name_scope("_poisson_loss"):
        labels = _as_column(labels)
        _rank("logits", logits)
        _check_shape(labels, logits)
        losses = tf.nn.log_poisson_loss(targets=labels, log_input=logits, compute_full_loss=True)
        return _means(losses, weights)


def log_loss(
    labels: Tensor, logits: Tensor, weights: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    """Sigmoid cross entropy of a single logit, labels of 0 and 1 of any numeric dtype."""
    with tf1.name_scope("log_loss_with_two_classes"):
        _check_weighted(labels, weights)
        return _sigmoid(_as_column(labels), logits, weights)


def sigmoid(labels: Tensor, logits: Tensor, weights: Tensor | None = None) -> tuple[Tensor, Tensor]:
    """Sigmoid cross entropy, `[batch_size, n_classes]`; labels of 0 and 1, any numeric dtype."""
    with tf1.name_scope("sigmoid_cross_entropy_loss"):
        return _sigmoid(labels, logits, weights)


def _sigmoid(labels: Tensor, logits: Tensor, weights: Tensor | None) -> tuple[Tensor, Tensor]:
    if not labels.shape.is_compatible_with(logits.shape):
        raise ValueError(
            f"logits and labels must have the same shape ({logits.shape} vs {labels.shape}); "
            "labels are 0 and 1, one for each logit."
        )
    losses = tf.nn.sigmoid_cross_entropy_with_logits(
        labels=tf.cast(labels, tf.float32), logits=logits
    )
    return _means(losses, weights)


def softmax(labels: Tensor, logits: Tensor, weights: Tensor | None = None) -> tuple[Tensor, Tensor]:
    """Softmax cross entropy; integer labels of shape `[batch_size]` or `[batch_size, 1]`."""
    with tf1.name_scope("softmax_cross_entropy_loss"):
        if not labels.dtype.is_integer:
            raise ValueError(
                f"Labels dtype should be integer Instead got {labels.dtype}; cast the ids, or "
                "pass label_keys to the head if the labels are strings."
            )
        _check_weighted(labels, weights)
        column = _rank("labels", labels) == 2
        if column and not labels.shape.is_compatible_with([None, 1]):
            raise ValueError(
                "Can not squeeze dim[1], expected a dimension of 1, got "
                f"{labels.shape[1]}: labels must be of shape [batch_size] or [batch_size, 1], got "
                f"{labels.shape}; for several classes an example use multi_label_head."
            )
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(
            labels=tf.squeeze(labels, [1]) if column else labels, logits=logits
        )
        return _means(tf.expand_dims(losses, 1) if column else losses, weights)


def hinge(labels: Tensor, logits: Tensor, weights: Tensor | None = None) -> tuple[Tensor, Tensor]:
    """Hinge loss of a single logit, labels of 0 and 1; also adds it to the losses collection."""
    with tf1.name_scope("hinge_loss"):
        if labels.shape.rank is not None and labels.shape.rank > 2:
            raise ValueError(
                f"Shapes {logits.shape[:1]} and {labels.shape} are incompatible: labels must be of "
                "shape [batch_size] or [batch_size, 1]."
            )
        losses = tf1.losses.hinge_loss(
            labels=tf.reshape(labels, [-1, 1]), logits=logits, reduction=tf1.losses.Reduction.NONE
        )
        return _means(losses, weights)


def wrap_loss_fn(loss_fn: Callable[..., Any]) -> LossFn:
    """Returns a loss function of the user's `loss_fn(labels, logits, weights)`, which is a scalar.

    Raises:
      ValueError: If the function does not take all three by position or name.
      AttributeError: If it is not callable, as in contrib.
    """
    if not callable(loss_fn):
        raise AttributeError(
            f"loss_fn must be a function of labels, logits and weights, got {loss_fn!r}."
        )
    names = _argument_names(loss_fn)
    for name in ("labels", "logits", "weights"):
        if name not in names:
            raise ValueError(
                f"Argument {name} not found in loss_fn {loss_fn!r}, which takes {names}; it is "
                "called as loss_fn(labels, logits, weights)."
            )

    def wrapped(
        labels: Tensor, logits: Tensor, weights: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        # By position, as contrib did: a function with the arguments in another order gets the same.
        arguments = (labels, logits) if weights is None else (labels, logits, weights)
        loss = tf.convert_to_tensor(loss_fn(*arguments))
        if not loss.shape.is_compatible_with([]):
            raise ValueError(
                f"Loss must be scalar: {loss}, which loss_fn {loss_fn!r} returned; reduce it, for "
                "example by tf.reduce_mean."
            )
        return loss, loss

    return wrapped


def _argument_names(function: Callable[..., Any]) -> list[str]:
    bound = list(function.keywords) if isinstance(function, functools.partial) else []
    parameters = inspect.signature(function).parameters.values()
    by_position = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return [p.name for p in parameters if p.kind in by_position] + bound


@contextmanager
def preserved_losses() -> Iterator[None]:
    """Takes losses that are added to their collection inside the block out of it again."""
    losses = tf1.get_collection_ref(tf1.GraphKeys.LOSSES)
    before = [*losses]
    try:
        yield
    finally:
        losses[:] = before
