"""What moved inside TensorFlow itself, outside contrib; data only."""

from __future__ import annotations

import functools
import os

from tf_spec_compat.names.paths import OURS
from tf_spec_compat.names.tables import Table

__all__ = ["ESTIMATOR", "KERAS", "MOVED", "SHOWN_VERSION", "VIEW_ATTRIBUTES", "internals", "moved"]

# The release whose names and behaviour the user's modules have with the TF1 view.
SHOWN_VERSION = "1.15.5"

# Names of TF 1.15's `tf` that `tf.compat.v1` does not have, and the module that each one is.
VIEW_ATTRIBUTES: dict[str, str] = {
    "compiler": "tensorflow.compiler",
    "core": "tensorflow.core",
    "python": "tensorflow.python",
    "pywrap_tensorflow": "tensorflow.python.pywrap_tensorflow",
    "tools": "tensorflow.tools",
}

# The package that has tf.estimator, or lent it to TensorFlow until 2.15.
ESTIMATOR = "tensorflow_estimator"

# What `tf.keras` was made of until TF 2.5; now an old copy, for TensorFlow's own use.
KERAS = "tensorflow.python.keras"

# Modules outside contrib that programs imported and TensorFlow may lack -> where they live on.
MOVED: dict[str, str] = {
    "tensorflow.examples.tutorials.mnist.input_data": f"{OURS}.learn.datasets.mnist",
    # Until TF 2.15.
    "tensorflow.python.estimator.keras": "tensorflow_estimator.python.estimator.keras_lib",
    "tensorflow.python.estimator": "tensorflow_estimator.python.estimator",
}


@functools.cache
def internals() -> dict[str, dict[str, tuple[str, str]]]:
    """Returns what TensorFlow's own modules had in TF 1.15 and TensorFlow 2 has elsewhere.

    Module -> name -> (homes, the name there), as `names/internals.txt` lists them; `*` is every
    other name. Of homes with `|` between them the first one that has the name counts. For the
    user's modules with the TF1 view, and for tf-slim.
    """
    file = os.path.join(os.path.dirname(__file__), "internals.txt")
    table = Table(__loader__.get_data(file).decode())  # type: ignore[name-defined]
    return {module: table.all(module) for module in table.modules}


def moved(path: str) -> str:
    """Returns where a module of `MOVED`, or one below it, is now."""
    for old, new in MOVED.items():
        if path == old or path.startswith(old + "."):
            return new + path[len(old) :]
    return path
