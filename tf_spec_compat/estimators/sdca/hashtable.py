"""`ShardedMutableDenseHashTable`, in which SDCA keeps its state of each example.

The legacy module is `...linear_optimizer.python.ops.sharded_mutable_dense_hashtable`.
"""

from __future__ import annotations

from tf_spec_compat._tf import private

__all__ = ["ShardedMutableDenseHashTable"]


class ShardedMutableDenseHashTable(private.ShardedMutableDenseHashTable):
    """Spreads a hash table from keys to vectors over several; tensorflow-estimator's own class.

    Args:
      key_dtype: `tf.int64`.
      value_dtype: The dtype of values.
      default_value: The value of a missing key, `[value_size]`.
      empty_key: A key that is never used, `[key_size]`.
      deleted_key: Another one.
      num_shards: How many tables.
      checkpoint: Whether checkpoints hold them.
      name: What the op's name begins with.
    """
