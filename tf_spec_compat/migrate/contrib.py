"""What a dotted path below `tensorflow.contrib` means, by the tables."""

from __future__ import annotations

import functools
from typing import NamedTuple

from tf_spec_compat import names
from tf_spec_compat.names.core import core

__all__ = ["Place", "canonical", "find", "has_public"]

_VIEW = "tensorflow.compat.v1"


class Place(NamedTuple):
    """What a path below `tensorflow.contrib` means.

    Attributes:
      length: How many of its parts name the object; the others are attributes of it.
      name: The shortest path that means the same: that of the public name, without the layout
        folders, `tensorflow.contrib.learn.Estimator`; of a module its path.
      home: Where the object lives now, `tf.compat.v1.train.Saver`; `""` for a module.
      is_here: Whether there is such a thing; else the first `length` parts are what is missing.
    """

    length: int
    name: str
    home: str
    is_here: bool


def canonical(path: str) -> str:
    """Returns a path without `compat.v1`, and one of ours as contrib's."""
    if path.startswith(_VIEW) and path[len(_VIEW) :][:1] in ("", "."):
        return "tensorflow" + path[len(_VIEW) :]
    return names.legacy(path)


@functools.lru_cache(maxsize=1 << 16)
def find(path: str) -> Place:
    """Finds what a path at or below `tensorflow.contrib` means.

    >>> find("tensorflow.contrib.learn.python.learn.estimators.estimator.Estimator.fit")
    Place(length=8, name='tensorflow.contrib.learn.Estimator', home='...', is_here=True)
    """
    parts = path.split(".")
    if len(parts) < 3:
        return Place(len(parts), path, "", True)
    if parts[2] not in names.PACKAGES:
        if _is_special(parts[2]):
            return Place(2, names.LEGACY, "", True)
        return Place(3, ".".join(parts[:3]), "", False)
    here = ".".join(parts[:3])
    for count in range(3, len(parts)):
        part = parts[count]
        package, module = names.place(names.ours(here))
        shown = names.SHOWN.get(".".join(here.split(".")[2:]))
        if shown is not None:
            package, module = shown, ""
        is_folder = names.is_namespace(here) and shown is None
        rows = {} if is_folder else names.table(package).all(module)
        row = rows.get(part)
        below = f"{here}.{part}"
        if row is not None and row[0] == "contrib":
            target = row[1][1:] if row[1].startswith("/") else f"{package}.{row[1]}"
            here = f"{names.LEGACY}.{target.replace('/', '.')}"
        elif row is not None:
            name = _shortest(package, module, part, row)
            if package != parts[2]:  # `slim.losses` is `losses`, and goes by the name it was given
                name = ".".join(parts[: count + 1])
            return Place(count + 1, name, ".".join(row), True)
        elif names.exists(below):
            here = below
        elif "*" in rows and names.gone(below) is None:
            home = f"{rows['*'][0]}.{part}"
            return Place(count + 1, below, home, True)
        elif _is_special(part):
            return Place(count, here, "", True)
        else:
            longest = count + 1  # unless there is advice on something below it
            for more in range(len(parts), longest, -1):
                if names.gone(".".join(parts[:more])) is not None:
                    longest = more
                    break
            return Place(longest, ".".join(parts[:longest]), "", False)
    return Place(len(parts), here, "", True)


def has_public(module: str, name: str) -> bool:
    """Says whether `from module import *` brings a name, for TensorFlow or a module of contrib.

    Of TensorFlow's names those are meant that TensorFlow 2 has not, or has elsewhere.
    """
    module = canonical(module)
    if module == "tensorflow":
        return f"{module}.{name}" in _of_tensorflow()
    if not module.startswith(names.LEGACY):
        return False
    found = find(module)
    if not found.is_here or found.home or found.length < module.count(".") + 1:
        return False
    if found.name == names.LEGACY:
        return name in names.PACKAGES
    package, below = names.place(names.ours(found.name))
    return not names.is_namespace(found.name) and name in names.table(package).public(below)


@functools.cache
def _of_tensorflow() -> frozenset[str]:
    """The names of TensorFlow 1 itself that there is something to say of."""
    table = core()
    paths = {names.LEGACY, "tensorflow.estimator", *table.compat, *table.keras2, *table.gone}
    return frozenset(".".join(path.split(".")[:2]) for path in paths)


def _is_special(name: str) -> bool:
    """Says whether a name is one that each module has, such as `__file__`."""
    return name.startswith("__") and name.endswith("__")


def _shortest(package: str, module: str, name: str, row: tuple[str, str]) -> str:
    """Returns the path of a name in the package itself if that is the same object."""
    if module:
        public = names.table(package).public("") if "" in names.table(package).modules else {}
        if public.get(name) == row:
            module = ""
    return ".".join(filter(None, (names.LEGACY, package, module, name)))
