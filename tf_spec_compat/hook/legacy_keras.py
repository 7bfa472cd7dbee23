"""`TF_USE_LEGACY_KERAS`: Keras 2 under TensorFlow >= 2.16, for `tf.layers` and `tf.nn.rnn_cell`.

With Keras 3 `tf.compat.v1.layers` and `tf.compat.v1.nn.rnn_cell` are empty. Both are back when
tf-keras is installed and the variable is set before TensorFlow is imported.
"""

from __future__ import annotations

import enum
import os
import re
import sys

__all__ = [
    "VARIABLE",
    "Outcome",
    "found",
    "installed_version",
    "is_needed",
    "loaded",
    "remedy",
    "use",
    "version",
]

VARIABLE = "TF_USE_LEGACY_KERAS"

_TENSORFLOWS = ("tensorflow", "tensorflow-cpu", "tf-nightly", "tf-nightly-cpu", "tensorflow-macos")


def version(distribution: str) -> str:
    """Returns a distribution's version, by a module that is loaded when it is needed: it is slow.

    Raises:
      ModuleNotFoundError: It is not installed.
    """
    from importlib import metadata

    return metadata.version(distribution)


def installed_version(*distributions: str) -> str | None:
    """Returns the version of the first of these distributions that is installed."""
    for name in distributions:
        try:
            return version(name)
        except ModuleNotFoundError:
            continue
    return None


def found() -> str | None:
    """Returns TensorFlow's version from its metadata, without importing it."""
    return installed_version(*_TENSORFLOWS)


def is_needed() -> bool:
    """Says whether the installed TensorFlow comes with Keras 3."""
    tensorflow = found()
    # Breakpoint: 2.16, https://github.com/tensorflow/tensorflow/releases/tag/v2.16.1
    match = re.match(r"(\d+)\.(\d+)", tensorflow or "")
    return match is not None and (int(match[1]), int(match[2])) >= (2, 16)


class Outcome(enum.Enum):
    """What `use` did."""

    NOT_NEEDED = "Keras 2 is what this TensorFlow has, or the variable is set already"
    SET = "the variable is set now"
    NOT_INSTALLED = "tf-keras is not installed"
    TOO_LATE = "TensorFlow or Keras is loaded already"


def use() -> Outcome:
    """Sets the variable where TensorFlow needs it and tf-keras is installed."""
    if not is_needed() or VARIABLE in os.environ:
        return Outcome.NOT_NEEDED
    if installed_version("tf-keras") is None:
        return Outcome.NOT_INSTALLED
    if loaded() is not None:
        return Outcome.TOO_LATE
    os.environ[VARIABLE] = "1"
    return Outcome.SET


def loaded() -> str | None:
    """Returns which of TensorFlow and Keras has been imported already."""
    return next((name for name in ("tensorflow", "keras") if name in sys.modules), None)


def remedy() -> str:
    """Says what to do so that `tf.layers` and `tf.nn.rnn_cell` work."""
    if installed_version("tf-keras") is None:
        return f"install tf-keras: pip install 'tf-keras=={_minor(found())}.*'"
    return f"set {VARIABLE}=1 in the environment before Python starts"


def _minor(tensorflow: str | None) -> str:
    return ".".join((tensorflow or "").split(".")[:2])
