"""TensorFlow's `Barrier`: parts of values that wait for each other, which v1 never made public."""

from __future__ import annotations

from tensorflow.python.ops.data_flow_ops import Barrier

__all__ = ["Barrier"]
