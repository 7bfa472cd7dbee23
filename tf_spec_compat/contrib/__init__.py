"""The old namespace, path for path: `tensorflow.contrib.P` is `tf_spec_compat.contrib.P`.

No module below this one has a file: each is made of its rows in `tf_spec_compat.names` when it is
imported, and each of its names is looked up when it is first used. A deep path of TF 1.15
(`learn.python.learn.estimators.head`) is the same module as the short one
(`learn.estimators.head`). For type checkers there are stubs, which `tools/stubs.py` writes.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import os
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from tf_spec_compat import names

__all__ = [*names.PACKAGES]

# What stands in the `__path__` of these modules: a place that only `_Finder` can look into.
_ENTRY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "<tables>")

_contents = vars(ModuleType)["__dict__"].__get__  # what is in a module already


class _Module(ModuleType):
    """A module whose names are the rows of a table."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        path = f"{self.__name__}.{name}"
        package, known = _known(self.__name__)
        if name in known:
            value = _resolve(package, *known[name])
        elif names.exists(path):
            value = importlib.import_module(path)
        elif "*" in known and hasattr(_home(package, known["*"][0]), name):
            value = getattr(_home(package, known["*"][0]), name)
        else:
            raise AttributeError(names.advice(names.legacy(path)))
        setattr(self, name, value)
        return value

    def __dir__(self) -> list[str]:
        package, known = _known(self.__name__)
        rest = dir(_home(package, known["*"][0])) if "*" in known else ()
        return sorted({*_contents(self), *self.__all__, *rest})

    @property
    def __dict__(self) -> dict[str, Any]:  # type: ignore[override]
        """All names at once, but for those that the installed TensorFlow does not have."""
        for name in {*_known(self.__name__)[1], *names.below(self.__name__)} - {"*"}:
            with contextlib.suppress(AttributeError, ImportError):
                getattr(self, name)
        return _contents(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return importlib.import_module, (self.__name__,)


class _Path(list[str]):
    """A `__path__` that makes sure the import system knows its finder whenever it is looked into.

    So these modules are found without an entry in `sys.meta_path` or `sys.path_hooks`, where they
    would be in everybody's way, and after anybody has cleared `sys.path_importer_cache`.
    """

    def __iter__(self) -> Iterator[str]:
        sys.path_importer_cache[_ENTRY] = _FINDER
        return super().__iter__()


class _Finder:
    """Finds what the tables have, as the import system asks for it."""

    def find_spec(self, fullname: str, target: ModuleType | None = None) -> ModuleSpec:
        """Returns the spec of a module.

        Raises:
          ModuleNotFoundError: There is none. Its `name` is the legacy one where contrib had such a
            module or name, so that `from ... import gone` ends in the advice; of others Python
            says itself what cannot be imported.
        """
        if not names.exists(fullname):
            path = names.legacy(fullname)
            raise ModuleNotFoundError(
                names.advice(path), name=path if names.gone(path) else fullname
            )
        spec = ModuleSpec(fullname, _Loader())  # type: ignore[arg-type]  # it has what is needed
        if names.below(fullname):
            spec.submodule_search_locations = _Path([_ENTRY])
        return spec


class _Loader:
    """Makes a module; of a deep path, puts the short one's in its place."""

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Returns an empty module."""
        return _Module(spec.name, f"`{names.legacy(spec.name)}` of TensorFlow 1.15.")

    def exec_module(self, module: ModuleType) -> None:
        """Says which names are public."""
        name = module.__name__
        if names.ours(name) != name:
            sys.modules[name] = importlib.import_module(names.ours(name))
            return
        package, path = names.place(name)
        listed = [] if names.is_namespace(name) else names.table(package).public(path)
        module.__all__ = sorted(listed)  # type: ignore[attr-defined]


@functools.cache
def _known(path: str) -> tuple[str, dict[str, tuple[str, str]]]:
    """Returns the package that a module belongs to, and its rows."""
    package, module = names.place(path)
    if not package:
        return "", {}
    if names.is_namespace(path):
        return package, names.table(package).all("") if f"{package}.python" in names.SHOWN else {}
    return package, names.table(package).all(module)


def _home(package: str, home: str) -> Any:
    """Returns the module or namespace that a row names."""
    if home == "tf" or home.startswith("tf."):
        return importlib.import_module("tf_spec_compat._tf.paths").resolve(home)
    if home.partition(".")[0] == "tf_slim":
        return importlib.import_module("tf_spec_compat._tf.slim").load(home)
    return importlib.import_module(f"tf_spec_compat.{home}")


def _resolve(package: str, home: str, name: str) -> Any:
    """Returns what a row stands for."""
    if home == "contrib":
        path = name[1:] if name.startswith("/") else f"{package}.{name}"
        return importlib.import_module(f"{__name__}.{path}")
    return getattr(_home(package, home), name)


_FINDER = _Finder()
_this = sys.modules[__name__]
_this.__class__ = _Module
_this.__path__ = _Path([_ENTRY])
