"""Which Keras TensorFlow is going to use, told without loading it.

Code of the TF1 days needs Keras 2: `tf.layers`, `tf.nn.rnn_cell`, tensorflow-estimator's canned
linear and deep models and its v2 heads. TensorFlow 2.16 moved to Keras 3
(https://github.com/tensorflow/tensorflow/releases/tag/v2.16.1), which has none of it; Keras 2 lives
on as the package tf-keras, used when `TF_USE_LEGACY_KERAS` is set as TensorFlow first loads Keras.
"""

from __future__ import annotations

import importlib.util
import os
from importlib.metadata import PackageNotFoundError, version

from tensorflow.python.util import lazy_loader

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.versions import parse

__all__ = ["legacy_keras_problem", "too_late"]

_VARIABLE = "TF_USE_LEGACY_KERAS"
_YES = ("1", "true", "True")  # TensorFlow reads no other spelling.
_EARLY = "before the program starts, or in its first lines, before `import tensorflow`"


def legacy_keras_problem() -> str | None:
    """Says what stands between this process and Keras 2; loads neither Keras.

    Returns:
      None if TensorFlow uses Keras 2, or will once Keras is needed. Otherwise what to install, what
      to set, and when: sentences for an error message or a report.
    """
    # Breakpoint: 2.14 brought the choice of Keras. Before that it was always Keras 2.
    if not hasattr(lazy_loader, "KerasLazyLoader"):
        return None
    chosen = [name for name in map(_chosen, _places()) if name is not None]
    wanted = os.environ.get(_VARIABLE) in _YES
    installed = importlib.util.find_spec("tf_keras") is not None
    # TensorFlow 2.14 and 2.15 bring Keras 2 as the package keras.
    bundled = _major_version_of_keras() == 2
    if chosen and all(map(_is_legacy, chosen)):
        return None
    if not chosen and (installed if wanted else bundled):
        return None
    if wanted and installed:
        return too_late()
    todo = []
    if not installed:
        major, minor = parse(tf.__version__)[:2]
        unset = f" or unset the environment variable {_VARIABLE}" if bundled else ""
        todo.append(f"run `pip install 'tf-keras~={major}.{minor}.0'`{unset}")
    if not wanted:
        given = os.environ.get(_VARIABLE)
        unread = "" if given is None else f" (it is {given!r}, which TensorFlow takes for no)"
        todo.append(f"set the environment variable {_VARIABLE}=1{unread} {_EARLY}")
    advice = ", and ".join(todo)
    return f"This needs Keras 2, which TensorFlow {tf.__version__} will not use here: {advice}."


def too_late() -> str:
    """What to do where Keras 3, or no Keras, was settled on before the variable was set."""
    return (
        f"This needs Keras 2, but {_VARIABLE} was set after TensorFlow had settled on Keras 3; "
        f"set it {_EARLY}."
    )


def _places() -> list[object]:
    """The attributes through which TensorFlow hands out Keras; each makes its choice by itself."""
    return [
        vars(tf).get("keras"),
        vars(tf1).get("keras"),
        vars(tf1).get("layers"),
        vars(tf1.nn).get("rnn_cell"),
    ]


def _chosen(place: object) -> str | None:
    """Which Keras a place has loaded: its module name, or None for as long as it has not chosen."""
    state = object.__getattribute__(place, "__dict__") if place is not None else {}
    if isinstance(place, lazy_loader.KerasLazyLoader) and not state.get("_tfll_initialized"):
        return None
    return str(state.get("__name__", "")) or None


def _is_legacy(module: str) -> bool:
    """Whether a module is of Keras 2: any but those that Keras 3 keeps for TensorFlow."""
    return "_tf_keras" not in module.split(".")


def _major_version_of_keras() -> int | None:
    """The major version of the package keras, None if it is not installed."""
    try:
        return parse(version("keras"))[0]
    except PackageNotFoundError:
        return None
