# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat.estimators.canned.sdca_ops import SdcaModel as SdcaModel
from tf_spec_compat.estimators.canned.sdca_ops import (
    ShardedMutableDenseHashTable as ShardedMutableDenseHashTable,
)

__all__ = ["SdcaModel", "ShardedMutableDenseHashTable"]
