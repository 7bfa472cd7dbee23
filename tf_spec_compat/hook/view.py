"""The TF1 view: in the user's own modules `tensorflow` means `tensorflow.compat.v1`.

Only imports change, in place, so every line and column stays where it was.
"""

from __future__ import annotations

import ast
import functools
import importlib.util
import os
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing_extensions import Buffer

__all__ = [
    "ADAPTERS",
    "CACHE_TAG",
    "ViewLoader",
    "ViewTransformer",
    "adapt",
    "compile_view",
    "is_tensorflow",
]

# Changes with the transformation, so that bytecode of an older one is never used.
CACHE_TAG = "tf1view2"

_VIEW = "tensorflow.compat.v1"

# Below these, `tensorflow.X` is a folder of TensorFlow's sources (or contrib), not part of its API.
_NOT_API = frozenset(
    {"_api", "compat", "compiler", "contrib", "core", "examples", "include", "python", "tools"}
)

_IMPORTERS = frozenset({"importlib.import_module", "import_module"})


class ViewTransformer(ast.NodeTransformer):
    """Rewrites imports of `tensorflow` of any form; also an IPython `ast_transformers` entry."""

    def visit_Import(self, node: ast.Import) -> ast.Import:
        """Rewrites `import tensorflow [as tf]` and `import tensorflow.a.b [as c]`."""
        renamed: list[ast.alias] = []
        for alias in node.names:
            if alias.name == "tensorflow":
                renamed.append(_like(alias, _VIEW, alias.asname or "tensorflow"))
            elif is_tensorflow(alias.name):
                renamed.append(_like(alias, _view_name(alias.name), alias.asname))
                if alias.asname is None:  # it binds the name `tensorflow`
                    renamed.append(_like(alias, _VIEW, "tensorflow"))
            else:
                renamed.append(alias)
        node.names = renamed
        return node

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.ImportFrom:
        """Rewrites `from tensorflow import ...` and `from tensorflow.a import ...`."""
        if node.level == 0 and node.module is not None and is_tensorflow(node.module):
            node.module = _view_name(node.module)
        return node

    def visit_Call(self, node: ast.Call) -> ast.Call:
        """Rewrites `importlib.import_module("tensorflow...")`, of a name that stands there."""
        self.generic_visit(node)
        name = node.args[0] if node.args else None
        if (
            isinstance(name, ast.Constant)
            and isinstance(name.value, str)
            and is_tensorflow(name.value)
            and ast.unparse(node.func) in _IMPORTERS
        ):
            name.value = _view_name(name.value)
        return node


def compile_view(
    source: bytes | str,
    path: str,
    optimize: int = -1,
    then: Callable[[ast.Module], None] | None = None,
) -> CodeType:
    """Compiles the source of a user's module with the TF1 view.

    Args:
      source: The module's source.
      path: The file name for tracebacks.
      optimize: As for `compile`.
      then: Called with the rewritten syntax tree before it is compiled.
    """
    tree = ast.parse(source, path)
    ViewTransformer().visit(tree)
    if then is not None:
        then(tree)
    code: CodeType = compile(tree, path, "exec", dont_inherit=True, optimize=optimize)
    return code


class ViewLoader(SourceFileLoader):
    """Loads a source file with the TF1 view and keeps its bytecode under a name of its own."""

    tag = CACHE_TAG

    def __init__(self, name: str, path: str) -> None:
        """Takes the module's name and source file."""
        super().__init__(name, path)
        self.cached: str | None = None  # where the bytecode is kept
        if sys.implementation.cache_tag is not None:
            folder, _, file = path.rpartition(os.sep)
            head, tail = _cache_pattern(folder, sys.pycache_prefix, self.tag)
            self.cached = f"{head}{file.rpartition('.')[0]}{tail}"

    def source_to_code(  # type: ignore[override]
        self, data: bytes, path: str, *, _optimization: int = -1
    ) -> CodeType:
        """Compiles the source, rewritten where it mentions TensorFlow at all."""
        if not self._is_concerned(data):
            code: CodeType = super().source_to_code(data, path)
            return code
        return compile_view(data, path, _optimization, self._then(data, path))

    def get_data(self, path: str) -> bytes:
        """Reads a file; asked for the ordinary bytecode, reads that of the view."""
        return super().get_data(self._placed(path))

    def set_data(self, path: str, data: Buffer, *, _mode: int = 0o666) -> None:
        """Writes a file; given the ordinary bytecode's path, writes that of the view."""
        super().set_data(self._placed(path), data, _mode=_mode)

    def _is_concerned(self, data: bytes) -> bool:
        return b"tensorflow" in data

    def _then(self, data: bytes, path: str) -> Callable[[ast.Module], None] | None:
        return None

    def _placed(self, path: str) -> str:
        return self.cached if path.endswith(".pyc") and self.cached is not None else path


@functools.cache
def _cache_pattern(folder: str, prefix: str | None, tag: str) -> tuple[str, str]:
    """What comes before and after a module's name in the path of its bytecode."""
    ordinary = importlib.util.cache_from_source(os.path.join(folder, "*.py"))
    head, _, tail = ordinary[: -len(".pyc")].rpartition("*")
    return head, f"{tail}{'' if sys.flags.optimize else '.opt-'}{tag}.pyc"


# Type of the loader that a finder chose -> what makes the one that takes its place, given the
# module's name, its file and that loader.
ADAPTERS: dict[type, Callable[[str, str, Any], ViewLoader]] = {
    SourceFileLoader: lambda name, path, loader: ViewLoader(name, path)
}


def adapt(spec: ModuleSpec) -> None:
    """Gives a user module's spec a loader with the TF1 view, if it is loaded from source."""
    adapter = ADAPTERS.get(type(spec.loader))
    if adapter is not None and spec.origin is not None:
        loader = adapter(spec.name, spec.origin, spec.loader)
        spec.loader = loader
        spec.cached = loader.cached


def is_tensorflow(name: str) -> bool:
    """Says whether a module's name is `tensorflow` or below it."""
    return name == "tensorflow" or name.startswith("tensorflow.")


def _view_name(name: str) -> str:
    head = name.split(".")[1] if "." in name else ""
    return name if head in _NOT_API else _VIEW + name[len("tensorflow") :]


def _like(alias: ast.alias, name: str, asname: str | None) -> ast.alias:
    return ast.copy_location(ast.alias(name=name, asname=asname), alias)
