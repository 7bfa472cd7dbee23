"""Which modules there are below `tf_spec_compat.contrib`."""

from __future__ import annotations

from tf_spec_compat.names.paths import LEGACY, OURS, is_namespace, ours
from tf_spec_compat.names.tables import PACKAGES, table

__all__ = ["below", "exists", "place"]


def place(path: str) -> tuple[str, str]:
    """Returns the package, and the module below it, that a short path of ours means.

    `tf_spec_compat.contrib.learn.estimators.head` is `("learn", "estimators.head")`.
    """
    package, _, module = path[len(OURS) + 1 :].partition(".")
    return package, module


def exists(path: str) -> bool:
    """Says whether there is a module under a path, deep or short, legacy or ours."""
    if path in (LEGACY, OURS):
        return True
    package, module = place(ours(path))
    return package in PACKAGES and (is_namespace(path) or module in table(package).modules)


def below(path: str) -> list[str]:
    """Returns the names of the modules right below the module that a path of ours means."""
    package, module = place(path)
    if not package:
        return [*PACKAGES]
    if is_namespace(path):
        return [package]
    paths = [other.rpartition(".") for other in table(package).modules if other]
    names = [name for parent, _, name in paths if parent == module]
    return names if module else [*names, "python"]
