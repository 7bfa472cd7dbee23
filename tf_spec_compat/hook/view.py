"""The TF1 view: in the user's own modules `tensorflow` means `tensorflow.compat.v1`.

Only imports change, in place, so every line and column stays where it was.
"""

from __future__ import annotations
import __future__

import ast
import builtins
import copy
import sys
from collections.abc import Callable, Mapping, Sequence
from types import CodeType
from typing import Any

from tf_spec_compat.hook import libraries, protos

__all__ = [
    "CACHE_TAG",
    "PYTHON2",
    "ViewTransformer",
    "builtins_view",
    "compile_view",
    "inherited",
    "is_concerned",
    "is_tensorflow",
    "viewed",
]

# Changes with the transformation, so that bytecode of an older one is never used.
CACHE_TAG = "tf1view7"

# Whether sources may be Python 2's; set for the time that an installation says so.
PYTHON2 = False

_VIEW = "tensorflow.compat.v1"

# Below these, `tensorflow.X` is a folder of TensorFlow's sources (or contrib), not part of its API.
_NOT_API = frozenset(
    {"_api", "compat", "compiler", "contrib", "core", "examples", "include", "python", "tools"}
)

# Folders of TensorFlow's sources that lie in a part of its API.
_SOURCES = ("tensorflow.lite.python", "tensorflow.lite.toco")

_IMPORTERS = frozenset({"importlib.import_module", "import_module"})

_FUTURES = 0  # what code passes on to code that it compiles
for _feature in __future__.all_feature_names:
    _FUTURES |= getattr(__future__, _feature).compiler_flag

_compile = compile  # the original one


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
                # If it binds the name `tensorflow`, and was not seen to already.
                if alias.asname is None and node.names[-1].asname != "tensorflow":
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
        """Rewrites `importlib.import_module("tensorflow...")`, and `exec` of source."""
        self.generic_visit(node)
        name = node.args[0] if node.args else None
        if name is None or isinstance(name, ast.Starred):
            return node
        if isinstance(node.func, ast.Name) and node.func.id == "exec":
            node.args[0] = _call_of_viewed(name)
        elif (
            isinstance(name, ast.Constant)
            and isinstance(name.value, str)
            and is_tensorflow(name.value)
            and ast.unparse(node.func) in _IMPORTERS
        ):
            name.value = _view_name(name.value)
        return node


def compile_view(
    source: str | bytes | ast.Module,
    path: str,
    flags: int = 0,
    optimize: int = -1,
    then: Callable[[ast.Module], None] | None = None,
) -> CodeType:
    """Compiles the source of a user's module with the TF1 view.

    Args:
      source: The module's source or syntax tree, which stays as it is.
      path: The file name for tracebacks.
      flags: As for `compile`; nothing is inherited.
      optimize: As for `compile`.
      then: Called with the rewritten syntax tree before it is compiled.
    """
    others = libraries.LibraryTransformer(is_file=not path.startswith("<"))
    if isinstance(source, ast.Module):
        tree = copy.deepcopy(source)
    elif PYTHON2:
        from tf_spec_compat.hook.python2 import Python2Transformer
        from tf_spec_compat.python2 import parse

        tree, is_python2 = parse(source, path)
        others = Python2Transformer(path) if is_python2 else others
    else:
        tree = _compile(source, path, "exec", flags | ast.PyCF_ONLY_AST, True)
    protos.rewrite(tree)
    ViewTransformer().visit(tree)
    others.visit(tree)
    if then is not None:
        then(tree)
    code: CodeType = _compile(tree, path, "exec", flags, True, optimize)
    return code


def is_concerned(source: object) -> bool:
    """Says whether a module's source, or what stands for it, is worth rewriting."""
    if isinstance(source, str):
        source = source.encode(errors="replace")
    if isinstance(source, (bytes, bytearray)):
        is_own = PYTHON2 or b"tensorflow" in source or b"exec" in source
        return is_own or libraries.concerns(source) or protos.concerns(source)
    return isinstance(source, ast.Module)


def inherited(code: CodeType) -> int:
    """Returns the flags that source inherits which `code` compiles: its `__future__` features."""
    return code.co_flags & _FUTURES


def viewed(source: Any) -> Any:
    """Returns what a user's module hands to `exec`, compiled with the TF1 view if it is source."""
    if not isinstance(source, (str, bytes)) or not is_concerned(source):
        return source
    return compile_view(source, "<string>", inherited(sys._getframe(1).f_code))


def builtins_view() -> dict[str, object]:
    """Returns builtins for modules without source, whose imports of `tensorflow` are the view's."""

    def import_view(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> object:
        is_view = level == 0 and is_tensorflow(name) and not name.startswith("tensorflow.compat.")
        if is_view:
            name = _view_name(name)
        found = builtins.__import__(name, globals, locals, fromlist or (), level)
        return found.compat.v1 if is_view and not fromlist else found

    return {**vars(builtins), "__import__": import_view}


def is_tensorflow(name: str) -> bool:
    """Says whether a module's name is `tensorflow` or below it."""
    return name == "tensorflow" or name.startswith("tensorflow.")


def _view_name(name: str) -> str:
    head = name.split(".")[1] if "." in name else ""
    is_source = head in _NOT_API or any(f"{name}.".startswith(f"{path}.") for path in _SOURCES)
    return name if is_source else _VIEW + name[len("tensorflow") :]


def _like(alias: ast.alias, name: str, asname: str | None) -> ast.alias:
    return ast.copy_location(ast.alias(name=name, asname=asname), alias)


def _call_of_viewed(source: ast.expr) -> ast.expr:
    call = ast.parse(f"__import__({__name__!r}, None, None, ['viewed']).viewed()", mode="eval").body
    assert isinstance(call, ast.Call)
    for node in ast.walk(call):
        ast.copy_location(node, source)
    call.args.append(source)
    return call
