"""`tensorflow.contrib`: which of our modules a legacy path is, and advice where it is none."""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Sequence
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


def own_spec(fullname: str, path: Sequence[str] | None) -> ModuleSpec:
    """Returns the spec of one of our modules below `tf_spec_compat.contrib`, set to give advice.

    Raises:
      ModuleNotFoundError: There is no such module. It carries the legacy name, so that
        `from tensorflow.contrib import gone` ends in the advice, not in a bare `ImportError`.
    """
    spec = PathFinder.find_spec(fullname, path)
    short = names.legacy(fullname)
    if spec is None:
        raise ModuleNotFoundError(names.advice(short), name=short)
    if spec.loader is not None:
        spec.loader = WatchedLoader(spec.loader, advise)
    return spec


def advise(module: ModuleType) -> None:
    """Makes unknown attributes of one of our modules answer with advice."""
    if module.__name__ == names.OURS:
        advise_loaded()  # modules of aliases come with it
    elif type(module) is ModuleType:
        module.__class__ = _Advising


def advise_loaded() -> None:
    """Does so for those of our contrib modules that are loaded already."""
    for name, module in list(sys.modules.items()):
        if (name + ".").startswith(names.OURS + ".") and type(module) is ModuleType:
            module.__class__ = _Advising


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
        raise AttributeError(names.advice(path))


def _exists(target: str) -> bool:
    if target in sys.modules or target == names.OURS:
        return True
    parent_name, _, _ = target.rpartition(".")
    if not _exists(parent_name):
        return False
    parent = importlib.import_module(parent_name)
    if target in sys.modules:  # `contrib` makes modules of aliases
        return True
    return PathFinder.find_spec(target, getattr(parent, "__path__", [])) is not None


def _load(target: str, bindings: Bindings) -> ModuleType:
    module = importlib.import_module(target)
    if target.count(".") == names.OURS.count(".") + 1 and not hasattr(module, "__path__"):
        bindings.set(module, "__path__", [])  # a file for us, in contrib a package with deep paths
    return module
