# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.sdca.hashtable import (
    ShardedMutableDenseHashTable as ShardedMutableDenseHashTable,
)

__all__ = ["ShardedMutableDenseHashTable"]
