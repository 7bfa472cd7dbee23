"""Sparse sequences on their way through a queue of dense ones, as handles of their steps."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf

__all__ = ["StoredSequence", "repeat_context"]


class StoredSequence:
    """The steps of a sparse sequence, stored in a table of the session."""

    def __init__(self, sequence: Any) -> None:
        """Stores a sequence.

        Args:
          sequence: A `SparseTensor` of shape `[length, ...]`.
        """
        self._dtype, self._rank = sequence.dtype, sequence.shape.rank
        self.handles = tf.raw_ops.AddManySparseToTensorsMap(
            sparse_indices=sequence.indices,
            sparse_values=sequence.values,
            sparse_shape=sequence.dense_shape,
        )
        self.handles.set_shape([None])

    def take(self, handles: Any, batch_size: Any, num_unroll: int) -> Any:
        """Takes steps from the table.

        Args:
          handles: int64 of shape `[batch_size, num_unroll]`.
          batch_size: As a tensor.
          num_unroll: The number of steps.

        Returns:
          A `SparseTensor` of shape `[batch_size, num_unroll, ...]`.
        """
        steps = tf.SparseTensor(
            *tf.raw_ops.TakeManySparseFromTensorsMap(
                sparse_handles=tf.reshape(handles, [-1]),
                dtype=self._dtype,
                shared_name=self.handles.op.name,
            )
        )
        batch, step = tf.cast([batch_size, num_unroll], tf.int64), steps.dense_shape[1:]
        if self._rank is not None:
            step.set_shape([self._rank - 1])
        return tf.sparse.reshape(steps, tf.concat([batch, step], 0))


def repeat_context(context: Any, length: Any, num_unroll: int) -> Any:
    """Returns a sequence that has a `SparseTensor` as the first of every `num_unroll` steps.

    Args:
      context: A `SparseTensor` of shape `[...]`.
      length: The number of steps, int32 or int64.
      num_unroll: How many steps are read together.

    Returns:
      A `SparseTensor` of shape `[length, ...]`.
    """
    length = tf.cast(length, tf.int64)
    steps = tf.range(0, length, num_unroll, dtype=tf.int64)
    times, size = tf.size(steps), tf.size(context.values)
    column = tf.repeat(steps, tf.fill([times], size))[:, tf.newaxis]
    indices = tf.concat([column, tf.tile(context.indices, [times, 1])], 1)
    shape = tf.concat([[length], context.dense_shape], 0)
    return tf.SparseTensor(indices, tf.tile(context.values, [times]), shape)
