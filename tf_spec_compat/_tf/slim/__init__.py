"""tf-slim, repaired (`repair`): what contrib.layers and its neighbours became."""

from __future__ import annotations

import tf_slim
from tf_slim.layers import bucketization_op, layers, optimizers, sparse_ops

from tf_spec_compat._tf.slim import repair

__all__ = [
    "bucketize",
    "dense_to_sparse_tensor",
    "inner_flatten",
    "layers",
    "linear",
    "optimizers",
    "tf_slim",
]

repair.repair()

bucketize = bucketization_op.bucketize
dense_to_sparse_tensor = sparse_ops.dense_to_sparse_tensor
inner_flatten = layers._inner_flatten
linear = layers.linear
