"""`runpy.run_path` of a user's own file, which a path hook takes for a folder of one module."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable
from importlib.abc import PathEntryFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

from tf_spec_compat.hook.view import ViewLoader

__all__ = ["ScriptHook"]


class ScriptHook:
    """An entry of `sys.path_hooks`."""

    def __init__(self, holds: Callable[[str], bool]) -> None:
        """Takes the function that says whether a file is the user's own."""
        self._holds = holds

    def __call__(self, path: str) -> PathEntryFinder:
        """Returns the finder for a source file of the user's.

        Raises:
          ImportError: It is something else, which is for the other path hooks.
        """
        if not path.endswith(".py") or not os.path.isfile(path) or not self._holds(path):
            raise ImportError(f"{path!r} is not a program with the TF1 view", path=path)
        return _ScriptFinder(path)

    def remove(self) -> None:
        """Takes the hook and what came of it out of `sys`."""
        if self in sys.path_hooks:
            sys.path_hooks.remove(self)
        for path, finder in list(sys.path_importer_cache.items()):
            if isinstance(finder, _ScriptFinder):
                del sys.path_importer_cache[path]


class _ScriptFinder(PathEntryFinder):
    def __init__(self, path: str) -> None:
        self._path = path

    def find_spec(self, fullname: str, target: ModuleType | None = None) -> ModuleSpec | None:
        if fullname != "__main__":
            return None
        loader = ViewLoader(fullname, self._path)
        return importlib.util.spec_from_file_location(fullname, self._path, loader=loader)
