"""Lazy module attributes (PEP 562), driven by one table a module."""

from __future__ import annotations

import importlib
import importlib.machinery
import sys

# Importing the package has to cost next to nothing, and `typing` is most of what it would cost.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

__all__ = ["attach", "make_module", "no_attribute"]


def attach(
    package: str, table: Mapping[str, str], unlisted: Mapping[str, str] | None = None
) -> tuple[Callable[[str], Any], Callable[[], list[str]], list[str]]:
    """Returns `__getattr__`, `__dir__` and `__all__` for the module `package`.

    Args:
      package: The module's `__name__`.
      table: Public name -> where it lives. `"pkg.mod"` takes the attribute of the same name from
        that module, `"pkg.mod:attr"` another one, and `"pkg.mod:"` is the module itself. A leading
        dot counts from `package`. `"tf.x.y"` is what TensorFlow has under that path.
      unlisted: The same for names that `dir` and `__all__` do not show.

    Returns:
      The three objects, to be assigned at the top level of the module.
    """
    known = {**table, **(unlisted or {})}

    def __getattr__(name: str) -> Any:
        try:
            target = known[name]
        except KeyError:
            raise no_attribute(package, name) from None
        value = _value(target, name, package)
        setattr(sys.modules[package], name, value)
        return value

    def __dir__() -> list[str]:
        return sorted({*vars(sys.modules[package]), *table})

    return __getattr__, __dir__, sorted(table)


def make_module(name: str, table: Mapping[str, str], doc: str) -> None:
    """Puts a package of nothing but lazy attributes into `sys.modules`, where imports find it.

    Args:
      name: Its full name.
      table: As for `attach`.
      doc: Its docstring.
    """
    module = type(sys)(name, doc)
    module.__spec__ = importlib.machinery.ModuleSpec(name, None, is_package=True)
    module.__path__ = []
    sys.modules[name] = module
    vars(module).update(zip(("__getattr__", "__dir__", "__all__"), attach(name, table)))


def no_attribute(module: str, name: str) -> AttributeError:
    """Returns the error for an unknown attribute; with advice for a name that contrib had."""
    message = f"module {module!r} has no attribute {name!r}"
    if "contrib" in module.split(".") and not name.startswith("__"):
        names = importlib.import_module("tf_spec_compat.names")
        path = f"{names.legacy(module)}.{name}"
        message = f"{message}: {names.advice(path)}"
    return AttributeError(message)


def _value(target: str, name: str, package: str) -> Any:
    if target.startswith("tf."):
        from tf_spec_compat._tf.paths import resolve

        return resolve(target)
    module_name, colon, attribute = target.partition(":")
    module = importlib.import_module(module_name, package)
    return module if colon and not attribute else getattr(module, attribute or name)
