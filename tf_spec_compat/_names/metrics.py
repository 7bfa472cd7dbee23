"""Modules of `tensorflow.contrib.metrics` that TensorFlow has under other names."""

from __future__ import annotations

__all__ = ["ALIASES"]

ALIASES = {
    "tensorflow.contrib.metrics.confusion_matrix_ops": {
        "confusion_matrix": "tf.compat.v1.confusion_matrix",
    },
    "tensorflow.contrib.metrics.set_ops": {
        "set_difference": "tf.sets.difference",
        "set_intersection": "tf.sets.intersection",
        "set_size": "tf.sets.size",
        "set_union": "tf.sets.union",
    },
}
