"""Old names of Python's library, of NumPy where it is not bound, and Keras: rewritten for users.

`inspect.getargspec` becomes a call that looks the name up in `inspect`, as ever, and if it is not
there in what stands in for it; so the real modules stay as they are for everybody else. Lines and
columns stay where they were.
"""

from __future__ import annotations

import ast
import functools
import re

from tf_spec_compat.names import libraries
from tf_spec_compat.names.moved import KERAS

__all__ = ["LibraryTransformer", "concerns"]

_RUNTIME = "tf_spec_compat.hook.lookup"
_NAME = "_tf1_lookup"  # what it is called in the user's modules
_IMPORTERS = frozenset({"importlib.import_module", "import_module"})
_TEXT = frozenset({"locale", "string"})
_VERSION = "tensorflow.compat.v1.__version__"  # `hook.view` was here before
_OPENERS = frozenset({"open", "io.open", "codecs.open"})


class _Names:
    """What is looked up at run time."""

    def __init__(self, rows: list[libraries.Dropped]) -> None:
        restored = [row for row in rows if row.home is not None]
        self.modules = {row.path for row in restored if row.name == "*"} | {"cgi", "pipes", KERAS}
        self.members = {row.path for row in restored if row.name != "*"} | {_VERSION}
        self.attributes = {row.name for row in restored if row.name != "*"} | {"__version__"}
        # `", ".join` and `"".format` are too common to be looked up for the sake of `string.join`.
        self.common = {row.name: row.owner for row in restored if row.owner in _TEXT}
        _, above, keras = KERAS.split(".")
        self.attributes.add(keras)
        self.common[keras] = above  # `tensorflow.python.keras`, not `tf.keras`

    def has_module(self, name: str) -> bool:
        return any(name == module or name.startswith(module + ".") for module in self.modules)


@functools.cache
def _names(python2: bool) -> _Names:
    rows = [*libraries.dropped("python"), *libraries.dropped("keras")]
    rows += libraries.dropped("python2" if python2 else "numpy")
    if python2:
        rows += libraries.dropped("numpy")
    # `old_numpy` binds NumPy's own names for the whole process.
    return _Names([row for row in rows if row.owner != "numpy" or row.argument is not None])


@functools.cache
def _pattern() -> re.Pattern[bytes]:
    names = _names(False)
    words = names.attributes | {module.rpartition(".")[2] for module in names.modules}
    return re.compile(rb"\b(?:%s)\b|U['\"]" % "|".join(sorted(words)).encode())


def concerns(source: bytes | bytearray) -> bool:
    """Says whether there may be something to rewrite in a source."""
    return _pattern().search(source) is not None


class LibraryTransformer(ast.NodeTransformer):
    """Rewrites what may be an old name; also an IPython `ast_transformers` entry."""

    def __init__(self, is_file: bool = False, python2: bool = False) -> None:
        """Prepares it.

        Args:
          is_file: Whether trees are whole modules, in which a name may be bound; without it each
            place imports what it needs by itself.
          python2: Whether the source was Python 2's.
        """
        self._is_file = is_file
        self._python2 = python2
        self._names = _names(python2)
        self._is_used = False

    def visit_Module(self, node: ast.Module) -> ast.Module:
        """Rewrites a module, and lets it import what it needs."""
        self.generic_visit(node)
        if self._is_file and self._is_used:
            package, _, name = _RUNTIME.rpartition(".")
            alias = ast.alias(name=name, asname=_NAME)
            start = _after_header(node.body)
            own = ast.ImportFrom(module=package, names=[alias], level=0)
            node.body.insert(start, ast.copy_location(own, node.body[max(start - 1, 0)]))
        return ast.fix_missing_locations(node)

    def visit_Import(self, node: ast.Import) -> list[ast.stmt]:
        """Rewrites `import imp`."""
        found: list[ast.stmt] = []
        for alias in node.names:
            is_path = alias.asname is None and alias.name.startswith(KERAS)
            if is_path and self._names.has_module(alias.name):  # `hook.view` binds `tensorflow`
                call = self._call("module", ast.Constant(alias.name))
                found.append(ast.copy_location(ast.Expr(call), node))
            elif self._names.has_module(alias.name):
                top = alias.asname is None and "." in alias.name
                call = self._call("module", ast.Constant(alias.name), ast.Constant(top))
                found.append(_bind(alias.asname or alias.name.partition(".")[0], call, node))
            elif found and isinstance(found[-1], ast.Import):
                found[-1].names.append(alias)
            else:
                found.append(ast.copy_location(ast.Import(names=[alias]), node))
        return found

    def visit_ImportFrom(self, node: ast.ImportFrom) -> list[ast.stmt]:
        """Rewrites `from collections import Mapping`."""
        if node.level or node.module is None:
            return [node]
        if node.names[0].name == "*":
            return [self._everything(node, node.module)]
        kept, bound = [], list[ast.stmt]()
        for alias in node.names:
            path = f"{node.module}.{alias.name}"
            if path in self._names.members or self._names.has_module(path):
                arguments = ast.Constant(node.module), ast.Constant(alias.name)
                call = self._call("member", *arguments)
                bound.append(_bind(alias.asname or alias.name, call, node))
            else:
                kept.append(alias)
        if not bound:
            return [node]
        if kept:
            own = ast.ImportFrom(module=node.module, names=kept, level=0)
            bound.insert(0, ast.copy_location(own, node))
        return bound

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        """Rewrites `inspect.getargspec`."""
        owner = self._names.common.get(node.attr)
        given = node.value.attr if isinstance(node.value, ast.Attribute) else None
        is_other = owner is not None and getattr(node.value, "id", given) != owner
        self.generic_visit(node)
        is_read = isinstance(node.ctx, ast.Load)
        if is_other or not is_read or node.attr not in self._names.attributes:
            return node
        return ast.copy_location(self._call("attribute", node.value, ast.Constant(node.attr)), node)

    def visit_Call(self, node: ast.Call) -> ast.Call:
        """Rewrites `getattr(inspect, "getargspec")` and the like, and `open(path, "rU")`."""
        function = ast.unparse(node.func)  # as it was
        self.generic_visit(node)
        texts = [
            argument.value
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            else ""
            for argument in node.args
        ]
        if function in ("getattr", "hasattr") and len(texts) > 1:
            if texts[1] in self._names.attributes:
                node.func = self._runtime("has" if function == "hasattr" else "attribute")
        elif function in _IMPORTERS and texts and self._names.has_module(texts[0]):
            node.func = self._runtime("module")
        elif function in _OPENERS:
            _drop_universal_newlines(node)
        return node

    def visit_match_case(self, node: ast.AST) -> ast.AST:
        """Leaves patterns as they are, which calls cannot stand in."""
        node.body = [self.visit(statement) for statement in node.body]  # type: ignore[attr-defined]
        return node

    def _everything(self, node: ast.ImportFrom, module: str) -> ast.stmt:
        if not f"{module}.".startswith(f"{KERAS}."):
            return node
        update = ast.Attribute(ast.parse("locals()", mode="eval").body, "update", ast.Load())
        call = ast.Call(update, [self._call("everything", ast.Constant(module))], [])
        return ast.copy_location(ast.Expr(call), node)

    def _call(self, name: str, *arguments: ast.expr) -> ast.Call:
        return ast.Call(func=self._runtime(name), args=[*arguments], keywords=[])

    def _runtime(self, name: str) -> ast.expr:
        self._is_used = True
        if self._is_file:
            return ast.Attribute(ast.Name(_NAME, ast.Load()), name, ast.Load())
        text = f"__import__({_RUNTIME!r}, None, None, [{name!r}]).{name}"
        return ast.parse(text, mode="eval").body


def _after_header(body: list[ast.stmt]) -> int:
    """The number of statements that have to stand first: the docstring, `from __future__`."""
    count = 0
    for statement in body:
        is_text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        is_future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
        if not is_future and not (is_text and count == 0):
            break
        count += 1
    return count


def _bind(name: str, value: ast.expr, like: ast.stmt) -> ast.stmt:
    return ast.copy_location(ast.Assign(targets=[ast.Name(name, ast.Store())], value=value), like)


def _drop_universal_newlines(call: ast.Call) -> None:
    """Takes the `U` out of a mode, which Python 3.11 does not know any more."""
    modes = [*call.args[1:2], *(word.value for word in call.keywords if word.arg == "mode")]
    for mode in modes:
        if isinstance(mode, ast.Constant) and isinstance(mode.value, str) and "U" in mode.value:
            kept = mode.value.replace("U", "")
            mode.value = kept if "r" in kept else "r" + kept
