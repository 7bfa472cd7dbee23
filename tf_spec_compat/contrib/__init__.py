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
import importlib.util
import os
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from types import CodeType, ModuleType
from typing import Any

from tf_spec_compat import _tf, names

__all__ = [*names.PACKAGES]

# What stands in the `__path__` of a module of these is a place below this one: nobody but `_Finder`
# can look into it.
_PLACE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "<tables>")

# What was replaced in modules: (module, name) -> the object.
_originals: dict[tuple[str, str], object] = {}

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
            value = next(
                (vars(home)[name] for home in _code(self.__name__) if _is_import(home, name)), None
            )
            if value is None:
                raise AttributeError(names.advice(names.legacy(path)))
        _contents(self)[name] = value
        return value

    def __setattr__(self, name: str, value: object) -> None:
        """Keeps a row from the module of the same name that a deep path leads to.

        Importing `framework.python.ops.arg_scope` is no reason to lose `framework.arg_scope`.
        """
        deep = isinstance(value, _Module) and value.__name__ != f"{self.__name__}.{name}"
        if deep and name in _known(self.__name__)[1]:
            return
        before = _contents(self).get(name)
        super().__setattr__(name, value)
        if before is not None and before is not value and not isinstance(value, _Module):
            _originals.setdefault((self.__name__, name), before)
            self._replace(name, before, value)

    def __delattr__(self, name: str) -> None:
        """Lets what was replaced come back."""
        original = _originals.pop((self.__name__, name), None)
        if original is not None:
            self._replace(name, _contents(self)[name], original)
        super().__delattr__(name)

    def _replace(self, name: str, before: object, value: object) -> None:
        """Replaces a name of a module where our code looks it up, as tests with mocks want it.

        What the module defined, wherever it is in use; what it had imported, in its own code.
        """
        if names.below(self.__name__) or name.startswith("__"):
            return
        _, known = _known(self.__name__)
        there = known[name][1] if name in known else name
        homes = _code(self.__name__)
        if name in self.__all__:
            homes = _loaded(__name__.partition(".")[0])
        elif ModuleType in (type(before), type(value)):  # ours may be a folder with that code
            homes = [part for home in homes for part in _loaded(home.__name__.rpartition(".")[0])]
        for home in homes:
            if type(home) is ModuleType and vars(home).get(there) is before:
                setattr(home, there, value)

    def __dir__(self) -> list[str]:
        return sorted({*_contents(self), *self.__all__, *_rest(self.__name__)})

    @property
    def __dict__(self) -> dict[str, Any]:  # type: ignore[override]
        """All names at once, but for those that the installed TensorFlow does not have."""
        if type(_contents(self).get("__path__")) is list:  # this package is being reloaded
            return _contents(self)
        listed = {*_known(self.__name__)[1], *names.below(self.__name__)} - {"*"}
        for name in listed | _rest(self.__name__):
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

    def __init__(self, module: str) -> None:
        super().__init__([os.path.join(_PLACE, module)])
        self._finder = _Finder(module)

    def __iter__(self) -> Iterator[str]:
        sys.path_importer_cache[self[0]] = self._finder
        return super().__iter__()


class _Finder:
    """Finds what the tables have below a module, as the import system and `pkgutil` ask for it."""

    def __init__(self, module: str) -> None:
        self._module = module

    def find_spec(self, fullname: str, target: ModuleType | None = None) -> ModuleSpec | None:
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
        spec = ModuleSpec(fullname, _Loader(), origin=_PLACE)  # type: ignore[arg-type]  # it has all
        if names.below(names.ours(fullname)):
            spec.submodule_search_locations = _Path(names.ours(fullname))
        return spec

    def iter_modules(self, prefix: str = "") -> Iterator[tuple[str, bool]]:
        """Yields the names of the modules right below, and whether there are more below those.

        Deep paths are left out: what is below `python` is listed by its short path.
        """
        for name in sorted({*names.below(self._module)} - {"python"}):
            yield prefix + name, bool(names.below(f"{self._module}.{name}"))


class _Loader:
    """Loads a module; that of a deep path is the one of the short path."""

    def __init__(self) -> None:
        self._own: ModuleSpec | None = None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Returns the module, with its public names."""
        name = spec.name
        if names.ours(name) != name:
            module = importlib.import_module(names.ours(name))
            self._own = module.__spec__
            return module
        module = _Module(name, f"`{names.legacy(name)}` of TensorFlow 1.15.")
        package, path = names.place(name)
        listed = [] if names.is_namespace(name) else names.table(package).public(path)
        module.__all__ = sorted(listed)
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Gives a module that was imported by its deep path its own spec back."""
        if self._own is not None:
            module.__spec__ = self._own

    def get_code(self, fullname: str) -> CodeType | None:
        """Returns the code of a module that has a `main`, which `python -m` runs.

        Raises:
          ImportError: It has none.
        """
        _, known = _known(names.ours(fullname))
        if "main" not in known:
            raise ImportError(f"{fullname} is no program: it has no main()", name=fullname)
        spec = importlib.util.find_spec(f"tf_spec_compat.{known['main'][0]}")
        loader: Any = spec and spec.loader
        return loader.get_code(loader.name)


@functools.cache
def _known(path: str) -> tuple[str, dict[str, tuple[str, str]]]:
    """Returns the package that a module belongs to, and its rows."""
    package, module = names.place(path)
    if not package:
        return "", {}
    if names.is_namespace(path):
        return package, names.table(package).all("") if f"{package}.python" in names.SHOWN else {}
    return package, names.table(package).all(module)


def _code(path: str) -> list[ModuleType]:
    """Returns the modules of ours with the code that a module of contrib had."""
    package, module = names.place(path)
    if not package or names.below(path) or names.is_namespace(path):
        return []
    homes = {home for home, _ in names.table(package).public(module).values()} - {"contrib"}
    ours = [home for home in sorted(homes) if home.partition(".")[0] not in (*names.FOREIGN, "_tf")]
    return [_home(package, home) for home in ours]


def _loaded(package: str) -> list[ModuleType]:
    """Returns the modules of a package of ours that were imported."""
    return [module for path, module in [*sys.modules.items()] if path.startswith(f"{package}.")]


def _is_import(home: ModuleType, name: str) -> bool:
    """Says whether a name is a module that is none of ours, such as `time`."""
    value = vars(home).get(name)
    return type(value) is ModuleType and not value.__name__.startswith("tf_spec_compat")


def _rest(path: str) -> set[str]:
    """Returns the names that `*` stands for in a module's rows."""
    package, known = _known(path)
    home = dir(_home(package, known["*"][0])) if "*" in known else []
    return {name for name in home if not name.startswith("__")}


def _home(package: str, home: str) -> Any:
    """Returns the module or namespace that a row names."""
    if home.partition(".")[0] in names.FOREIGN:
        return _tf.resolve(home)
    return importlib.import_module(f"tf_spec_compat.{home}")


def _resolve(package: str, home: str, name: str) -> Any:
    """Returns what a row stands for."""
    if home == "contrib":
        path = name[1:] if name.startswith("/") else f"{package}.{name}"
        return importlib.import_module(f"{__name__}.{path}")
    return getattr(_home(package, home), name)


_this = sys.modules[__name__]
_this.__class__ = _Module
_this.__path__ = _Path(__name__)
