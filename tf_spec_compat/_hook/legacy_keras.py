"""`TF_USE_LEGACY_KERAS`: Keras 2 under TensorFlow >= 2.16, for `tf.layers` and `tf.nn.rnn_cell`.

With Keras 3 `tf.compat.v1.layers` and `tf.compat.v1.nn.rnn_cell` are empty. Both are back when
tf-keras is installed and the variable is set before TensorFlow is imported.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import MutableMapping
from importlib.metadata import PackageNotFoundError, version

__all__ = ["VARIABLE", "found", "installed_version", "is_needed", "use"]

VARIABLE = "TF_USE_LEGACY_KERAS"

_TENSORFLOWS = ("tensorflow", "tensorflow-cpu", "tf-nightly", "tf-nightly-cpu", "tensorflow-macos")


def installed_version(*distributions: str) -> str | None:
    """Returns the version of the first of these distributions that is installed."""
    for name in distributions:
        try:
            return version(name)
        except PackageNotFoundError:
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


def use(environment: MutableMapping[str, str] | None = None) -> str | None:
    """Sets the variable where TensorFlow needs it and tf-keras is installed.

    Args:
      environment: Instead of `os.environ`.

    Returns:
      None, or what keeps legacy code that needs Keras from running, as a sentence.
    """
    environment = os.environ if environment is None else environment
    if not is_needed() or VARIABLE in environment:
        return None
    if installed_version("tf-keras") is None:
        return (
            f"tf.layers and tf.nn.rnn_cell are empty under TensorFlow {found()} without tf-keras: "
            f"pip install tf-keras~={_minor(found())}.0"
        )
    loaded = [name for name in ("tensorflow", "keras") if name in sys.modules]
    if loaded:
        return (
            f"{VARIABLE}=1 was not set: {loaded[0]} is already loaded, so it is too late for this "
            f"process, and tf.layers and tf.nn.rnn_cell may be empty. Set {VARIABLE}=1 in the "
            "environment before Python starts."
        )
    environment[VARIABLE] = "1"
    return None


def _minor(tensorflow: str | None) -> str:
    return ".".join((tensorflow or "").split(".")[:2])
