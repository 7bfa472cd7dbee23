"""`tensorflow.contrib.layers.bucketize`: the buckets that numbers fall into."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import tf

__all__ = ["bucketize"]


def bucketize(input_tensor: Any, boundaries: Sequence[float], name: str | None = None) -> Any:
    """Returns how many of the boundaries each number has reached.

    Args:
      input_tensor: A tensor of `tf.int32`, `tf.int64`, `tf.float32` or `tf.float64`, of any shape.
      boundaries: Sorted Python numbers.
      name: Of the operation.

    Returns:
      A `tf.int32` tensor of the same shape: 0 below the first boundary, `len(boundaries)` from the
      last one on.
    """
    return tf.raw_ops.Bucketize(input=input_tensor, boundaries=list(boundaries), name=name)
