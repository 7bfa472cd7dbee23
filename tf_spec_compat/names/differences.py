"""Where this package differs from TensorFlow 1.15.5 on purpose, by the names that it is about."""

from __future__ import annotations

import functools
import os
from dataclasses import dataclass

__all__ = ["Difference", "differences", "differing"]


@dataclass(frozen=True)
class Difference:
    """One difference.

    Attributes:
      key: By which the tests that show it refer to it.
      names: The legacy names whose users should know; none where only what had failed under 1.15
        does something else.
      reason: Sentences: what is done here, and what TensorFlow 1.15.5 did.
    """

    key: str
    names: tuple[str, ...]
    reason: str


@functools.cache
def differences() -> dict[str, Difference]:
    """Returns the rows of `names/differences.txt` by their keys."""
    file = os.path.join(os.path.dirname(__file__), "differences.txt")
    text: str = __loader__.get_data(file).decode()  # type: ignore[name-defined]
    found = {}
    for section in ("\n" + text).split("\n[")[1:]:
        key, _, body = section.partition("]\n")
        names, _, reason = body.replace("\n    ", " ").strip().partition("\n")
        about = () if names == "-" else tuple(names.split())
        found[key] = Difference(key, about, " ".join(reason.split()))
    return found


@functools.cache
def differing() -> dict[str, tuple[Difference, ...]]:
    """Returns the differences by each legacy name that they are about."""
    found: dict[str, tuple[Difference, ...]] = {}
    for difference in differences().values():
        for name in difference.names:
            found[name] = (*found.get(name, ()), difference)
    return found
