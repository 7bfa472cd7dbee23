"""`tensorflow.contrib.util`."""

from __future__ import annotations

__all__ = ["ALIASES"]

ALIASES = {
    "tensorflow.contrib.util": {
        "constant_value": "tf.get_static_value",
        "make_ndarray": "tf.make_ndarray",
        "make_tensor_proto": "tf.make_tensor_proto",
    },
}
