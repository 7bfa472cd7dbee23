"""The module `pkg_resources`, which setuptools 82 dropped: what programs ask about packages."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
from collections.abc import Iterable, Iterator
from importlib import metadata
from types import ModuleType
from typing import BinaryIO

from packaging.requirements import InvalidRequirement as RequirementParseError
from packaging.requirements import Requirement
from packaging.version import Version
from packaging.version import parse as parse_version

__all__ = [
    "Distribution",
    "DistributionNotFound",
    "Requirement",
    "RequirementParseError",
    "ResolutionError",
    "VersionConflict",
    "declare_namespace",
    "get_distribution",
    "iter_entry_points",
    "parse_requirements",
    "parse_version",
    "require",
    "resource_exists",
    "resource_filename",
    "resource_isdir",
    "resource_listdir",
    "resource_stream",
    "resource_string",
    "working_set",
]


class ResolutionError(Exception):
    """A requirement is not met."""


class DistributionNotFound(ResolutionError):  # noqa: N818 - setuptools' name
    """A package is not installed."""


class VersionConflict(ResolutionError):  # noqa: N818 - setuptools' name
    """A package is installed in a release that will not do."""


class Distribution:
    """An installed package."""

    def __init__(self, found: metadata.Distribution) -> None:
        """Takes it as `importlib.metadata` finds it."""
        self._found = found
        self.project_name = str(found.metadata["Name"])
        self.key = self.project_name.lower().replace("_", "-")
        self.version = found.version

    @property
    def parsed_version(self) -> Version:
        """Its release, to be compared."""
        return parse_version(self.version)

    @property
    def location(self) -> str:
        """The folder that it is in."""
        return str(self._found.locate_file(""))

    @property
    def entry_points(self) -> Iterable[metadata.EntryPoint]:
        """What it offers to others."""
        return self._found.entry_points

    def requires(self) -> list[Requirement]:
        """Returns what it needs here, without extras."""
        needed = map(Requirement, self._found.requires or ())
        return [each for each in needed if each.marker is None or each.marker.evaluate()]

    def has_metadata(self, name: str) -> bool:
        """Says whether it has a file of metadata."""
        return self._found.read_text(name) is not None

    def get_metadata(self, name: str) -> str:
        """Returns the text of a file of metadata.

        Raises:
          FileNotFoundError: It has none of that name.
        """
        text = self._found.read_text(name)
        if text is None:
            raise FileNotFoundError(f"{self.project_name} {self.version} has no metadata {name!r}")
        return text

    def __str__(self) -> str:
        return f"{self.project_name} {self.version}"


class _WorkingSet:
    """What is installed."""

    def __iter__(self) -> Iterator[Distribution]:
        return iter(self.by_key.values())

    @property
    def by_key(self) -> dict[str, Distribution]:
        """The packages by their names in small letters; of two, that which is first on the path."""
        found: dict[str, Distribution] = {}
        for each in metadata.distributions():
            if {"Name", "Version"}.issubset(each.metadata):  # A removal that failed leaves neither.
                distribution = Distribution(each)
                found.setdefault(distribution.key, distribution)
        return found


working_set = _WorkingSet()


def get_distribution(dist: str | Requirement) -> Distribution:
    """Returns an installed package.

    Args:
      dist: Its name, or a requirement: `tensorflow>=1.4`.

    Raises:
      DistributionNotFound: It is not installed.
      VersionConflict: It is, in another release.
    """
    wanted = dist if isinstance(dist, Requirement) else Requirement(dist)
    try:
        found = Distribution(metadata.distribution(wanted.name))
    except metadata.PackageNotFoundError:
        raise DistributionNotFound(
            f"The '{wanted}' distribution was not found and is required by the application; "
            f"install it: pip install '{wanted}'"
        ) from None
    if not wanted.specifier.contains(found.version, prereleases=True):
        raise VersionConflict(f"{found} is installed, but {wanted} is required")
    return found


def require(*requirements: str | Iterable[str]) -> list[Distribution]:
    """Returns the packages that are required, and what these require.

    Raises:
      DistributionNotFound: One of them is not installed.
      VersionConflict: One of them is, in another release.
    """
    found: dict[str, Distribution] = {}
    waiting = list(parse_requirements(requirements))
    for wanted in waiting:
        distribution = get_distribution(wanted)
        if distribution.key not in found:
            found[distribution.key] = distribution
            waiting += distribution.requires()
    return list(found.values())


def parse_requirements(lines: str | Iterable[str | Iterable[str]]) -> Iterator[Requirement]:
    """Yields the requirements of a text or of several; empty lines and comments do not count."""
    if not isinstance(lines, str):
        for each in lines:
            yield from parse_requirements(each)
        return
    for line in lines.splitlines():
        text = re.sub(r"(^|\s)#.*", "", line).strip()
        if text:
            yield Requirement(text)


def iter_entry_points(group: str, name: str | None = None) -> Iterator[metadata.EntryPoint]:
    """Yields the entry points of a group; `load()` of one gives the object."""
    for distribution in working_set:
        for point in distribution.entry_points:
            if point.group == group and name in (None, point.name):
                yield point


def declare_namespace(packageName: str) -> None:
    """Lets a package be in several folders."""
    package = importlib.import_module(packageName)
    package.__path__ = pkgutil.extend_path(package.__path__, packageName)


def resource_filename(package_or_requirement: str | Requirement, resource_name: str) -> str:
    """Returns the path of a file beside a module, whether there is one or not.

    Args:
      package_or_requirement: The name of a package or module; or an installed package.
      resource_name: The path below its folder, with slashes.
    """
    if isinstance(package_or_requirement, Requirement):
        folder = get_distribution(package_or_requirement).location
    else:
        folder = _folder(importlib.import_module(package_or_requirement))
    return os.path.join(folder, *resource_name.split("/")) if resource_name else folder


def resource_exists(package_or_requirement: str | Requirement, resource_name: str) -> bool:
    """Says whether there is a file or folder beside a module."""
    return os.path.exists(resource_filename(package_or_requirement, resource_name))


def resource_isdir(package_or_requirement: str | Requirement, resource_name: str) -> bool:
    """Says whether there is a folder beside a module."""
    return os.path.isdir(resource_filename(package_or_requirement, resource_name))


def resource_listdir(package_or_requirement: str | Requirement, resource_name: str) -> list[str]:
    """Returns the names in a folder beside a module."""
    return os.listdir(resource_filename(package_or_requirement, resource_name))


def resource_string(package_or_requirement: str | Requirement, resource_name: str) -> bytes:
    """Returns what a file beside a module holds."""
    with resource_stream(package_or_requirement, resource_name) as file:
        return file.read()


def resource_stream(package_or_requirement: str | Requirement, resource_name: str) -> BinaryIO:
    """Opens a file beside a module, for reading bytes."""
    return open(resource_filename(package_or_requirement, resource_name), "rb")


def _folder(module: ModuleType) -> str:
    if module.__file__ is not None:
        return os.path.dirname(module.__file__)
    return str(next(iter(module.__path__)))  # a package without `__init__`
