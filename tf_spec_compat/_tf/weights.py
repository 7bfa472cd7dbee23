"""Broadcasting of example weights, which TensorFlow keeps private."""

from __future__ import annotations

from tensorflow.python.ops.weights_broadcast_ops import broadcast_weights

__all__ = ["broadcast_weights"]
