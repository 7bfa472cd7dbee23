"""The layers of TF1 that need no Keras 2 to be installed.

`tf.compat.v1.layers` has them where TensorFlow uses Keras 2. TensorFlow 2.16 moved to Keras 3,
which has none (https://github.com/tensorflow/tensorflow/releases/tag/v2.16.1), but it keeps the
same layers beside the cells for `tf.compat.v1.nn.dynamic_rnn`.
"""

from __future__ import annotations

import functools
import importlib
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat._tf.keras import legacy_keras_problem

__all__ = ["dense", "is_layer"]

_OF_TENSORFLOW = "tensorflow.python.keras.legacy_tf_layers.core"


def dense(units: int, name: str, use_bias: bool = False, dtype: Any = None) -> Any:
    """Returns a `tf.layers.Dense` of that name; its variables are `kernel` and maybe `bias`."""
    return _dense()(units, name=name, use_bias=use_bias, dtype=dtype)


def is_layer(value: Any) -> bool:
    """Tells whether a value can be called, and can tell the shape of what it then gives."""
    return callable(value) and hasattr(value, "compute_output_shape")


@functools.cache
def _dense() -> Any:
    if legacy_keras_problem() is None:
        return tf1.layers.Dense
    return importlib.import_module(_OF_TENSORFLOW).Dense
