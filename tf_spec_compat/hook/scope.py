"""Which modules are the user's own."""

from __future__ import annotations

import os
import sysconfig
from collections.abc import Iterable, Sequence

__all__ = ["Scope"]

_INSTALLED = frozenset({"site-packages", "dist-packages"})
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Scope:
    """Packages by name and folders by path.

    A folder covers the files below it, except what is installed into an environment inside it, the
    standard library and this package. A package is covered wherever it is.
    """

    def __init__(self, entries: Iterable[str | os.PathLike[str]]) -> None:
        """Sorts entries into packages (dotted names) and folders (everything else).

        Raises:
          TypeError: An entry is neither a string nor a path.
          ValueError: A folder does not exist.
        """
        self.packages: list[str] = []
        self.folders: list[str] = []
        self._paths: dict[tuple[str, ...], bool] = {}
        self._origins: dict[str, bool] = {}
        if isinstance(entries, (str, os.PathLike)):
            entries = [entries]
        for entry in entries:
            path = os.fspath(entry)
            if not isinstance(path, str):
                raise TypeError(f"tf1_view takes package names and folders, not {entry!r}")
            if entry is path and all(part.isidentifier() for part in path.split(".")):
                self.packages.append(path)
            elif os.path.isdir(path):
                folders = {os.path.abspath(path), os.path.realpath(path)}
                self.folders += [os.path.join(folder, "") for folder in sorted(folders)]
            else:
                raise ValueError(f"tf1_view: {path!r} is neither a package name nor a folder")
        self._below = tuple(package + "." for package in self.packages)

    def may_hold(self, name: str, path: Sequence[str] | None) -> bool:
        """Says whether a module is worth looking for, given its parent package's `__path__`."""
        if path is None:
            return True
        key = tuple(path)
        known = self._paths.get(key)
        if known is None:
            known = self._paths[key] = any(map(self._is_inside, (os.path.join(p, "") for p in key)))
        return known or self._is_package(name)

    def holds(self, name: str, origin: str) -> bool:
        """Says whether the module `name`, loaded from the file `origin`, is the user's own."""
        if not os.path.isabs(origin):
            origin = os.path.abspath(origin)
        folder = origin.rpartition(os.sep)[0]
        known = self._origins.get(folder)
        if known is None:
            known = self._origins[folder] = self._is_own(os.path.join(os.path.normpath(folder), ""))
        return known or self._is_package(name)

    def _is_inside(self, folder: str) -> bool:
        return folder.startswith(tuple(self.folders))

    def _is_own(self, folder: str) -> bool:
        if folder.startswith(_EXCLUDED):
            return False
        return any(
            folder.startswith(own) and _INSTALLED.isdisjoint(folder[len(own) :].split(os.sep))
            for own in self.folders
        )

    def _is_package(self, name: str) -> bool:
        return name in self.packages or name.startswith(self._below)


_EXCLUDED = tuple(
    os.path.join(folder, "")
    for folder in (_PACKAGE, sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib"))
)
