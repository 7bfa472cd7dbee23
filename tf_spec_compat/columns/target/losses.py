"""Losses of target columns: one number an example and column, from logits and labels."""

from __future__ import annotations

from tf_spec_compat._tf import tf1
from tf_spec_compat.model.types import Tensor

__all__ = [
    "hinge_loss",
    "log_loss_with_two_classes",
    "mean_squared_loss",
    "softmax_cross_entropy_loss",
]


def _as_column(labels: Tensor) -> Tensor:
    """Gives labels of shape `[batch]` the shape `[batch, 1]`."""
    return tf1.expand_dims(labels, axis=1) if len(labels.get_shape()) == 1 else labels


def mean_squared_loss(logits: Tensor, target: Tensor) -> Tensor:
    """Returns the squared differences."""
    target = _as_column(target)
    logits.get_shape().assert_is_compatible_with(target.get_shape())
    return tf1.squared_difference(logits, tf1.cast(target, tf1.float32))


def log_loss_with_two_classes(logits: Tensor, target: Tensor) -> Tensor:
    """Returns the cross entropies of two classes, of one logit."""
    labels = tf1.cast(_as_column(target), tf1.float32)
    return tf1.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits)


def softmax_cross_entropy_loss(logits: Tensor, target: Tensor) -> Tensor:
    """Returns the cross entropies of several classes."""
    if not target.dtype.is_integer:
        raise ValueError(
            f"Target's dtype should be integer Instead got {target.dtype}. Give class ids."
        )
    if len(target.get_shape()) == 2:
        target = tf1.squeeze(target, axis=[1])
    return tf1.nn.sparse_softmax_cross_entropy_with_logits(labels=target, logits=logits)


def hinge_loss(logits: Tensor, target: Tensor) -> Tensor:
    """Returns the hinge losses of two classes."""
    # Labels of more columns would otherwise be taken for more examples.
    with tf1.control_dependencies([tf1.assert_less_equal(tf1.rank(target), 2)]):
        target = tf1.reshape(target, shape=[tf1.shape(target)[0], 1])
    none = tf1.losses.Reduction.NONE
    return tf1.losses.hinge_loss(target, logits, loss_collection=None, reduction=none)
