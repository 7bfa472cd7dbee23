"""Samples of distributions, as contrib's helpers draw them: of the same seed, the same samples."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["bernoulli_sample", "categorical_sample"]


def bernoulli_sample(
    probs: Any = None,
    logits: Any = None,
    dtype: Any = tf.int32,
    sample_shape: Any = (),
    seed: int | None = None,
) -> Any:
    """Returns ones where a coin falls on its face, zeros elsewhere.

    Args:
      probs: Probabilities of ones.
      logits: Their log-odds, if there are no `probs`.
      dtype: Of the result.
      sample_shape: How many samples, dimensions in front of those of `probs`.
      seed: Of the random numbers.

    Raises:
      ValueError: Neither `probs` nor `logits` are given.
    """
    if probs is None:
        if logits is None:
            raise ValueError("None values not supported. Pass probs or logits.")
        probs = tf.sigmoid(logits)
    probs = tf.convert_to_tensor(probs, name="probs")
    shape = tf.concat([_vector(sample_shape), tf.shape(probs)], 0)
    ones = tf.random.uniform(shape, dtype=probs.dtype, seed=seed) < probs
    static = tf.get_static_value(shape)
    if static is not None:
        ones.set_shape(static)
    return tf.cast(ones, dtype)


def categorical_sample(
    logits: Any, dtype: Any = tf.int32, sample_shape: Any = (), seed: int | None = None
) -> Any:
    """Returns classes drawn by their logits.

    Args:
      logits: `[..., classes]`.
      dtype: Of the result.
      sample_shape: How many samples, dimensions in front of those of `logits`.
      seed: Of the random numbers.

    Returns:
      Classes, `sample_shape + logits.shape[:-1]`.
    """
    logits = tf.convert_to_tensor(logits, name="logits")
    samples = _vector(sample_shape)
    flat = tf.reshape(logits, [-1, tf.shape(logits)[-1]]) if logits.shape.rank != 2 else logits
    drawn = tf1.random.categorical(flat, tf.reduce_prod(samples), tf.int32, seed)
    shape = tf.concat([samples, tf.shape(logits)[:-1]], 0)
    drawn = tf.reshape(tf.transpose(drawn), shape)
    if tf.get_static_value(samples) is not None and logits.shape.rank is not None:
        drawn.set_shape([*tf.get_static_value(samples), *logits.shape.as_list()[:-1]])
    return tf.cast(drawn, dtype)


def _vector(shape: Any) -> Any:
    """Returns a shape, a number or several, as a vector."""
    return tf.reshape(tf.convert_to_tensor(shape, tf.int32), [-1])
