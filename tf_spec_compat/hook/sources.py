"""Where Python makes code of the user's source: its loaders, and `compile`.

The loaders are changed where they all meet, not the specs that finders give: so it does not matter
who made the loader (a finder, `spec_from_file_location`, `imp`), nor which other import hooks there
are, before or after, as long as theirs derive from `SourceFileLoader`.
"""

from __future__ import annotations

import ast
import builtins
import functools
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.machinery import SourceFileLoader, SourcelessFileLoader
from types import CodeType, FrameType, ModuleType
from typing import TYPE_CHECKING, Any
from zipimport import zipimporter

from tf_spec_compat.hook import view
from tf_spec_compat.hook.bindings import Bindings

if TYPE_CHECKING:
    from typing_extensions import Buffer

__all__ = ["ViewLoader", "bind"]

# Modules that keep what they compile, as the ordinary bytecode.
_KEEPERS = frozenset(
    {
        "_frozen_importlib",
        "_frozen_importlib_external",
        "_pytest.assertion.rewrite",
        "importlib._bootstrap",
        "importlib._bootstrap_external",
        "zipimport",
    }
)


class _Compiling(threading.local):
    path: str | None = None  # of the file whose code is made with the view now


_compiling = _Compiling()


class ViewLoader(SourceFileLoader):
    """Loads a source file with the TF1 view and keeps its bytecode under a name of its own."""

    tag = view.CACHE_TAG

    def source_to_code(self, data: Any, path: Any, *args: Any, **kwargs: Any) -> CodeType:  # type: ignore[override]
        """Compiles the source with the view, in whichever way the loader does that."""
        if not view.is_concerned(data):
            return super().source_to_code(data, path, *args, **kwargs)
        with _view_of(path):
            return super().source_to_code(data, path, *args, **kwargs)

    def get_data(self, path: str) -> bytes:
        """Reads a file; asked for the ordinary bytecode, reads that of the view."""
        return super().get_data(self._placed(path))

    def set_data(self, path: str, data: Buffer, *, _mode: int = 0o666) -> None:
        """Writes a file; given the ordinary bytecode's path, writes that of the view."""
        super().set_data(self._placed(path), data, _mode=_mode)

    def _placed(self, path: str) -> str:
        if not path.endswith(".pyc"):
            return path
        stem = path[: -len(".pyc")]
        has_option = ".opt-" in stem.rpartition(os.sep)[2]
        tag = self.tag + ("py2" if view.PYTHON2 else "")
        return f"{stem}{'' if has_option else '.opt-'}{tag}.pyc"


def bind(is_user: Callable[[str, str], bool], bindings: Bindings) -> None:
    """Gives the user's modules the view, however their code is made.

    Args:
      is_user: Says of a module's name and file whether it is the user's own.
      bindings: Where the changes are recorded.
    """
    bindings.set(SourceFileLoader, "get_code", _of_files(SourceFileLoader.get_code, is_user))
    bindings.set(zipimporter, "get_code", _of_zip_files(zipimporter.get_code, is_user))
    for loader in (SourcelessFileLoader, zipimporter):
        if hasattr(loader, "exec_module"):  # Python >= 3.10 for zip files
            bindings.set(loader, "exec_module", _of_bytecode(loader.exec_module, is_user))
    bindings.set(builtins, "compile", _of_callers(compile, is_user))


def _of_files(
    original: Callable[[SourceFileLoader, str], CodeType | None],
    is_user: Callable[[str, str], bool],
) -> Callable[[SourceFileLoader, str], CodeType | None]:
    def get_code(self: SourceFileLoader, fullname: str) -> CodeType | None:
        if not isinstance(self, ViewLoader) and is_user(fullname, self.path):
            loader = object.__new__(_view_of_class(type(self)))
            vars(loader).update(vars(self))
            return original(loader, fullname)
        return original(self, fullname)

    return get_code


def _of_zip_files(
    original: Callable[[zipimporter, str], CodeType], is_user: Callable[[str, str], bool]
) -> Callable[[zipimporter, str], CodeType]:
    def get_code(self: zipimporter, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        if not is_user(fullname, path):
            return original(self, fullname)
        with _view_of(path):
            return original(self, fullname)

    return get_code


def _of_bytecode(
    original: Callable[[Any, ModuleType], None], is_user: Callable[[str, str], bool]
) -> Callable[[Any, ModuleType], None]:
    def exec_module(self: Any, module: ModuleType) -> None:
        if is_user(module.__name__, str(module.__file__)):
            vars(module)["__builtins__"] = view.builtins_view()
        original(self, module)

    return exec_module


def _of_callers(original: Callable[..., Any], is_user: Callable[[str, str], bool]) -> Any:
    def is_view(path: str, caller: FrameType) -> bool:
        if _compiling.path is not None and path == _compiling.path:
            return True
        name = str(caller.f_globals.get("__name__"))
        if name in _KEEPERS:
            return False
        if os.path.isfile(path) and is_user("", path):
            return True
        file = caller.f_code.co_filename
        return not file.startswith("<") and is_user(name, file)

    @functools.wraps(original)
    def compile(
        source: Any,
        filename: Any,
        mode: str,
        flags: int = 0,
        dont_inherit: bool = False,
        optimize: int = -1,
        **more: Any,
    ) -> Any:
        caller = sys._getframe(1)
        if not dont_inherit:
            flags |= view.inherited(caller.f_code)
        if mode == "exec" and not flags & ast.PyCF_ONLY_AST and view.is_concerned(source):
            path = filename if isinstance(filename, str) else os.fsdecode(filename)
            if is_view(path, caller):
                return view.compile_view(source, path, flags, optimize)
        return original(source, filename, mode, flags, True, optimize, **more)

    return compile


@functools.cache
def _view_of_class(loader: type[SourceFileLoader]) -> type[ViewLoader]:
    if loader is SourceFileLoader:
        return ViewLoader
    return type(f"View{loader.__name__}", (ViewLoader, loader), {})


@contextmanager
def _view_of(path: str) -> Iterator[None]:
    before, _compiling.path = _compiling.path, path
    try:
        yield
    finally:
        _compiling.path = before
