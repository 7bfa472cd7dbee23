"""`tensorflow.python.keras` as programs of TF 1.15 knew it: the same Keras as `tf.keras`.

TensorFlow 2 keeps under this path an old copy for its own use, parts of which are gone, and whose
layers do not go together with those of `tf.keras`.
"""

from __future__ import annotations

import functools
import importlib
from types import ModuleType
from typing import Any

from tf_spec_compat._tf import keras, tf1
from tf_spec_compat.names.core import core
from tf_spec_compat.names.moved import KERAS

__all__ = ["python_keras"]

_BASE_LAYER = ".engine.base_layer"


def python_keras(path: str) -> ModuleType:
    """Returns what `tensorflow.python.keras`, or a module below it, was.

    Its names are those of `tf.keras`, where these are public, else those of the modules that it is
    made of, else TensorFlow's copy. Where Keras is Keras 3, it is that copy.

    Raises:
      ModuleNotFoundError: There is no such module.
    """
    if keras.legacy_keras_problem() is not None:
        return importlib.import_module(path)
    return _module(path)


class _Module(ModuleType):
    """Takes its names from several modules, the first that has one."""

    def __init__(self, name: str, homes: list[ModuleType]) -> None:
        super().__init__(name, f"What `{name}` was in TensorFlow 1.15.")
        self._homes = homes
        self.__path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        for home in self._homes:
            found = getattr(home, name, None)
            if found is not None and not isinstance(found, ModuleType):
                return found
        if not name.startswith("__"):
            path = f"{self.__name__}.{name}"
            if _homes(path):
                return _module(path)
            for home in self._homes:
                if hasattr(home, name):
                    return getattr(home, name)
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")

    def __dir__(self) -> list[str]:
        return sorted({name for home in self._homes for name in dir(home)})


@functools.cache
def _module(path: str) -> ModuleType:
    homes = _homes(path)
    if not homes:
        return importlib.import_module(path)  # which says what is missing
    return _Module(path, homes)


@functools.cache
def _homes(path: str) -> list[ModuleType]:
    """The modules that have the names of one of TF 1.15, if it was one."""
    homes = _exact(path)
    above = _public(path.rpartition(".")[0])
    is_known = bool(homes) or any(f"{path}.".startswith(f"{gone}.") for gone in core().gone)
    if is_known and above is not None and above is not tf1.keras and _public(path) is None:
        homes.insert(0, above)  # `layers.recurrent` is in `layers`
    return homes


def _exact(path: str) -> list[ModuleType]:
    """The modules that have this very path: public, of Keras 2 and TensorFlow's copy."""
    below = path[len(KERAS) :]
    implementation: str = tf1.keras.layers.Layer.__module__  # `tf_keras.src.engine.base_layer`
    found = [_public(path)]
    if implementation.endswith(_BASE_LAYER):
        found.append(_imported(implementation[: -len(_BASE_LAYER)] + below))
    found.append(_imported(path))
    return [module for module in found if module is not None]


def _public(path: str) -> ModuleType | None:
    """The module of `tf.keras` under the path, if there is one."""
    found: Any = tf1.keras
    for name in path.split(".")[3:]:
        found = getattr(found, name, None)
        if not isinstance(found, ModuleType):
            return None
    return found if path.startswith(KERAS) else None


def _imported(path: str) -> ModuleType | None:
    try:
        return importlib.import_module(path)
    except ModuleNotFoundError as error:
        if error.name is None or not path.startswith(error.name):
            raise
        return None
