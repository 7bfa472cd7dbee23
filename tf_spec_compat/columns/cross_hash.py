"""The hash of contrib's first kernel for crosses, which TensorFlow 2 has no kernel for.

`tf.raw_ops.SparseCross` is contrib's second one, which takes a hash key. The first one mixed the
fingerprints of a combination by shifting and adding; models trained without a `hash_key` have
their weights in its order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.model.types import Tensor, TensorLike

__all__ = ["cross_by_mixing"]

_SEED = 0xDECAFCAFFE
_STEP = 0x9E3779B97F4A7800


def cross_by_mixing(
    inputs: Sequence[tuple[Any, Any]], rows: Any, num_buckets: int, name: str | None = None
) -> Tensor:
    """Returns the hash of each combination of values within each row.

    Args:
      inputs: For each feature, values of `tf.string` or `tf.int64` with shape `[n]`, and in which
        row of the batch each of them is, ascending.
      rows: How many rows there are, a `tf.int64` scalar.
      num_buckets: The hashes are modulo this. If it is 0, modulo the greatest `tf.int64`.
      name: Of the operations.

    Returns:
      A `tf.SparseTensor` of `tf.int64`, with shape `[rows, most combinations of a row]`.
    """
    with tf.name_scope(name or "SparseFeatureCross"):
        counts = [tf.math.unsorted_segment_sum(tf.ones_like(row), row, rows) for _, row in inputs]
        totals = tf.ones([rows], tf.int64)
        for count in counts:
            totals *= count
        row = tf.repeat(tf.range(rows), totals)
        column = tf.range(tf.reduce_sum(totals)) - tf.repeat(
            tf.cumsum(totals, exclusive=True), totals
        )
        positions = _positions(counts, column, row)
        hashes = tf.constant(_SEED, tf.uint64)
        for (values, _), position in zip(inputs, positions):
            hashes = _mixed(hashes, tf.gather(_fingerprints(values), position))
        modulus = tf.constant(num_buckets or tf.int64.max, tf.uint64)
        most = tf.reduce_max(tf.concat([totals, [0]], 0))
        return tf.SparseTensor(
            indices=tf.stack([row, column], axis=1),
            values=tf.cast(tf.math.floormod(hashes, modulus), tf.int64),
            dense_shape=tf.stack([rows, most]),
        )


def _positions(counts: list[Any], column: Any, row: Any) -> list[Any]:
    """Returns which value of each feature is in each combination; the last one varies fastest."""
    positions: list[Any] = []
    for count in reversed(counts):
        here = tf.gather(count, row)
        first = tf.gather(tf.cumsum(count, exclusive=True), row)
        positions.insert(0, first + tf.math.floormod(column, here))
        column = tf.math.floordiv(column, here)
    return positions


def _fingerprints(values: TensorLike) -> Any:
    if values.dtype == tf.string:
        return tf.bitcast(tf.fingerprint(values), tf.uint64)
    return tf.bitcast(tf.cast(values, tf.int64), tf.uint64)


def _mixed(seed: Tensor, fingerprint: Tensor) -> Any:
    def constant(value: int) -> Any:
        return tf.constant(value, tf.uint64)

    # The kernel shifted signed numbers to the right: the sign goes on.
    shifted = tf.bitwise.right_shift(tf.bitcast(seed, tf.int64), tf.constant(4, tf.int64))
    term = fingerprint + constant(_STEP)
    term += tf.bitwise.left_shift(seed, constant(10)) + tf.bitcast(shifted, tf.uint64)
    return tf.bitwise.bitwise_xor(seed, term)
