"""Which modules are the user's own."""

from __future__ import annotations

import os
from collections.abc import Iterable

from tf_spec_compat.hook import installed

__all__ = ["PROGRAM", "Scope"]

# Stands for every module that is not installed.
PROGRAM = "*"


class Scope:
    """Packages by name, folders and files by path, and all that is not installed.

    A folder covers the files below it, except what is installed into an environment inside it, the
    standard library and this package. A package is covered wherever it is. `"*"` covers what is
    neither the standard library's nor installed; a project that is installed editably is, unless a
    folder or file in it is named too.
    """

    def __init__(self, entries: Iterable[str | os.PathLike[str]]) -> None:
        """Sorts entries into packages (dotted names), paths (everything else) and `"*"`.

        A name that is a folder's here, such as `src`, stands for both.

        Raises:
          TypeError: An entry is neither a string nor a path.
          ValueError: A folder or file does not exist.
        """
        self._has_program = False
        self._packages: list[str] = []
        self._places: list[str] = []  # with a separator at their ends; a zip file is a folder too
        self._files: set[str] = set()
        self._projects: tuple[str, ...] | None = None  # installed editably
        # Folder -> whether what it holds is the user's; or the names in it that are not.
        self._known: dict[str, bool | frozenset[str]] = {}
        if isinstance(entries, (str, os.PathLike)):
            entries = [entries]
        for entry in entries:
            path = os.fspath(entry)
            if not isinstance(path, str):
                raise TypeError(f"tf1_view takes package names, folders and files, not {entry!r}")
            is_name = entry is path and all(part.isidentifier() for part in path.split("."))
            if path == PROGRAM:
                self._has_program = True
            elif is_name:
                self._packages.append(path)
            elif not os.path.exists(path):
                raise ValueError(
                    f"tf1_view: {path!r} is neither a package name nor a folder or file"
                )
            if os.path.isdir(path) or not is_name:
                self._places += _spellings(path)
                if os.path.isfile(path):
                    self._files |= {os.path.abspath(path), os.path.realpath(path)}
        self._below = tuple(package + "." for package in self._packages)

    def holds(self, name: str, path: str) -> bool:
        """Says whether the module `name`, loaded from the file `path`, is the user's own."""
        folder, _, file = path.rpartition(os.sep)
        known = self._known.get(folder)
        if known is None:
            written, folder = folder, os.path.dirname(os.path.abspath(path))
            known = self._known.get(folder)
            if known is None:
                known = self._known[folder] = self._decide(folder)
            if os.path.isabs(written):  # a relative one depends on the current folder
                self._known[written] = known
        if known is True or self._is_package(name):
            return True
        return (known is not False and file not in known) or self._is_file(path)

    def _decide(self, folder: str) -> bool | frozenset[str]:
        spellings = _spellings(folder)
        if any(map(installed.is_reserved, spellings)):
            return False
        root = next(filter(None, map(installed.root, spellings)), "")
        is_own = any(
            place.startswith(root) and spelling.startswith(place)
            for place in self._places
            for spelling in spellings
        )
        if not is_own and self._has_program and not root:
            is_own = not any(spelling.startswith(self._editable()) for spelling in spellings)
        return is_own and (installed.recorded(spellings[0]) or True)

    def _editable(self) -> tuple[str, ...]:
        if self._projects is None:
            self._projects = tuple(
                project
                for each in installed.editable_projects()
                for project in _spellings(each)
                if not any(place.startswith(project) for place in self._places)
            )
        return self._projects

    def _is_file(self, path: str) -> bool:
        spellings = {os.path.abspath(path), os.path.realpath(path)} if self._files else set()
        return not spellings.isdisjoint(self._files)

    def _is_package(self, name: str) -> bool:
        return name in self._packages or name.startswith(self._below)


def _spellings(folder: str) -> list[str]:
    """A folder's path without links and dots, first as it is written, separators at the ends."""
    written, real = os.path.abspath(folder), os.path.realpath(folder)
    return [os.path.join(each, "") for each in ([written] if written == real else [written, real])]
