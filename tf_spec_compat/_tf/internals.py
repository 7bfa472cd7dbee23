"""TensorFlow's own modules, as programs of TF 1.15 knew them."""

from __future__ import annotations

import importlib
import operator
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat.names import INTERNALS, VIEW_ATTRIBUTES

__all__ = ["legacy_attribute", "moved_names", "view_attributes"]


def legacy_attribute(module: ModuleType, name: str) -> Any:
    """Returns what a module of TensorFlow had under a name in TF 1.15.

    Raises:
      AttributeError: It has no such name, and the table does not say where that moved.
    """
    place = INTERNALS.get(module.__name__, {}).get(name)
    if place is None or name in vars(module):
        return getattr(module, name)
    if place.startswith("."):
        return getattr(module, place[1:])
    return operator.attrgetter(place)(tf1)


def view_attributes() -> Iterator[tuple[str, ModuleType]]:
    """Yields the modules that were attributes of TF 1.15's `tf`, by name."""
    for name, module in VIEW_ATTRIBUTES.items():
        yield name, importlib.import_module(module)


def moved_names() -> Iterator[tuple[ModuleType, str, Any]]:
    """Yields what modules of TensorFlow have lost: the module, the name, and what it stood for."""
    for path, moved in INTERNALS.items():
        owner = importlib.import_module(path)
        for name in moved:
            if name not in vars(owner):
                yield owner, name, legacy_attribute(owner, name)
