"""Stochastic dual coordinate ascent (SDCA): what tensorflow-estimator keeps of contrib's."""

from __future__ import annotations

from tf_spec_compat._tf import bridge  # noqa: F401 - makes tensorflow-estimator importable

from tensorflow_estimator.python.estimator.canned.linear_optimizer.python.utils import (  # isort: skip
    sdca_ops,
    sharded_mutable_dense_hashtable,
)

__all__ = ["Model", "ShardedMutableDenseHashTable", "SparseFeatureColumn"]

Model = sdca_ops._SDCAModel
ShardedMutableDenseHashTable = sharded_mutable_dense_hashtable._ShardedMutableDenseHashTable
SparseFeatureColumn = sdca_ops._SparseFeatureColumn
