"""Lazy module attributes (PEP 562), driven by one table a module."""

from __future__ import annotations

import importlib
import sys

# Importing the package has to cost next to nothing, and `typing` is most of what it would cost.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

__all__ = ["attach"]


def attach(
    package: str, table: Mapping[str, str]
) -> tuple[Callable[[str], Any], Callable[[], list[str]], list[str]]:
    """Returns `__getattr__`, `__dir__` and `__all__` for the module `package`.

    Args:
      package: The module's `__name__`.
      table: Public name -> where it lives. `"pkg.mod"` takes the attribute of the same name from
        that module, `"pkg.mod:attr"` another one, and `"pkg.mod:"` is the module itself. A leading
        dot counts from `package`.

    Returns:
      The three objects, to be assigned at the top level of the module.
    """

    def __getattr__(name: str) -> Any:
        if name not in table:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        home, colon, attribute = table[name].partition(":")
        try:
            value: Any = importlib.import_module(home, package)
        except AttributeError as error:  # else it would read as if this module had no such name
            raise ImportError(f"{home!r} of {package!r} cannot be imported: {error}") from error
        if attribute or not colon:
            value = getattr(value, attribute or name)
        setattr(sys.modules[package], name, value)
        return value

    def __dir__() -> list[str]:
        listed: list[str] = sys.modules[package].__all__
        return sorted(listed)

    return __getattr__, __dir__, sorted(table)
