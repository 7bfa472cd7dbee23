"""TensorFlow's moving averages, of which only those of an object are public."""

from __future__ import annotations

from tensorflow.python.training.moving_averages import assign_moving_average

__all__ = ["assign_moving_average"]
