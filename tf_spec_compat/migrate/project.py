"""The modules of a code base, as far as they hand on what they import."""

from __future__ import annotations

import os
from collections.abc import Iterable

from tf_spec_compat.migrate import contrib, sources
from tf_spec_compat.migrate.analysis import Exports, exports

__all__ = ["Project"]

_NOTHING = Exports({}, (), None)

# As many hops as re-exports are followed.
_HOPS = 20


class Project:
    """Finds modules beside the one that is analyzed, and what their names stand for.

    A module is looked for as Python would: from the folder that the outermost package of the
    importer is in, from the folder of the importer, and from the given ones. Of a module that was
    read only the names at its top are kept.
    """

    def __init__(self, roots: Iterable[str] = ()) -> None:
        """Takes folders from which modules are imported."""
        self._roots = tuple(os.path.abspath(root) for root in roots)
        self._listed: dict[str, frozenset[str]] = {}
        self._homes: dict[str, tuple[str, str]] = {}  # folder -> root, dotted package
        self._exports: dict[str, Exports] = {}  # by the file

    def module_name(self, path: str) -> tuple[str, bool]:
        """Returns the dotted name of the module in a file, and whether it is a package."""
        folder, file = os.path.split(os.path.abspath(path))
        stem, _ = os.path.splitext(file)
        package = self._home(folder)[1]
        if stem == "__init__" and package:
            return package, True
        return f"{package}.{stem}".lstrip("."), False

    def has(self, module: str, importer: str) -> bool:
        """Says whether there is a module of the project's own under an absolute name."""
        return self._find(module.split("."), importer)[1] == module.count(".") + 1

    def follow(self, path: str, importer: str) -> str:
        """Returns what a dotted path is once re-exports are followed.

        Args:
          path: A dotted path, `package.compat.tf.contrib`.
          importer: The file that uses it.
        """
        for _ in range(_HOPS):
            if not self._is_own(path.partition(".")[0], importer):
                break
            parts = path.split(".")
            file, count, instead = self._walk(parts, importer)
            if instead is None or file == os.path.abspath(importer):
                break
            new = ".".join([instead, *parts[count:]])
            if new == path:
                break
            path, importer = new, file
        return path

    def star(self, module: str, name: str, importer: str) -> str | None:
        """Returns what `name` is by `from module import *`, or None."""
        parts = module.split(".")
        file, count = self._find(parts, importer)
        if count < len(parts) or not file:
            return None
        found = self._of(file)
        if name not in found.listed if found.listed is not None else name.startswith("_"):
            return None
        return self._member(file, name) or (f"{module}.{name}" if name in found.names else None)

    def _walk(self, parts: list[str], importer: str) -> tuple[str, int, str | None]:
        """Returns the file that hands a path on, how many parts it means, and what they are."""
        for count in range(1, len(parts)):
            file, found = self._find(parts[:count], importer)
            if found < count:
                break
            instead = self._member(file, parts[count]) if file else None
            if instead is not None:
                return file, count + 1, instead
        return "", 0, None

    def _member(self, file: str, name: str) -> str | None:
        """Returns what a name of a module stands for, None for what is its own or not there."""
        found = self._of(file)
        if name in found.names:
            return found.names[name]
        for module in found.stars:
            if contrib.has_public(module, name):
                return f"{module}.{name}"
            path = self.star(module, name, file)
            if path is not None:
                return path
        return None

    def _of(self, file: str) -> Exports:
        """Returns the names at the top of a module."""
        known = self._exports.get(file)
        if known is None:
            known = self._exports[file] = _NOTHING  # for modules that import each other
            try:
                known = exports(sources.read(file).parse()[0], file, self)
            except sources.Unreadable:
                known = _NOTHING  # said when the file itself is checked
            self._exports[file] = known
        return known

    def _find(self, parts: list[str], importer: str) -> tuple[str, int]:
        """Returns the file of the longest beginning that is a module, and how many parts it has.

        The file is `""` for a folder without `__init__.py`.
        """
        folder = os.path.dirname(os.path.abspath(importer))
        for root in (self._home(folder)[0], folder, *self._roots):
            here, file, count = root, "", 0
            for part in parts:
                names = self._list(here)
                below = os.path.join(here, part)
                if f"{part}/" in names:
                    is_package = "__init__.py" in self._list(below)
                    here, file, count = below, "", count + 1
                    if is_package:
                        file = os.path.join(below, "__init__.py")
                elif f"{part}.py" in names:
                    file, count = f"{below}.py", count + 1
                    break
                else:
                    break
            if count:
                return file, count
        return "", 0

    def _is_own(self, head: str, importer: str) -> bool:
        folder = os.path.dirname(os.path.abspath(importer))
        places = (self._home(folder)[0], folder, *self._roots)
        return head != "tensorflow" and any(
            f"{head}.py" in names or f"{head}/" in names for names in map(self._list, places)
        )

    def _home(self, folder: str) -> tuple[str, str]:
        """Returns the folder that the outermost package is in, and the package of a folder."""
        known = self._homes.get(folder)
        if known is None:
            if "__init__.py" in self._list(folder):
                parent, name = os.path.split(folder)
                root, package = self._home(parent) if parent != folder else (folder, "")
                known = root, f"{package}.{name}".lstrip(".")
            else:
                known = folder, ""
            self._homes[folder] = known
        return known

    def _list(self, folder: str) -> frozenset[str]:
        """Returns what is in a folder that may be a module: Python files, and folders with `/`."""
        known = self._listed.get(folder)
        if known is None:
            try:
                with os.scandir(folder) as entries:
                    known = frozenset(
                        f"{entry.name}/" if entry.is_dir() else entry.name
                        for entry in entries
                        if entry.name.endswith(".py") or ("." not in entry.name and entry.is_dir())
                    )
            except OSError:  # stands in no folder: standard input, for example
                known = frozenset()
            self._listed[folder] = known
        return known
