"""What to say about a name of contrib that is not here."""

from __future__ import annotations

from tf_spec_compat.names.paths import LEGACY, legacy, ours
from tf_spec_compat.names.removed import REMOVED
from tf_spec_compat.names.tables import PACKAGES, table

__all__ = ["advice", "gone"]


def gone(path: str) -> str | None:
    """Returns what to use instead of a module or name of TF 1.15's contrib that is gone, or None.

    Args:
      path: A path below `tensorflow.contrib` or `tf_spec_compat.contrib`.
    """
    package, _, rest = legacy(ours(path))[len(LEGACY) + 1 :].partition(".")
    if package in REMOVED:
        return f"{LEGACY}.{package} left with TensorFlow 2; {REMOVED[package]}"
    return table(package).gone.get(rest) if package in PACKAGES else None


def advice(path: str) -> str:
    """Says why the legacy `path` is not there and what to use instead."""
    path = legacy(path)
    instead = gone(path)
    if instead:
        return f"{path!r} is gone: {instead}."
    package = path.split(".")[2] if path.count(".") > 1 else ""
    if package in PACKAGES:
        return f"{path!r} is not carried by tf_spec_compat; {table(package).hint}."
    return f"{path!r} does not exist: TensorFlow 1.15's contrib had no package {package!r}."
