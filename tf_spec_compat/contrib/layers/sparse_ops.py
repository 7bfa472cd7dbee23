"""`tensorflow.contrib.layers.python.ops.sparse_ops`: dense tensors as sparse ones."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf

__all__ = ["dense_to_sparse_tensor"]


def dense_to_sparse_tensor(dense_tensor: Any, ignore_value: Any = None) -> Any:
    """Returns the elements of a tensor that count as a `tf.SparseTensor` of the same shape.

    Args:
      dense_tensor: A tensor of any shape, or what converts to one.
      ignore_value: What stands for nothing: by default `""` for strings and -1 for numbers.

    Returns:
      A `tf.SparseTensor` with an entry for each element that is not `ignore_value`.
    """
    with tf.name_scope("DenseToSparseTensor"):
        dense_tensor = tf.convert_to_tensor(dense_tensor)
        if ignore_value is None:
            ignore_value = "" if dense_tensor.dtype == tf.string else -1
        ignored = tf.cast(ignore_value, dense_tensor.dtype, name="ignore_value")
        indices = tf.where(tf.not_equal(dense_tensor, ignored), name="indices")
        return tf.SparseTensor(
            indices=indices,
            values=tf.gather_nd(dense_tensor, indices, name="values"),
            dense_shape=tf.shape(dense_tensor, out_type=tf.int64, name="dense_shape"),
        )
