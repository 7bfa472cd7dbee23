"""The finder that stands first in `sys.meta_path`."""

from __future__ import annotations

import functools
import importlib
import sys
import threading
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING

from tf_spec_compat import names
from tf_spec_compat.hook.bindings import Bindings
from tf_spec_compat.hook.loaders import AliasLoader, FolderLoader, WatchedLoader

if TYPE_CHECKING:
    from importlib.abc import MetaPathFinder
else:
    MetaPathFinder = object  # its methods are all that is needed; importlib.abc is slow to load

__all__ = ["Finder"]

_CONTRIB = names.LEGACY.rpartition(".")[2]
_VIEW = "tensorflow.compat.v1."
_MOVED = tuple(names.MOVED)


@functools.cache
def _internals() -> frozenset[str]:
    """The modules of TensorFlow's own that lost names, and the folders that they are in."""
    paths = names.internals()
    return frozenset(paths) | {path.rpartition(".")[0] for path in paths if "tracking" in path}


class _Asking(threading.local):
    def __init__(self) -> None:
        self.names: set[str] = set()  # what the other finders are being asked for


class Finder(MetaPathFinder):
    """Finds legacy paths, and sees TensorFlow and NumPy being imported."""

    def __init__(self, bindings: Bindings, imported: Callable[[ModuleType], None]) -> None:
        """Starts before TensorFlow has its attributes, and without a view.

        Args:
          bindings: Where changes are recorded.
          imported: Called with `tensorflow` or `numpy` once it was imported.
        """
        self.bound = False
        self.has_view = False  # whether names that TensorFlow's own modules lost are given back
        self._bindings = bindings
        self._imported = imported
        self._asking = _Asking()

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Finds a module; `None` leaves it to the other finders.

        Raises:
          ModuleNotFoundError: A name below `tensorflow.contrib` that is not there; with advice.
        """
        if fullname in self._asking.names:  # another finder asks all finders, as this one does
            return None
        if fullname.startswith("tensorflow"):
            if fullname == "tensorflow":
                return self._watched(fullname, path, target)
            if fullname[10] == ".":
                return self._below_tensorflow(fullname, path, target)
            if fullname == names.ESTIMATOR:
                return self._estimator()
        elif fullname == "numpy":
            return self._watched(fullname, path, target)
        return None

    def _below_tensorflow(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None
    ) -> ModuleSpec | None:
        head = fullname.split(".", 2)[1]
        if head == _CONTRIB:
            return self._contrib(fullname)
        if not self.bound:
            return None
        if head in ("compat", "estimator"):
            # API modules are attributes of others; importing them by path would make second copies.
            module = _attribute(fullname)
            if module is None and fullname.startswith(_VIEW):
                module = _attribute("tensorflow." + fullname[len(_VIEW) :])
            return None if module is None else self._alias(fullname, lambda: module)
        if head == "python" and self.has_view and fullname in _internals():
            return self._internal(fullname, path, target)
        if fullname.startswith(_MOVED) or names.is_namespace(fullname):
            # Below an alias the other finders would find the files again, and run them twice.
            is_below_alias = sys.modules[fullname.rpartition(".")[0]].__name__.startswith(
                names.ESTIMATOR
            )
            native = None if is_below_alias else self._others(fullname, path, target)
            if native is not None:
                return native
            if names.is_namespace(fullname):
                return ModuleSpec(fullname, FolderLoader(self._bindings), is_package=True)
            new = names.moved(fullname)
            return self._alias(fullname, lambda: importlib.import_module(new))
        return None

    def _internal(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None
    ) -> ModuleSpec | None:
        """Finds a module of TensorFlow's own that lost names, or is lost itself."""
        if self._others(fullname, path, target) is not None:
            return self._watched(fullname, path, target)
        is_folder = fullname not in names.internals()
        loader = WatchedLoader(FolderLoader(self._bindings), self._imported)
        return ModuleSpec(fullname, loader, is_package=is_folder)

    def _estimator(self) -> ModuleSpec | None:
        """Lets TensorFlow and the bridge import tensorflow-estimator where it alone fails."""
        self._asking.names.add(names.ESTIMATOR)
        try:
            importlib.import_module("tensorflow")
        finally:
            self._asking.names.discard(names.ESTIMATOR)
        loaded = sys.modules.get(names.ESTIMATOR)
        return None if loaded is None else ModuleSpec(names.ESTIMATOR, AliasLoader(lambda: loaded))

    def _contrib(self, fullname: str) -> ModuleSpec:
        if not names.exists(fullname):
            raise ModuleNotFoundError(names.advice(fullname), name=fullname)
        target = names.OURS + fullname[len(names.LEGACY) :]
        return self._alias(fullname, lambda: importlib.import_module(target))

    def _alias(self, fullname: str, resolve: Callable[[], ModuleType]) -> ModuleSpec:
        return ModuleSpec(fullname, AliasLoader(resolve, self._bindings))

    def _watched(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None
    ) -> ModuleSpec | None:
        spec = self._others(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = WatchedLoader(spec.loader, self._imported)
        return spec

    def _others(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None
    ) -> ModuleSpec | None:
        asking = self._asking.names
        asking.add(fullname)
        try:
            for finder in sys.meta_path:
                if finder is not self:
                    spec = finder.find_spec(fullname, path, target)
                    if spec is not None:
                        return spec
            return None
        finally:
            asking.discard(fullname)


def _attribute(fullname: str) -> ModuleType | None:
    found: object = sys.modules["tensorflow"]
    for part in fullname.split(".")[1:]:
        found = getattr(found, part, None)
    return found if isinstance(found, ModuleType) else None
