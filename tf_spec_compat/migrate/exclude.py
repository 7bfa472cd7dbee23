"""Patterns of files and folders that are not read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from fnmatch import fnmatchcase

__all__ = ["Excludes"]


class Excludes:
    """Patterns as shells have them, `*_pb2.py` or `third_party/**`.

    One without a slash is for names anywhere below; one with a slash counts from a folder. A
    folder that matches is left out with all that is in it.
    """

    def __init__(self, patterns: Iterable[str], folder: str) -> None:
        """Takes the patterns, and the folder from which those with a slash count."""
        self._folder = os.path.abspath(folder)
        self._names = []
        self._paths = []
        for pattern in patterns:
            clean = pattern.strip("/").removeprefix("./")
            if "/" in clean or pattern.startswith(("/", "./")):
                self._paths.append(clean.removesuffix("/**"))
            else:
                self._names.append(clean)

    def __contains__(self, path: str) -> bool:
        """Whether a file or folder is left out."""
        if not (self._names or self._paths):
            return False
        parts = os.path.relpath(os.path.abspath(path), self._folder).split(os.sep)
        for end in range(1, len(parts) + 1):
            if any(fnmatchcase(parts[end - 1], name) for name in self._names):
                return True
            below = "/".join(parts[:end])
            if any(fnmatchcase(below, pattern) for pattern in self._paths):
                return True
        return False
