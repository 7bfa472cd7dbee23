"""`tf.contrib.sparsemax`: a softmax that gives zeros, and its loss.

Of A. Martins and R. Astudillo, "From Softmax to Sparsemax", 2016, https://arxiv.org/abs/1602.02068.
"""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf1

__all__ = ["sparsemax", "sparsemax_loss"]


def sparsemax(logits: Any, name: str | None = None) -> Any:
    """Projects each row onto the probability simplex, Euclidean distance.

    Args:
      logits: `[batch_size, classes]`, half, float32 or float64.
      name: Of the operations.

    Returns:
      What `logits` are: rows that are not negative and sum to one. A row with NaN, with +inf, or of
      nothing but -inf is NaN.

    Raises:
      ValueError: `logits` are no matrix.

    Example:
      >>> with tf.Session():
      ...     print(sparsemax([[0.0, 0.25, 3.0], [0.5, 0.5, -1.0]]).eval())
      [[0.  0.  1. ]
       [0.5 0.5 0. ]]
    """
    with tf1.name_scope(name, "sparsemax", [logits]):
        logits = tf1.convert_to_tensor(logits, name="logits")
        logits.shape.assert_has_rank(2)
        classes = tf1.shape(logits)[1]
        highest = tf1.math.top_k(logits, k=classes).values
        # Only differences count; those from the largest one stay finite.
        z = highest - highest[:, :1]
        sums = tf1.cumsum(z, axis=1)
        ranks = tf1.range(1, tf1.cast(classes, logits.dtype) + 1, dtype=logits.dtype)
        support = tf1.count_nonzero(1 + ranks * z > sums, axis=1, keepdims=True, dtype=tf1.int32)
        # A row that has no largest number has no support either, and is NaN whatever this gathers.
        total = tf1.gather(sums, tf1.maximum(support - 1, 0), batch_dims=1)
        threshold = (total - 1) / tf1.cast(tf1.maximum(support, 1), logits.dtype)
        shifted = logits - highest[:, :1]
        undefined = tf1.reduce_any(tf1.math.is_nan(shifted), axis=1)
        projected = tf1.maximum(shifted - threshold, 0)
        return tf1.where(undefined, float("nan") * tf1.ones_like(projected), projected)


def sparsemax_loss(logits: Any, sparsemax: Any, labels: Any, name: str | None = None) -> Any:
    """Returns the loss whose gradient is `sparsemax(logits) - labels`.

    Args:
      logits: `[batch_size, classes]`, half, float32 or float64.
      sparsemax: What the function `sparsemax` made of them.
      labels: `[batch_size, classes]`, distributions over the classes.
      name: Of the operations.

    Returns:
      `[batch_size]`, of the type of `logits`. -inf among the logits costs nothing where both its
      probability and its label are 0.

    Example:
      >>> logits = tf.constant([[0.0, 0.25, 3.0], [0.5, 0.5, -1.0]])
      >>> loss = sparsemax_loss(logits, sparsemax(logits), tf.one_hot([2, 0], 3))
      >>> with tf.Session():
      ...     print(loss.eval())
      [0.   0.25]
    """
    with tf1.name_scope(name, "sparsemax_loss", [logits, sparsemax, labels]):
        logits = tf1.convert_to_tensor(logits, name="logits")
        sparsemax = tf1.convert_to_tensor(sparsemax, name="sparsemax", dtype=logits.dtype)
        labels = tf1.convert_to_tensor(labels, name="labels", dtype=logits.dtype)
        # Relative to the mean over the support, so that large logits do not lose digits.
        shifted = logits - tf1.reduce_mean(logits, axis=1, keepdims=True)
        finite = tf1.math.is_finite(logits)
        shifted = tf1.where(tf1.reduce_all(finite, axis=1), shifted, logits)
        gains = sparsemax * (shifted - 0.5 * sparsemax)
        gains = tf1.where(tf1.equal(sparsemax, 0), tf1.zeros_like(gains), gains)
        costs = labels * (0.5 * labels - shifted)
        costs = tf1.where(tf1.equal(labels, 0), tf1.zeros_like(costs), costs)
        return tf1.reduce_sum(gains + costs, axis=1)
