"""Where the user's modules look for names that their libraries may have dropped.

`hook.libraries` rewrites them to call these functions. What a library still has is its own.
"""

from __future__ import annotations

import functools
import importlib
from pkgutil import resolve_name
from types import MethodType, ModuleType
from typing import Any, Final

from tf_spec_compat import _tf
from tf_spec_compat.hook import shown_version
from tf_spec_compat.hook.standins.python2 import divide, divide_in_place, round_number
from tf_spec_compat.names import libraries
from tf_spec_compat.names.moved import KERAS, SHOWN_VERSION

__all__ = [
    "attribute",
    "divide",
    "divide_in_place",
    "everything",
    "has",
    "member",
    "module",
    "round_number",
    "stand_in",
]

_MISSING: Final = object()
_OURS = __name__.partition(".")[0] + "."
_KERAS: Final = KERAS.rsplit(".", 1)[0], KERAS.rsplit(".", 1)[1]
_INTERNAL: Final = f"{_KERAS[0]}."


class _Homes:
    """Where names are that were dropped."""

    def __init__(self) -> None:
        self.paths: dict[str, str] = {}  # `inspect.getargspec` -> its home
        self.methods: dict[tuple[str, str, str], libraries.Dropped] = {}  # package, class, name
        self.calls: dict[str, dict[str, str]] = {}  # name -> module that still has it -> home
        for library in ("python", "python2", "numpy", "keras"):
            for row in libraries.dropped(library):
                if row.home is None:
                    continue
                if row.argument is not None:
                    self.calls.setdefault(row.name, {})[row.owner] = row.home
                    continue
                self.paths[row.path] = row.home
                package, _, kind = row.owner.rpartition(".")
                if package:
                    self.methods[package.partition(".")[0], kind, row.name] = row


_homes = functools.cache(_Homes)


def attribute(owner: object, name: str, *default: object) -> object:
    """Returns `owner.name`, or what it was in the days of TensorFlow 1.

    Args:
      owner: A module, a class or an object.
      name: The attribute.
      *default: What to return if there is none.

    Raises:
      AttributeError: There is none, and no default.
    """
    if shown_version.shows(owner, name):
        return SHOWN_VERSION
    if isinstance(owner, ModuleType):
        home = _homes().calls.get(name, {}).get(owner.__name__)
        if home is not None:
            return _resolve(home)
        if (owner.__name__, name) == _KERAS:
            return module(KERAS)
    try:
        return getattr(owner, name)
    except AttributeError:
        found = _dropped(owner, name)
        if found is _MISSING and default:
            return default[0]
        if found is _MISSING:
            raise
    return found


def has(owner: object, name: str) -> bool:
    """Says whether there is `owner.name`, or was."""
    return attribute(owner, name, _MISSING) is not _MISSING


def module(name: str, top: bool = False) -> ModuleType:
    """Imports a module, or what stands in for it.

    Args:
      name: Its path.
      top: Whether the package is wanted, as `import a.b` binds `a`.

    Raises:
      ModuleNotFoundError: There is neither.
    """
    if _is_keras(name):
        return _tf.python_keras(name)
    try:
        found = importlib.import_module(name)
    except ModuleNotFoundError as error:
        found_instead = _stand_in_module(name) if _is_missing(name, error) else None
        if found_instead is None:
            raise
        found = found_instead
    return module(name.partition(".")[0]) if top else found


def member(module_name: str, name: str) -> object:
    """Returns what `from module_name import name` binds.

    Raises:
      ImportError: There is no such name; a `ModuleNotFoundError` if there is no such module.
    """
    path = f"{module_name}.{name}"
    if path == KERAS:
        return module(path)
    owner = module(module_name)
    found = attribute(owner, name, _MISSING)
    if found is not _MISSING:
        return found
    try:
        return module(path)
    except ModuleNotFoundError as error:
        if not _is_missing(path, error):
            raise
    raise ImportError(f"cannot import name {name!r} from {module_name!r}", name=module_name)


def everything(module_name: str) -> dict[str, object]:
    """Returns what `from module_name import *` binds.

    Of modules only those that are TensorFlow's own, as TF 1.15 imported no others: Keras 2 has a
    `tf`, which is not the user's.
    """
    owner = module(module_name)
    names = getattr(owner, "__all__", None) or [n for n in dir(owner) if not n.startswith("_")]
    found = {name: getattr(owner, name) for name in names}
    return {
        name: value
        for name, value in found.items()
        if not isinstance(value, ModuleType) or value.__name__.startswith(_INTERNAL)
    }


def stand_in(row: libraries.Dropped) -> Any:
    """Returns what a dropped name was, or stands in for it."""
    assert row.home is not None
    return _resolve(row.home)


def _is_keras(path: str) -> bool:
    return f"{path}.".startswith(f"{KERAS}.")


def _dropped(owner: object, name: str) -> object:
    if isinstance(owner, ModuleType):
        home = _homes().paths.get(f"{owner.__name__}.{name}")
        return _MISSING if home is None else _resolve(home)
    kind = owner if isinstance(owner, type) else type(owner)
    for base in kind.__mro__:
        row = _homes().methods.get((base.__module__.partition(".")[0], base.__name__, name))
        if row is None or row.home is None:
            continue
        if row.home.startswith("."):
            return getattr(owner, row.home[1:])
        found = _resolve(row.home)
        return found if row.is_alias or owner is kind else MethodType(found, owner)
    return _MISSING


def _is_missing(path: str, error: ModuleNotFoundError) -> bool:
    """Says whether it is this module that is missing, or its package, not one that it imports."""
    return error.name is not None and f"{path}.".startswith(f"{error.name}.")


def _stand_in_module(name: str) -> ModuleType | None:
    """Makes, once, the module that stands in for one that is gone."""
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        home = _homes().paths.get(".".join(parts[:count]))
        if home is not None:
            path = ".".join([home, *parts[count:]])
            return importlib.import_module(_OURS + path if path.startswith("hook.") else path)
    return _collected(name)


@functools.cache
def _collected(name: str) -> ModuleType | None:
    """A module of those members of one that is gone that live on elsewhere."""
    members = {
        path.rpartition(".")[2]: home
        for path, home in _homes().paths.items()
        if path.rpartition(".")[0] == name
    }
    if not members:
        return None
    found = ModuleType(name, "What is left of a module that Python dropped.")
    vars(found).update({key: _resolve(home) for key, home in members.items()})
    return found


@functools.cache
def _resolve(home: str) -> Any:
    return resolve_name(_OURS + home if home.startswith("hook.") else home)
