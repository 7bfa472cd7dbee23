"""`Rewriter`: what the fixers to tf.estimator share: successors found, written, imports tidied."""

from __future__ import annotations

import collections
import os
from collections.abc import Iterator

import libcst as cst

from tf_spec_compat.migrate.draft import Draft
from tf_spec_compat.migrate.scope import Scope
from tf_spec_compat.migrate.syntax import alias_name, dotted
from tf_spec_compat.names import LEGACY, legacy
from tf_spec_compat.names.successors import Successor, successor

__all__ = [
    "Rewriter",
    "add_comment",
    "arguments_of",
    "as_keywords",
    "rewritten",
    "without_comments",
]

_VIEW = "tensorflow.compat.v1"
_MARK = "# TODO(tf-spec-compat): "


class _Bindings(cst.CSTVisitor):
    """Counts what binds each name of a module, in any scope."""

    def __init__(self) -> None:
        self.imports: collections.Counter[str] = collections.Counter()
        self.paths: dict[str, set[str]] = {}  # what those imports bind each name to
        self.aliases: collections.Counter[str] = collections.Counter()  # `slim = tf.contrib.slim`
        self.others: set[str] = set()

    def visit_Import(self, node: cst.Import) -> bool:
        for alias in node.names:
            path = dotted(alias.name)
            whole = path if alias.asname is not None else path.partition(".")[0]
            self._import(alias_name(alias), whole)
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        if not isinstance(node.names, cst.ImportStar):
            module = f"{'.' * len(node.relative)}{dotted(node.module)}"
            for alias in node.names:
                self._import(alias_name(alias), f"{module}.{dotted(alias.name)}")
        return False

    def _import(self, name: str, path: str) -> None:
        self.imports[name] += 1
        self.paths.setdefault(name, set()).add(path)

    def visit_Assign(self, node: cst.Assign) -> None:
        if dotted(node.value) == "None":  # where what is imported may be missing
            return
        if dotted(node.value):
            self.aliases.update(dotted(target.target) for target in node.targets)
        else:
            for target in node.targets:
                self._bind(target.target)

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        self.others.add(node.name.value)

    def visit_ClassDef(self, node: cst.ClassDef) -> None:
        self.others.add(node.name.value)

    def visit_Param(self, node: cst.Param) -> None:
        self.others.add(node.name.value)

    def visit_AsName(self, node: cst.AsName) -> None:
        self._bind(node.name)

    def visit_For(self, node: cst.For) -> None:
        self._bind(node.target)

    def visit_CompFor(self, node: cst.CompFor) -> None:
        self._bind(node.target)

    def visit_NamedExpr(self, node: cst.NamedExpr) -> None:
        self._bind(node.target)

    def _bind(self, target: cst.BaseExpression) -> None:
        if isinstance(target, cst.Name):
            self.others.add(target.value)
        elif isinstance(target, (cst.Tuple, cst.List)):
            for element in target.elements:
                self._bind(element.value)

    def is_plain(self, name: str) -> bool:
        """Says whether all that binds a name are imports of one thing, or one assignment of one."""
        count = len(self.paths.get(name, ())) + self.aliases[name]
        return count == 1 and name not in self.others


class Rewriter(cst.CSTTransformer):
    """A transformer that knows the successors of names, and writes them.

    Attributes:
      draft: The file.
      scope: The imports that the file has, and comes to need.
      changed: Whether anything was rewritten.
    """

    def __init__(self, draft: Draft) -> None:
        """Reads a draft."""
        super().__init__()
        self.draft = draft
        self.scope = Scope(draft.module, draft.text)
        self.changed = False
        self._bindings = _Bindings()
        draft.module.visit(self._bindings)
        self._roots: set[str] = set()

    def visit_Import(self, node: cst.Import) -> bool:
        """Passes over imports."""
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        """Passes over imports."""
        return False

    def path(self, node: cst.CSTNode) -> str | None:
        """Returns what a Name or Attribute stands for, as TF 1 called it; None if in doubt.

        In doubt is what several statements bind: alternatives for several versions.
        """
        text = dotted(node)
        if not text or not self._bindings.is_plain(text.partition(".")[0]):
            return None
        path = self.draft.path_of(node)
        return None if path is None else legacy(path)

    def successor(self, node: cst.CSTNode) -> tuple[Successor, str] | None:
        """Returns what comes in the place of a Name or Attribute of contrib."""
        path = self.path(node)
        return None if path is None or not path.startswith(f"{LEGACY}.") else successor(path)

    def named(self, node: cst.CSTNode, name: str) -> Successor | None:
        """Returns the successor of a node that is the name of contrib `name`, such as `learn.X`."""
        found = self.successor(node)
        return (
            found[0]
            if found is not None and found == (found[0], "") and (found[0].name == name)
            else None
        )

    def write(self, home: str, instead_of: cst.CSTNode | None = None) -> cst.BaseExpression:
        """Returns an expression for a home, `tf.metrics.mean`; its import is noted.

        Args:
          home: What is meant; `tf` is `tensorflow.compat.v1`.
          instead_of: The expression in whose place it comes, if there is one.
        """
        self.changed = True
        self._roots.add(dotted(instead_of).partition(".")[0])
        package, _, name = home.partition(".")
        module = _VIEW if package == "tf" else package
        new = self.scope.expression(f"{module}:{name}")
        parentheses = {
            key: getattr(instead_of, key) for key in ("lpar", "rpar") if hasattr(instead_of, key)
        }
        return new.with_changes(**parentheses)

    def finish(self, module: cst.Module) -> cst.Module:
        """Adds the imports that are needed, and drops those that nothing needs any more."""
        roots = {
            root
            for root in self._roots
            if self._bindings.imports[root] == 1
            and not {f"'{root}'", f'"{root}"'} & set(_quoted(self.draft.text, root))
        }
        if os.path.basename(self.draft.path) == "__init__.py":
            roots = set()  # what it imports others take from it
        used = _Used()
        module.visit(used)
        module = _drop(module, roots - used.names)
        return self.scope.complete(module)


def rewritten(rewriter: Rewriter) -> cst.Module:
    """Returns what a rewriter makes of its draft; the draft's own module if that is nothing."""
    module = rewriter.draft.module.visit(rewriter)
    assert isinstance(module, cst.Module)
    return rewriter.finish(module) if rewriter.changed else rewriter.draft.module


def _quoted(text: str, name: str) -> Iterator[str]:
    for quote in "'\"":
        if f"{quote}{name}{quote}" in text:
            yield f"{quote}{name}{quote}"


class _Used(cst.CSTVisitor):
    """Collects the names that expressions have."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_Import(self, node: cst.Import) -> bool:
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        return False

    def visit_Name(self, node: cst.Name) -> None:
        self.names.add(node.value)

    def visit_Attribute_attr(self, node: cst.Attribute) -> None:
        self._before = set(self.names)

    def leave_Attribute_attr(self, node: cst.Attribute) -> None:
        self.names = self._before


def _drop(module: cst.Module, names: set[str]) -> cst.Module:
    """Drops imports of names at the top level, but TensorFlow itself and lines with comments."""
    body = []
    for statement in module.body:
        if isinstance(statement, cst.SimpleStatementLine) and len(statement.body) == 1:
            part = statement.body[0]
            kept = _kept(part, names)
            if kept is not None and not (kept == [] and _has_comment(statement)):
                if not kept:
                    continue
                kept[-1] = kept[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
                statement = statement.with_changes(body=[part.with_changes(names=kept)])
        body.append(statement)
    return module.with_changes(body=body)


def _kept(part: cst.BaseSmallStatement, names: set[str]) -> list[cst.ImportAlias] | None:
    """Returns the aliases of an import that stay; None if all of them do."""
    if not isinstance(part, (cst.Import, cst.ImportFrom)) or isinstance(part.names, cst.ImportStar):
        return None
    kept = [
        alias
        for alias in part.names
        if alias_name(alias) not in names
        or dotted(alias.name) in ("tensorflow", _VIEW)
        or (isinstance(part, cst.ImportFrom) and part.relative)
    ]
    return None if len(kept) == len(part.names) else kept


def _has_comment(statement: cst.SimpleStatementLine) -> bool:
    comments = [line.comment for line in statement.leading_lines]
    return any([*comments, statement.trailing_whitespace.comment])


def arguments_of(call: cst.Call, row: Successor) -> dict[str, cst.Arg] | None:
    """Returns the arguments of a call by their old names, in the order in which they are written.

    Returns:
      None if there are `*` or `**` arguments, or ones that the row does not know.
    """
    names = iter(row.arguments)
    found: dict[str, cst.Arg] = {}
    for arg in call.args:
        name = arg.keyword.value if arg.keyword is not None else next(names, None)
        if arg.star or name is None or name not in row.arguments or name in found:
            return None
        found[name] = arg
    return found


def as_keywords(call: cst.Call, row: Successor, found: dict[str, cst.Arg]) -> list[cst.Arg] | None:
    """Returns the arguments of a call for the successor; None if it has none for one of them.

    Args:
      call: The old call.
      row: The successor.
      found: What `arguments_of` found.
    """
    args = []
    for index, (name, arg) in enumerate(found.items()):
        new = row.arguments[name]
        if new is None and dotted(arg.value) == "None":
            continue
        if new is None:
            return None
        if arg.keyword is not None or index >= row.in_place:
            arg = arg.with_changes(
                keyword=cst.Name(new),
                equal=cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace("")),
            )
        args.append(arg)
    for name, value in row.defaults.items():
        if name not in found:
            args = _appended(args, name, value)
    return args


def _appended(args: list[cst.Arg], name: str, value: str) -> list[cst.Arg]:
    """Adds a keyword argument; a call that has an argument a line goes on to have that."""
    comma: cst.Comma | cst.MaybeSentinel = cst.MaybeSentinel.DEFAULT
    if args:
        comma = args[-1].comma
        between = args[-2].comma if len(args) > 1 else cst.Comma()
        if not isinstance(between, cst.Comma) or len(args) < 2:
            between = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))
        args = [*args[:-1], args[-1].with_changes(comma=between)]
    new = cst.Arg(
        cst.parse_expression(value),
        keyword=cst.Name(name),
        equal=cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace("")),
        comma=comma,
        whitespace_after_arg=args[-1].whitespace_after_arg if args else cst.SimpleWhitespace(""),
    )
    if args:
        args[-1] = args[-1].with_changes(whitespace_after_arg=cst.SimpleWhitespace(""))
    return [*args, new]


def add_comment(
    statement: cst.SimpleStatementLine | cst.BaseCompoundStatement, text: str
) -> cst.SimpleStatementLine | cst.BaseCompoundStatement:
    """Puts `# TODO(tf-spec-compat): text` above a statement, unless it is there."""
    comment = f"{_MARK}{text}"
    lines = getattr(statement, "leading_lines", ())
    if any(line.comment is not None and line.comment.value == comment for line in lines):
        return statement
    return statement.with_changes(
        leading_lines=[*lines, cst.EmptyLine(comment=cst.Comment(comment))]
    )


def without_comments(statement: cst.SimpleStatementLine, start: str) -> cst.SimpleStatementLine:
    """Takes away the comments of `add_comment` whose text begins with `start`."""
    lines = [
        line
        for line in statement.leading_lines
        if line.comment is None or not line.comment.value.startswith(f"{_MARK}{start}")
    ]
    return statement.with_changes(leading_lines=lines)
