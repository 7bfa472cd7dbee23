"""The module `imp`, which Python 3.12 dropped, and `importlib.find_loader`."""

from __future__ import annotations

import _imp
import importlib
import os
import sys
import types
from collections.abc import Sequence
from importlib import machinery, util
from importlib.abc import Loader
from types import ModuleType
from typing import IO, Any

__all__ = [
    "C_BUILTIN",
    "C_EXTENSION",
    "IMP_HOOK",
    "PKG_DIRECTORY",
    "PY_CODERESOURCE",
    "PY_COMPILED",
    "PY_FROZEN",
    "PY_RESOURCE",
    "PY_SOURCE",
    "SEARCH_ERROR",
    "NullImporter",
    "acquire_lock",
    "cache_from_source",
    "find_loader",
    "find_module",
    "get_magic",
    "get_suffixes",
    "get_tag",
    "init_builtin",
    "is_builtin",
    "is_frozen",
    "load_compiled",
    "load_dynamic",
    "load_module",
    "load_package",
    "load_source",
    "lock_held",
    "new_module",
    "release_lock",
    "reload",
    "source_from_cache",
]

SEARCH_ERROR = 0
PY_SOURCE = 1
PY_COMPILED = 2
C_EXTENSION = 3
PY_RESOURCE = 4
PKG_DIRECTORY = 5
C_BUILTIN = 6
PY_FROZEN = 7
PY_CODERESOURCE = 8
IMP_HOOK = 9

acquire_lock = _imp.acquire_lock
cache_from_source = util.cache_from_source
is_builtin = _imp.is_builtin
is_frozen = _imp.is_frozen
lock_held = _imp.lock_held
new_module = types.ModuleType
release_lock = _imp.release_lock
reload = importlib.reload
source_from_cache = util.source_from_cache

_Details = tuple[str, str, int]


class NullImporter:
    """A finder that finds nothing."""

    def __init__(self, path: str) -> None:
        """Takes a path that is no folder.

        Raises:
          ImportError: The path is empty, or a folder.
        """
        if not path:
            raise ImportError("empty pathname", path="")
        if os.path.isdir(path):
            raise ImportError("existing directory", path=path)

    def find_module(self, fullname: str) -> None:
        """Finds nothing."""


def get_magic() -> bytes:
    """Returns what bytecode of this Python begins with."""
    return util.MAGIC_NUMBER


def get_tag() -> str | None:
    """Returns what files of bytecode have in their names."""
    return sys.implementation.cache_tag


def get_suffixes() -> list[_Details]:
    """Returns suffix, mode and type of the files that may hold a module."""
    kinds = (
        (machinery.EXTENSION_SUFFIXES, "rb", C_EXTENSION),
        (machinery.SOURCE_SUFFIXES, "r", PY_SOURCE),
        (machinery.BYTECODE_SUFFIXES, "rb", PY_COMPILED),
    )
    return [(suffix, mode, kind) for suffixes, mode, kind in kinds for suffix in suffixes]


def find_module(
    name: str, path: Sequence[str] | None = None
) -> tuple[IO[Any] | None, str | None, _Details]:
    """Finds a module, whose name has no dots.

    Args:
      name: The module.
      path: The folders to look in, by default `sys.path` and the modules built in.

    Returns:
      The open file (None for a package or a built-in module), its path, and as `get_suffixes` has
      it suffix, mode and type.

    Raises:
      ImportError: There is none.
    """
    if path is None:
        if is_builtin(name):
            return None, None, ("", "", C_BUILTIN)
        if is_frozen(name):
            return None, None, ("", "", PY_FROZEN)
        path = sys.path
    for folder in path:
        base = os.path.join(folder, name)
        if any(os.path.isfile(os.path.join(base, f"__init__{kind[0]}")) for kind in get_suffixes()):
            return None, base, ("", "", PKG_DIRECTORY)
        for details in get_suffixes():
            file = base + details[0]
            if os.path.isfile(file):
                encoding = None if "b" in details[1] else "utf-8"
                return open(file, details[1], encoding=encoding), file, details
    raise ImportError(f"No module named {name!r}", name=name)


def load_module(
    name: str, file: IO[Any] | None, filename: str, details: Sequence[Any]
) -> ModuleType:
    """Loads what `find_module` found, again if it is loaded.

    Raises:
      ImportError: The type is not one of a module.
    """
    kind = details[2]
    if kind == PKG_DIRECTORY:
        return load_package(name, filename)
    if kind in (C_BUILTIN, PY_FROZEN):
        return importlib.import_module(name)
    loaders = {
        PY_SOURCE: load_source,
        PY_COMPILED: load_compiled,
        C_EXTENSION: load_dynamic,
    }
    if kind not in loaders:
        raise ImportError(f"Don't know how to import {name} (type code {kind})", name=name)
    return loaders[kind](name, filename)


def load_source(name: str, pathname: str, file: IO[Any] | None = None) -> ModuleType:
    """Executes a source file as the module `name`, in the module of that name if there is one."""
    return _load(name, machinery.SourceFileLoader(name, pathname), pathname)


def load_compiled(name: str, pathname: str, file: IO[Any] | None = None) -> ModuleType:
    """Executes a file of bytecode as the module `name`."""
    return _load(name, machinery.SourcelessFileLoader(name, pathname), pathname)


def load_dynamic(name: str, path: str, file: IO[Any] | None = None) -> ModuleType:
    """Loads an extension as the module `name`."""
    return _load(name, machinery.ExtensionFileLoader(name, path), path)


def load_package(name: str, path: str) -> ModuleType:
    """Executes the `__init__` of the folder `path` as the package `name`.

    Raises:
      ValueError: The folder has none.
    """
    for suffix in machinery.SOURCE_SUFFIXES + machinery.BYTECODE_SUFFIXES:
        file = os.path.join(path, f"__init__{suffix}")
        if os.path.isfile(file):
            is_source = suffix in machinery.SOURCE_SUFFIXES
            kind = machinery.SourceFileLoader if is_source else machinery.SourcelessFileLoader
            return _load(name, kind(name, file), file)
    raise ValueError(f"{path!r} is not a package")


def init_builtin(name: str) -> ModuleType | None:
    """Loads a module built in; None if there is none of that name."""
    return importlib.import_module(name) if is_builtin(name) else None


def find_loader(name: str, path: Sequence[str] | None = None) -> Loader | None:
    """Returns the loader of a module, None if there is no such module."""
    spec = util.find_spec(name) if path is None else machinery.PathFinder.find_spec(name, path)
    return None if spec is None else spec.loader


def _load(name: str, loader: Any, path: str) -> ModuleType:
    spec = util.spec_from_file_location(name, path, loader=loader)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules.get(name)
    is_new = module is None
    if module is None:
        module = sys.modules[name] = util.module_from_spec(spec)
    else:
        module.__spec__, module.__loader__, module.__file__ = spec, spec.loader, path
    try:
        spec.loader.exec_module(module)
    except BaseException:
        if is_new:
            sys.modules.pop(name, None)
        raise
    return sys.modules[name]
