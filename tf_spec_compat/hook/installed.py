"""What is installed into the Python that runs, as against the modules of a program."""

from __future__ import annotations

import functools
import os
import re
import sys
import sysconfig
from collections.abc import Iterator

__all__ = ["editable_projects", "is_reserved", "recorded", "root"]

_SITES = frozenset({"site-packages", "dist-packages"})
_EDITABLE = re.compile(rb'"editable"\s*:\s*true')
_URL = re.compile(rb'"url"\s*:\s*"file://([^"]*)"')


def is_reserved(folder: str) -> bool:
    """Says whether a folder is the standard library's or this package's."""
    return folder.startswith(_RESERVED)


def root(folder: str) -> str | None:
    """Returns the folder that an installer wrote `folder` to, or None where none did.

    That is `site-packages` or `dist-packages`, or a package in a folder on `sys.path` where
    `pip install --target` put it.

    Args:
      folder: An absolute, normalised path with a separator at its end; so is the result.
    """
    parts = folder.split(os.sep)
    for index in range(len(parts) - 1, 0, -1):
        if parts[index] in _SITES:
            return os.path.join(os.sep.join(parts[: index + 1]), "")
    for entry in sys.path:
        place = os.path.join(os.path.abspath(entry), "")
        if folder.startswith(place):
            top = folder[len(place) :].partition(os.sep)[0]
            if top in recorded(place):
                return os.path.join(place, top, "")
    return None


@functools.cache
def recorded(folder: str) -> frozenset[str]:
    """Returns the files and folders of a folder that the distributions in it list as theirs."""
    names: set[str] = set()
    for name in _listed(folder):
        if name.endswith(".dist-info"):
            for line in _read(os.path.join(folder, name, "RECORD")).splitlines():
                names.add(os.fsdecode(line.partition(b",")[0].partition(b"/")[0].strip(b'"')))
    return frozenset(names)


def editable_projects() -> Iterator[str]:
    """Yields the folders of projects that are installed editably, a separator at their ends."""
    for site in sys.path:
        if os.path.basename(os.path.normpath(site)) not in _SITES:
            continue
        for name in _listed(site):
            project = ""
            if name.endswith(".dist-info"):
                data = _read(os.path.join(site, name, "direct_url.json"))
                url = _URL.search(data)
                if url is not None and _EDITABLE.search(data):
                    project = _path_of(url[1])
            elif name.endswith(".egg-link"):
                project = os.fsdecode(_read(os.path.join(site, name)).partition(b"\n")[0].strip())
            if project:
                yield os.path.join(os.path.abspath(project), "")


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:  # an entry of `sys.path` need not be there, nor be a folder
        return []


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:  # most distributions are not editable, and have no such file
        return b""


def _path_of(url: bytes) -> str:
    path = re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes.fromhex(found[1].decode()), url)
    if os.name == "nt":
        path = path.lstrip(b"/")
    return os.fsdecode(path)


_RESERVED = tuple(
    os.path.join(folder, "")
    for place in (
        os.path.dirname(os.path.dirname(__file__)),
        os.path.dirname(os.__file__),
        sysconfig.get_path("stdlib"),
        sysconfig.get_path("platstdlib"),
    )
    for folder in {os.path.abspath(place), os.path.realpath(place)}
)
