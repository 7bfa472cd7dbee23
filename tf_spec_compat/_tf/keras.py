"""Which Keras TensorFlow is going to use, told without loading it, and how it comes to be Keras 2.

Code of the TF1 days needs Keras 2: `tf.layers`, `tf.nn.rnn_cell`, tensorflow-estimator's canned
linear and deep models and its v2 heads. TensorFlow 2.16 moved to Keras 3
(https://github.com/tensorflow/tensorflow/releases/tag/v2.16.1), which has none of it; Keras 2 lives
on as the package tf-keras, used when `TF_USE_LEGACY_KERAS` is set as TensorFlow first loads Keras.
"""

from __future__ import annotations

import enum
import importlib.util
import os
import sys
from importlib.metadata import PackageNotFoundError, version

from tf_spec_compat._tf import private, versions
from tf_spec_compat.errors import UnsupportedError

__all__ = [
    "TO_SET",
    "VARIABLE",
    "Outcome",
    "installed_version",
    "legacy_keras_problem",
    "loaded",
    "needs_variable",
    "set_variable",
    "tensorflow_version",
    "too_late",
    "use_legacy_keras",
]

VARIABLE = "TF_USE_LEGACY_KERAS"
TO_SET = f"set the environment variable {VARIABLE}=1"

_TENSORFLOWS = ("tensorflow", "tensorflow-cpu", "tf-nightly", "tf-nightly-cpu", "tensorflow-macos")
_YES = ("1", "true", "True")  # TensorFlow reads no other spelling.
_EARLY = "before the program starts, or in its first lines, before `import tensorflow`"


class Outcome(enum.Enum):
    """What `set_variable` did."""

    NOT_NEEDED = "Keras 2 is what this TensorFlow has, or the variable is set already"
    SET = "the variable is set now"
    NOT_INSTALLED = "tf-keras is not installed"
    TOO_LATE = "TensorFlow or Keras is loaded already"


def set_variable() -> Outcome:
    """Sets the variable where TensorFlow needs it and tf-keras is installed; loads neither."""
    if not needs_variable() or VARIABLE in os.environ:
        return Outcome.NOT_NEEDED
    if installed_version("tf-keras") is None:
        return Outcome.NOT_INSTALLED
    if loaded() is not None:
        return Outcome.TOO_LATE
    os.environ[VARIABLE] = "1"
    return Outcome.SET


def use_legacy_keras() -> None:
    """Lets TensorFlow use Keras 2, which has `tf.layers` and `tf.nn.rnn_cell`, in this process.

    For the first lines of a program, before TensorFlow is imported; it does what
    `tf-spec-compat run` does for programs of TensorFlow 1. Where TensorFlow has Keras 2 itself, up
    to 2.15, and where tf-keras is not installed or `TF_USE_LEGACY_KERAS` is set already, it
    changes nothing; code that needs Keras 2 then says what is missing.

    Raises:
      UnsupportedError: TensorFlow or Keras is loaded already, so that it is too late.

    Example:
      >>> import tf_spec_compat
      >>> tf_spec_compat.use_legacy_keras()
      >>> import tensorflow.compat.v1 as tf
    """
    if set_variable() is Outcome.TOO_LATE:
        raise UnsupportedError(
            f"use_legacy_keras() was called after {loaded()} was imported; call it {_EARLY}."
        )


def needs_variable() -> bool:
    """Says whether the installed TensorFlow comes with Keras 3; does not load it."""
    # Breakpoint: 2.16, https://github.com/tensorflow/tensorflow/releases/tag/v2.16.1
    return versions.parse(tensorflow_version() or "") >= (2, 16)


def tensorflow_version() -> str | None:
    """Returns the version of the installed TensorFlow, None if there is none; does not load it."""
    return installed_version(*_TENSORFLOWS)


def installed_version(*distributions: str) -> str | None:
    """Returns the version of the first of these distributions that is installed."""
    for name in distributions:
        try:
            return version(name)
        except PackageNotFoundError:
            continue
    return None


def loaded() -> str | None:
    """Returns which of TensorFlow and Keras has been imported already."""
    return next((name for name in ("tensorflow", "keras") if name in sys.modules), None)


def legacy_keras_problem() -> str | None:
    """Says what stands between this process and Keras 2; loads neither Keras.

    Returns:
      None if TensorFlow uses Keras 2, or will once Keras is needed. Otherwise what to install, what
      to set, and when: sentences for an error message or a report.
    """
    # Breakpoint: 2.14 brought the choice of Keras. Before that it was always Keras 2.
    if not hasattr(private.lazy_loader, "KerasLazyLoader"):
        return None
    chosen = [name for name in map(_chosen, _places()) if name is not None]
    wanted = os.environ.get(VARIABLE) in _YES
    installed = importlib.util.find_spec("tf_keras") is not None
    # TensorFlow 2.14 and 2.15 bring Keras 2 as the package keras.
    bundled = versions.parse(installed_version("keras") or "")[:1] == (2,)
    if chosen and all(map(_is_legacy, chosen)):
        return None
    if not chosen and (installed if wanted else bundled):
        return None
    if wanted and installed:
        return too_late()
    todo = []
    if not installed:
        major, minor = versions.parse(versions.tf.__version__)[:2]
        unset = f" or unset the environment variable {VARIABLE}" if bundled else ""
        # Without its requirement, which is `tensorflow` even where that is tensorflow-cpu.
        todo.append(f"run `pip install --no-deps 'tf-keras~={major}.{minor}.0'`{unset}")
    if not wanted:
        given = os.environ.get(VARIABLE)
        unread = "" if given is None else f" (it is {given!r}, which TensorFlow takes for no)"
        todo.append(f"{TO_SET}{unread} {_EARLY}")
    advice = ", and ".join(todo)
    found = versions.tf.__version__
    return f"This needs Keras 2, which TensorFlow {found} will not use here: {advice}."


def too_late() -> str:
    """What to do where Keras 3, or no Keras, was settled on before the variable was set."""
    return (
        f"This needs Keras 2, but {VARIABLE} was set after TensorFlow had settled on Keras 3; "
        f"set it {_EARLY}."
    )


def _places() -> list[object]:
    """The attributes through which TensorFlow hands out Keras; each makes its choice by itself."""
    return [
        vars(versions.tf).get("keras"),
        vars(versions.tf1).get("keras"),
        vars(versions.tf1).get("layers"),
        vars(versions.tf1.nn).get("rnn_cell"),
    ]


def _chosen(place: object) -> str | None:
    """Which Keras a place has loaded: its module name, or None for as long as it has not chosen."""
    state = object.__getattribute__(place, "__dict__") if place is not None else {}
    lazy = isinstance(place, private.lazy_loader.KerasLazyLoader)
    if lazy and not state.get("_tfll_initialized"):
        return None
    return str(state.get("__name__", "")) or None


def _is_legacy(module: str) -> bool:
    """Whether a module is of Keras 2: any but those that Keras 3 keeps for TensorFlow."""
    return "_tf_keras" not in module.split(".")
