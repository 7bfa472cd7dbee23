"""Public paths of TensorFlow and tf-slim, `tf.compat.v1.metrics.mean`, and what is there."""

from __future__ import annotations

import functools
from typing import Any

from tf_spec_compat._tf import bridge, keras, versions

__all__ = ["resolve"]

_ESTIMATOR = "tf.compat.v1.estimator"
_KERAS = "tf.compat.v1.keras"


def resolve(path: str) -> Any:
    """Returns what is under `path`; `tf.compat.v1.estimator` on every TensorFlow, tf-slim repaired.

    Raises:
      AttributeError: There is no such thing on this TensorFlow.
      ImportError: It is Keras 2, which TensorFlow is not going to use.
    """
    if path.partition(".")[0] == "tf_slim":
        from tf_spec_compat._tf.slim.repair import load_slim

        return load_slim(path)
    if path == _ESTIMATOR or path.startswith(_ESTIMATOR + "."):
        return functools.reduce(getattr, path[len(_ESTIMATOR) :].split(".")[1:], bridge.estimator)
    if path == _KERAS or path.startswith(_KERAS + "."):
        problem = keras.legacy_keras_problem()
        if problem is not None:
            raise ImportError(problem)
    return functools.reduce(getattr, path.split(".")[1:], versions.tf)
