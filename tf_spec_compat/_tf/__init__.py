"""The one door to TensorFlow."""

from __future__ import annotations

import tensorflow as tf

tf1 = tf.compat.v1

__all__ = ["estimator", "tf", "tf1"]


def __getattr__(name: str) -> object:
    if name == "estimator":
        return tf1.estimator
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
