"""Runs a program as `__main__`, the way `python` does, with the TF1 view."""

from __future__ import annotations

import builtins
import os
import pkgutil
import runpy
import sys
from collections.abc import Sequence
from importlib.abc import InspectLoader
from importlib.machinery import PathFinder, SourceFileLoader, SourcelessFileLoader
from importlib.util import MAGIC_NUMBER
from types import CodeType, ModuleType

from tf_spec_compat.hook import view

__all__ = ["is_container", "run_container", "run_module", "run_script"]


def run_script(path: str, arguments: Sequence[str]) -> None:
    """Runs a file of source or bytecode; whatever it raises passes through.

    Args:
      path: The file, which becomes `sys.argv[0]` and, made absolute, `__file__`.
      arguments: The rest of `sys.argv`.
    """
    sys.argv[:] = [path, *arguments]
    path = os.path.join(os.getcwd(), path)
    with open(path, "rb") as file:
        data = file.read()
    main = _new_main()
    loader: SourceFileLoader | SourcelessFileLoader
    if path.endswith(".pyc") or data.startswith(MAGIC_NUMBER):
        loader = SourcelessFileLoader("__main__", path)
        found = loader.get_code("__main__")
        assert found is not None
        code: CodeType = found
        vars(main)["__builtins__"] = view.builtins_view()
    else:
        loader = SourceFileLoader("__main__", path)
        code = view.compile_view(data, path)
    vars(main).update(__cached__=None, __file__=path, __loader__=loader)
    exec(code, vars(main))


def is_container(path: str) -> bool:
    """Says whether a path is a folder or zip file, of which `python` runs the `__main__`."""
    return pkgutil.get_importer(path) is not None


def run_container(path: str, arguments: Sequence[str]) -> None:
    """Runs the `__main__` of a folder or zip file, which is in `sys.path`.

    Raises:
      SystemExit: There is none; with Python's words.
    """
    sys.argv[:] = [path, *arguments]
    main = _new_main()
    spec = PathFinder.find_spec("__main__", [path])
    loader = None if spec is None else spec.loader
    if isinstance(loader, InspectLoader) and loader.get_source("__main__") is None:
        vars(main)["__builtins__"] = view.builtins_view()
    runpy._run_module_as_main("__main__", alter_argv=False)  # type: ignore[attr-defined]


def run_module(name: str, arguments: Sequence[str]) -> None:
    """Runs a module, or the `__main__` of a package; whatever it raises passes through.

    Raises:
      SystemExit: There is no such module, or it cannot be run; with Python's words.
    """
    sys.argv[:] = ["-m", *arguments]
    _new_main()
    runpy._run_module_as_main(name)  # type: ignore[attr-defined]


def _new_main() -> ModuleType:
    main = sys.modules["__main__"] = ModuleType("__main__")
    vars(main).update(__annotations__={}, __builtins__=builtins)
    return main
