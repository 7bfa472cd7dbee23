"""`tensorflow.contrib`: which of our modules a legacy path is, and advice where it is none."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import sys
from collections.abc import Sequence
from importlib.abc import Loader
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType

from tf_spec_compat import names
from tf_spec_compat._hook.bindings import Bindings
from tf_spec_compat._hook.loaders import AliasLoader, NamespaceLoader, WatchedLoader

__all__ = ["advise", "advise_loaded", "legacy_spec", "own_spec", "stop_advising"]


def legacy_spec(fullname: str, bindings: Bindings) -> ModuleSpec:
    """Returns the spec for a path at or below `tensorflow.contrib`.

    Raises:
      ModuleNotFoundError: There is no such module; the message says what replaced it.
    """
    if names.is_namespace(fullname):
        return ModuleSpec(fullname, NamespaceLoader(bindings), is_package=True)
    target = names.ours(fullname)
    if not _exists(target):
        raise ModuleNotFoundError(names.advice(fullname), name=fullname)
    return ModuleSpec(fullname, AliasLoader(functools.partial(_load, target, bindings), bindings))


def own_spec(fullname: str, path: Sequence[str] | None, bindings: Bindings) -> ModuleSpec:
    """Returns the spec of one of our modules below `tf_spec_compat.contrib`, set to give advice.

    Raises:
      ModuleNotFoundError: There is no such module. It carries the legacy name, so that
        `from tensorflow.contrib import gone` ends in the advice, not in a bare `ImportError`.
    """
    spec = PathFinder.find_spec(fullname, path)
    short = names.legacy(fullname)
    if spec is None and short in names.ALIASES:
        return ModuleSpec(fullname, _TableLoader(bindings), is_package=True)
    if spec is None:
        raise ModuleNotFoundError(names.advice(short), name=short)
    if spec.loader is not None:
        spec.loader = WatchedLoader(spec.loader, advise)
    return spec


def advise(module: ModuleType) -> None:
    """Makes unknown attributes of one of our modules answer with advice."""
    if type(module) is ModuleType:
        module.__class__ = _Advising


def advise_loaded() -> None:
    """Does so for those of our contrib modules that are loaded already."""
    for name, module in list(sys.modules.items()):
        if name == names.OURS or name.startswith(names.OURS + "."):
            advise(module)


def stop_advising() -> None:
    """Gives every module its plain class back."""
    for module in list(sys.modules.values()):
        if type(module) is _Advising:
            module.__class__ = ModuleType  # type: ignore[assignment]


class _Advising(ModuleType):
    def __getattr__(self, name: str) -> object:
        own = vars(self)
        if name in own.get("__all__", ()) and "__getattr__" in own:
            return own["__getattr__"](name)  # it failed for a reason of its own: let that be seen
        if name.startswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        path = f"{names.legacy(self.__name__)}.{name}"
        if names.is_namespace(path):
            return importlib.import_module(path)
        target = f"{self.__name__}.{name}"
        if hasattr(self, "__path__") and _exists(target):
            return importlib.import_module(target)
        table = names.ALIASES.get(names.legacy(self.__name__), {})
        if name in table:
            return pkgutil.resolve_name(table[name])
        raise AttributeError(names.advice(path))


class _TableLoader(Loader):
    """Makes a module of nothing but a row of `names.ALIASES`; it lives as long as the hook."""

    def __init__(self, bindings: Bindings) -> None:
        self._bindings = bindings

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Advising(spec.name, f"`{names.legacy(spec.name)}`, from TensorFlow's own names.")

    def exec_module(self, module: ModuleType) -> None:
        parent, _, child = module.__name__.rpartition(".")
        self._bindings.remember(sys.modules[parent], child)
        self._bindings.add_module(module.__name__, module)
        vars(module)["__all__"] = sorted(names.ALIASES[names.legacy(module.__name__)])
        vars(module)["__dir__"] = lambda: sorted({*vars(module), *vars(module)["__all__"]})


def _exists(target: str) -> bool:
    if target in sys.modules or target == names.OURS or names.legacy(target) in names.ALIASES:
        return True
    parent_name, _, _ = target.rpartition(".")
    if not _exists(parent_name):
        return False
    parent = importlib.import_module(parent_name)
    return PathFinder.find_spec(target, getattr(parent, "__path__", [])) is not None


def _load(target: str, bindings: Bindings) -> ModuleType:
    module = importlib.import_module(target)
    if target.count(".") == names.OURS.count(".") + 1 and not hasattr(module, "__path__"):
        bindings.set(module, "__path__", [])  # a file for us, in contrib a package with deep paths
    return module
