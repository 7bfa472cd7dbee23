"""`tf.contrib.nn`: what is not in `tf.nn`."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = [
    "alpha_dropout",
    "deprecated_flipped_sigmoid_cross_entropy_with_logits",
    "deprecated_flipped_softmax_cross_entropy_with_logits",
    "deprecated_flipped_sparse_softmax_cross_entropy_with_logits",
    "fwd_gradients",
    "sampled_sparse_softmax_loss",
    "scaled_softplus",
]

# Where SELU saturates: -scale * alpha (Klambauer et al., Self-Normalizing Neural Networks, 2017).
_SATURATION = -1.0507009873554805 * 1.6732632423543772


def alpha_dropout(
    x: Any, keep_prob: Any, noise_shape: Any = None, seed: int | None = None, name: Any = None
) -> Any:
    """Drops inputs of SELU units so that they keep their mean and variance.

    Args:
      x: A float `Tensor`.
      keep_prob: The probability that an element is kept: a number in (0, 1], or a scalar tensor.
      noise_shape: The shape of the mask, broadcast to `x`; the shape of `x` by default.
      seed: The seed of the mask.
      name: A name for the operations.

    Returns:
      A `Tensor` of the shape and dtype of `x`; `x` itself for a `keep_prob` of 1.

    Raises:
      ValueError: `keep_prob` is a number outside (0, 1].
    """
    with tf1.name_scope(name, "alpha_dropout", [x]):
        x = tf.convert_to_tensor(x)
        if isinstance(keep_prob, (int, float)) and not 0 < keep_prob <= 1:
            raise ValueError(
                "keep_prob must be a scalar tensor or a float in the range (0, 1], "
                f"got {keep_prob:g}"
            )
        keep = tf.convert_to_tensor(keep_prob, x.dtype)
        keep.shape.assert_is_compatible_with(())
        if tf.get_static_value(keep) == 1:
            return x
        shape = tf.shape(x) if noise_shape is None else noise_shape
        kept = tf.floor(tf1.random_uniform(shape, seed=seed, dtype=x.dtype) + keep)
        scale = tf1.rsqrt(keep + _SATURATION**2 * keep * (1 - keep))
        shift = -scale * _SATURATION * (1 - keep)
        dropped = scale * (x * kept + _SATURATION * (1 - kept)) + shift
        dropped.set_shape(x.shape)
        return dropped


def scaled_softplus(x: Any, alpha: Any, clip: Any = None, name: str | None = None) -> Any:
    """Returns `alpha * ln(1 + exp(x / alpha))`, a smooth ReLU, at most `clip`.

    Args:
      x: A float `Tensor`.
      alpha: How smooth; a float or a `Tensor` that can be broadcast with `x`.
      clip: The limit above, of the type of `alpha`, or None for none.
      name: A name for the operations.

    Returns:
      A `Tensor` of the shape of `x`.
    """
    with tf1.name_scope(name, "scaled_softplus", [x, alpha]):
        x = tf.convert_to_tensor(x, name="x")
        alpha = tf.convert_to_tensor(alpha, x.dtype, name="alpha")
        y = alpha * tf.nn.softplus(x / alpha)
        if clip is None:
            return y
        return tf.minimum(y, tf.convert_to_tensor(clip, x.dtype, name="clip"))


def deprecated_flipped_softmax_cross_entropy_with_logits(
    logits: Any, labels: Any, dim: int = -1, name: str | None = None
) -> Any:
    """`tf.compat.v1.nn.softmax_cross_entropy_with_logits` with the logits first."""
    return tf1.nn.softmax_cross_entropy_with_logits(
        labels=labels, logits=logits, dim=dim, name=name
    )


def deprecated_flipped_sparse_softmax_cross_entropy_with_logits(
    logits: Any, labels: Any, name: str | None = None
) -> Any:
    """`tf.compat.v1.nn.sparse_softmax_cross_entropy_with_logits` with the logits first."""
    return tf1.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits, name=name)


def deprecated_flipped_sigmoid_cross_entropy_with_logits(
    logits: Any, targets: Any, name: str | None = None
) -> Any:
    """`tf.nn.sigmoid_cross_entropy_with_logits` with the logits first."""
    return tf1.nn.sigmoid_cross_entropy_with_logits(labels=targets, logits=logits, name=name)


def sampled_sparse_softmax_loss(
    weights: Any,
    biases: Any,
    labels: Any,
    inputs: Any,
    num_sampled: int,
    num_classes: int,
    sampled_values: Any = None,
    remove_accidental_hits: bool = True,
    partition_strategy: str = "mod",
    name: str = "sampled_sparse_softmax_loss",
) -> Any:
    """`tf.compat.v1.nn.sampled_softmax_loss` with one class of each example.

    Args:
      weights: `[num_classes, dim]`, or a list of such tensors, of which it is made.
      biases: `[num_classes]`.
      labels: Class ids, int64 `[batch, 1]`.
      inputs: `[batch, dim]`.
      num_sampled: How many classes are drawn for a batch.
      num_classes: How many classes there are.
      sampled_values: What a `*_candidate_sampler` returned; drawn log-uniformly by default.
      remove_accidental_hits: Whether drawn classes that are the true one do not count.
      partition_strategy: How a list of `weights` is partitioned, `"mod"` or `"div"`.
      name: A name for the operations.

    Returns:
      The losses, `[batch]`.
    """
    return tf1.nn.sampled_softmax_loss(
        weights,
        biases,
        labels,
        inputs,
        num_sampled,
        num_classes,
        sampled_values=sampled_values,
        remove_accidental_hits=remove_accidental_hits,
        partition_strategy=partition_strategy,
        name=name,
    )


def fwd_gradients(ys: Any, xs: Any, grad_xs: Any = None, assert_unused: bool = False) -> Any:
    """Computes derivatives by forward mode, `J v`, in a graph.

    The gradient of `J^T u` with respect to `u` is `J`, whatever `u` is.

    Args:
      ys: A list of tensors.
      xs: A list of tensors.
      grad_xs: The directions `v`, one of the shape of each of `xs`; ones by default.
      assert_unused: Whether running the result fails should it depend on `u` after all.

    Returns:
      A list of tensors with the shapes of `ys`; None where one does not depend on `xs`.
    """
    with tf1.control_dependencies([tf1.assert_equal(0, 1)] if assert_unused else None):
        us = [tf.zeros_like(y) + 0 for y in ys]
    dysdx = tf1.gradients(ys, xs, us)
    return tf1.gradients(dysdx, us, grad_xs)
