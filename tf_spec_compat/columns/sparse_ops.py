"""`tensorflow.contrib.layers.python.ops.sparse_ops`: dense tensors as sparse ones."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["dense_to_sparse_tensor", "indicators_to_sparse_ids", "sparse_row_envelope"]


def dense_to_sparse_tensor(dense_tensor: Any, ignore_value: Any = None) -> Any:
    """Returns the elements of a tensor that count as a `tf.SparseTensor` of the same shape.

    Args:
      dense_tensor: A tensor of any shape, or what converts to one.
      ignore_value: What stands for nothing: by default `""`, 0 or False.

    Returns:
      A `tf.SparseTensor` with an entry for each element that is not `ignore_value`.
    """
    with tf.name_scope("DenseToSparseTensor"):
        dense_tensor = tf.convert_to_tensor(dense_tensor)
        if ignore_value is None:
            ignore_value = "" if dense_tensor.dtype == tf.string else 0
        ignored = tf.cast(ignore_value, dense_tensor.dtype, name="ignore_value")
        indices = tf.where(tf.not_equal(dense_tensor, ignored), name="indices")
        return tf.SparseTensor(
            indices=indices,
            values=tf.gather_nd(dense_tensor, indices, name="values"),
            dense_shape=tf.shape(dense_tensor, out_type=tf.int64, name="dense_shape"),
        )


def indicators_to_sparse_ids(
    indicators: Any, ignore_value: Any = None, dtype: Any = tf.int64
) -> Any:
    """Returns the places of what counts in the last dimension, moved together to its beginning.

    Args:
      indicators: A tensor of shape `[d0, ..., dn]`, or what converts to one.
      ignore_value: What stands for nothing: by default `""`, 0 or False.
      dtype: Of the places.

    Returns:
      A `tf.SparseTensor` of `dtype` with shape `[d0, ..., dn-1, most places]`.
    """
    with tf1.name_scope(None, "indicators_to_sparse_ids", [indicators, ignore_value]):
        indicators = tf.convert_to_tensor(indicators, name="indicators")
        shape = tf.shape(indicators, tf.int64)
        rows = tf.reduce_prod(shape[:-1])
        found = dense_to_sparse_tensor(tf.reshape(indicators, [rows, shape[-1]]), ignore_value)
        row, place = found.indices[:, 0], found.indices[:, 1]
        counts = tf.math.unsorted_segment_sum(tf.ones_like(row), row, rows)
        # The found are in the order of rows, so the n-th of a row is n after its first.
        order = tf.range(tf.size(row, tf.int64)) - tf.repeat(
            tf.cumsum(counts, exclusive=True), counts
        )
        most = tf.reduce_max(tf.concat([counts, [0]], 0))
        flat = tf.SparseTensor(tf.stack([row, order], 1), tf.cast(place, dtype), [rows, most])
        dense_shape = tf.concat([shape[:-1], [most]], 0)
        deep = tf.sparse.reshape(flat, dense_shape)
        return tf.SparseTensor(deep.indices, deep.values, dense_shape)


def sparse_row_envelope(
    sparse_input: Any, row_axis: int = 0, col_axis: int = 1, name: str | None = None
) -> Any:
    """Returns for each row how many columns it takes to hold it: its last column, and one.

    Args:
      sparse_input: A `tf.SparseTensor`.
      row_axis: Which of its dimensions is that of rows.
      col_axis: Which is that of columns.
      name: Of the operations.

    Returns:
      A `tf.int64` vector with a number for each row, which is 0 for one without entries.
    """
    with tf1.name_scope(name, "sparse_row_envelope", [sparse_input]):
        columns = sparse_input.indices[:, col_axis]
        rows = sparse_input.indices[:, row_axis]
        last = tf.math.unsorted_segment_max(columns, rows, sparse_input.dense_shape[row_axis])
        return tf.maximum(last, -1) + 1
