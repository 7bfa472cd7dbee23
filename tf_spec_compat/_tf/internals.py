"""TensorFlow's own modules, as programs of TF 1.15 knew them."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.names import VIEW_ATTRIBUTES, internals

__all__ = ["legacy_attribute", "legacy_getattr", "view_attributes"]


def legacy_attribute(module: ModuleType, name: str) -> Any:
    """Returns what a module of TensorFlow had under a name in TF 1.15.

    Raises:
      AttributeError: It has no such name, and the table does not say where that is now.
    """
    if name in vars(module) or module.__name__ not in internals():
        return getattr(module, name)
    return legacy_getattr(module)(name)


def legacy_getattr(module: ModuleType) -> Callable[[str], Any]:
    """Returns the `__getattr__` of a module that has its names of TF 1.15."""
    known = internals()[module.__name__]
    own = vars(module).get("__getattr__")

    def __getattr__(name: str) -> Any:
        row = known.get(name)
        if row is None and not name.startswith("_") and "*" in known:
            row = known["*"][0], name
        for home in row[0].split("|") if row else ():
            found = getattr(_home(home, module), row[1], None) if row else None
            if found is not None:
                return found
        if own is not None:
            return own(name)
        raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}")

    return __getattr__


def _home(path: str, module: ModuleType) -> Any:
    if path == module.__name__:
        return module
    if path.startswith("tf."):
        return functools.reduce(getattr, path.split(".")[1:], tf)
    try:
        return importlib.import_module(f"tf_spec_compat.{path}" if path[0] == "_" else path)
    except ModuleNotFoundError as error:
        if error.name is None or not path.startswith(error.name):
            raise
        return None  # where another TensorFlow has it


def view_attributes() -> Iterator[tuple[str, ModuleType]]:
    """Yields the modules that were attributes of TF 1.15's `tf`, by name."""
    for name, module in VIEW_ATTRIBUTES.items():
        yield name, importlib.import_module(module)
