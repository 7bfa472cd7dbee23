"""Loaders: the same module under a second name, and a call after a module was executed."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING

from tf_spec_compat import names
from tf_spec_compat.hook.bindings import Bindings

if TYPE_CHECKING:
    from importlib.abc import Loader
else:
    Loader = object  # its methods are all that imports need, and importlib.abc is slow to load

__all__ = ["AliasLoader", "FolderLoader", "WatchedLoader"]


class AliasLoader(Loader):
    """Makes a name in `sys.modules` stand for a module that has another name."""

    def __init__(self, resolve: Callable[[], ModuleType], bindings: Bindings | None = None) -> None:
        """Takes the function that returns the module, and where to record the change.

        A module that was imported under its own name meanwhile is no change.
        """
        self._resolve = resolve
        self._bindings = bindings
        self._spec: ModuleSpec | None = None
        self._own: ModuleSpec | None = None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Returns the module itself: no thread ever gets hold of a placeholder."""
        module = self._resolve()
        self._spec, self._own = spec, module.__spec__
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Records the name, and gives the module its own spec back."""
        assert self._spec is not None
        if self._bindings is not None:
            _record(self._spec.name, module, self._bindings)
        if module.__spec__ is self._spec:  # a lazy module of TensorFlow may have loaded meanwhile
            module.__spec__ = self._own


class FolderLoader(Loader):
    """Makes an empty module of TensorFlow 1, or a package that held nothing but modules."""

    def __init__(self, bindings: Bindings) -> None:
        """Takes where to record the change."""
        self._bindings = bindings

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Leaves that to the import system."""
        return None

    def exec_module(self, module: ModuleType) -> None:
        """Imports the modules right below, as the package did."""
        name = module.__name__
        _record(name, module, self._bindings)
        for path in (*names.MOVED, *names.internals()):
            if path.rpartition(".")[0] == name:
                importlib.import_module(path)


def _record(name: str, module: ModuleType, bindings: Bindings) -> None:
    parent, _, child = name.rpartition(".")
    owner = sys.modules[parent]
    if not owner.__name__.startswith(names.OURS):  # ours stay as they are, with the hook or without
        bindings.remember(owner, child, module)  # the import system sets it next
    bindings.add_module(name, module)


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
