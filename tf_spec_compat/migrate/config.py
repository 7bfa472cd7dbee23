"""`[tool.tf-spec-compat]` in pyproject.toml: what `check` does unless its options say otherwise."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from tf_spec_compat.migrate import selection

__all__ = ["ConfigError", "Settings", "check_names", "find", "read"]

_FILE = "pyproject.toml"
_SECTION = "tool.tf-spec-compat"


class ConfigError(ValueError):
    """Settings that cannot be read or understood; the message names the file and the key."""


@dataclass(frozen=True)
class Settings:
    """What a code base asks for; the keys of the section are these names with hyphens.

    Attributes:
      target: A name of `selection.POLICIES`.
      select: Codes, beginnings of codes or kinds to report; empty for all.
      ignore: Those to leave out.
      exclude: Patterns of files and folders that are not read.
      fail_on: The kind at which `check` fails; None for the target's own.
      output_format: A format of `report.FORMATS`.
      baseline: A baseline file, or None.
      folder: What `exclude` counts from: the folder of the file, else the current one.
    """

    target: str = "installed"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: str | None = None
    output_format: str = "text"
    baseline: str | None = None
    folder: str = "."


_LISTS = ("select", "ignore", "exclude")
_KEYS = {name.replace("_", "-"): name for name in Settings.__dataclass_fields__ if name != "folder"}


def find(start: str) -> str | None:
    """Returns the nearest pyproject.toml upwards of a folder that has the section, or None."""
    for folder in _upwards(os.path.abspath(start)):
        path = os.path.join(folder, _FILE)
        if os.path.isfile(path):
            with open(path, "rb") as stream:
                if _SECTION.encode() in stream.read():
                    return path
    return None


def read(path: str, formats: Mapping[str, str]) -> Settings:
    """Returns the settings of a pyproject.toml.

    Args:
      path: The file.
      formats: The output formats that exist.

    Raises:
      ConfigError: The file is no TOML, or a key or a value of the section is wrong.
    """
    toml = _parser()
    if toml is None:
        raise ConfigError(
            f"{path} has a section [{_SECTION}], and this Python cannot read TOML; "
            "pip install tomli, or use Python 3.11 or newer."
        )
    try:
        with open(path, "rb") as stream:
            document = toml.load(stream)
    except ValueError as error:  # of TOML, and of UTF-8
        raise ConfigError(f"{path} is no TOML: {error}") from error
    section = document.get("tool", {}).get("tf-spec-compat")
    if section is None:  # the words stand in a comment or another value
        return Settings()
    try:
        settings = _settings(section)
        selection.Selection(settings.select, settings.ignore)
        check_names(settings, formats)
    except ValueError as error:
        raise ConfigError(f"{path}: [{_SECTION}]: {error}") from error
    folder = os.path.dirname(path)
    if settings.baseline is not None:
        settings = replace(settings, baseline=os.path.join(folder, settings.baseline))
    return replace(settings, folder=folder)


def check_names(settings: Settings, formats: Mapping[str, str]) -> None:
    """Raises `ValueError` for a target, a kind or a format that does not exist."""
    if settings.target not in selection.POLICIES:
        known = ", ".join(selection.POLICIES)
        raise ValueError(f"there is no target {settings.target!r}; targets are {known}.")
    if settings.fail_on is not None:
        selection.failing_kinds(settings.fail_on)
    if settings.output_format not in formats:
        known = ", ".join(formats)
        raise ValueError(f"there is no format {settings.output_format!r}; formats are {known}.")


def _settings(section: Any) -> Settings:
    """Returns the settings of a parsed section."""
    if not isinstance(section, dict):
        raise ValueError("this is no table.")
    values: dict[str, Any] = {}
    for key, value in section.items():
        if key not in _KEYS:
            raise ValueError(f"unknown key {key!r}; keys are {', '.join(sorted(_KEYS))}.")
        if _KEYS[key] in _LISTS:
            if not (isinstance(value, list) and all(isinstance(entry, str) for entry in value)):
                raise ValueError(f"{key} has to be a list of strings, not {value!r}.")
            values[_KEYS[key]] = tuple(value)
        elif isinstance(value, str):
            values[_KEYS[key]] = value
        else:
            raise ValueError(f"{key} has to be a string, not {value!r}.")
    return Settings(**values)


def _upwards(folder: str) -> Iterator[str]:
    while True:
        yield folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent


def _parser() -> ModuleType | None:
    """Returns `tomllib`, which Python has from 3.11 on, or `tomli`, from which it came."""
    for name in ("tomllib", "tomli"):
        try:
            return importlib.import_module(name)
        except ModuleNotFoundError:
            continue
    return None
