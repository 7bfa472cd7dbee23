"""Runs a program as `__main__`, the way `python` does, with the TF1 view."""

from __future__ import annotations

import builtins
import importlib.util
import sys
from collections.abc import Sequence
from importlib.abc import InspectLoader, Loader
from importlib.machinery import ModuleSpec
from types import CodeType, ModuleType

from tf_spec_compat.hook.view import ViewLoader

__all__ = ["run_module", "run_script"]


def run_script(path: str, arguments: Sequence[str]) -> None:
    """Runs a source file; whatever it raises passes through.

    Args:
      path: The file, which becomes `sys.argv[0]` and `__file__`.
      arguments: The rest of `sys.argv`.
    """
    loader = ViewLoader("__main__", path)
    code = loader.source_to_code(loader.get_data(path), path)
    sys.argv[:] = [path, *arguments]
    _execute(code, path, loader, None)


def run_module(name: str, arguments: Sequence[str]) -> None:
    """Runs a module, or the `__main__` of a package; whatever it raises passes through.

    Raises:
      ModuleNotFoundError: There is no such module, or it cannot be run.
    """
    spec = importlib.util.find_spec(name)
    if spec is not None and spec.submodule_search_locations is not None:
        name = f"{name}.__main__"
        spec = importlib.util.find_spec(name)
    if spec is None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    code = spec.loader.get_code(name) if isinstance(spec.loader, InspectLoader) else None
    if code is None or spec.origin is None:
        raise ModuleNotFoundError(f"{name!r} has no code to run", name=name)
    sys.argv[:] = [spec.origin, *arguments]
    _execute(code, spec.origin, spec.loader, spec)


def _execute(code: CodeType, path: str, loader: Loader | None, spec: ModuleSpec | None) -> None:
    main = ModuleType("__main__")
    vars(main).update(
        __builtins__=builtins,
        __cached__=spec.cached if spec is not None else None,
        __file__=path,
        __loader__=loader,
        __package__=spec.parent if spec is not None else None,
        __spec__=spec,
    )
    sys.modules["__main__"] = main
    exec(code, vars(main))
