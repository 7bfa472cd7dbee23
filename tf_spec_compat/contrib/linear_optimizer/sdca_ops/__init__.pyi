# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.sdca.hashtable import (
    ShardedMutableDenseHashTable as ShardedMutableDenseHashTable,
)
from tf_spec_compat.estimators.sdca.sdca_ops import SdcaModel as SdcaModel

__all__ = ["SdcaModel", "ShardedMutableDenseHashTable"]
