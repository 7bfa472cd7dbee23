"""Loaders: the same module under a second name, and a call after a module was executed."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING

from tf_spec_compat.hook.bindings import Bindings

if TYPE_CHECKING:
    from importlib.abc import Loader
else:
    Loader = object  # its methods are all that imports need, and importlib.abc is slow to load

__all__ = ["AliasLoader", "NamespaceLoader", "WatchedLoader"]


class AliasLoader(Loader):
    """Makes a name in `sys.modules` stand for a module that has another name."""

    def __init__(self, resolve: Callable[[], ModuleType], bindings: Bindings) -> None:
        """Takes the function that returns the module, and where to record the change."""
        self._resolve = resolve
        self._bindings = bindings

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Leaves the placeholder that `exec_module` swaps to the import system."""
        return None

    def exec_module(self, module: ModuleType) -> None:
        """Swaps the placeholder for the module itself."""
        name = module.__name__
        target = self._resolve()
        parent, _, child = name.rpartition(".")
        self._bindings.remember(sys.modules[parent], child)  # the import system sets it next
        self._bindings.add_module(name, target)


class NamespaceLoader(Loader):
    """Makes a module that holds the modules below it, imported on attribute access."""

    def __init__(self, bindings: Bindings) -> None:
        """Takes where to record the change."""
        self._bindings = bindings

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Returns a module whose attributes are its submodules."""
        return _Namespace(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Records the module; there is nothing to execute."""
        parent, _, child = module.__name__.rpartition(".")
        self._bindings.remember(sys.modules[parent], child)
        self._bindings.add_module(module.__name__, module)


class _Namespace(ModuleType):
    def __getattr__(self, name: str) -> object:
        path = f"{self.__name__}.{name}"
        if not name.startswith("__"):
            try:
                return importlib.import_module(path)
            except ModuleNotFoundError as error:
                if error.name != path:
                    raise
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")


class WatchedLoader(Loader):
    """Hands a module to `then` after the module's own loader executed it."""

    def __init__(self, loader: Loader, then: Callable[[ModuleType], None]) -> None:
        """Wraps `loader`."""
        self._loader = loader
        self._then = then

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Lets the module's own loader create it."""
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Executes the module with its own loader in place, then calls `then`."""
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        self._loader.exec_module(module)
        self._then(sys.modules.get(module.__name__, module))

    def __getattr__(self, name: str) -> object:
        return getattr(self._loader, name)
