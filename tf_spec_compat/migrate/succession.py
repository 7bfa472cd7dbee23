"""`Rewriter`: what the fixers to tf.estimator share: successors found, written, imports tidied."""

from __future__ import annotations

import os
from collections.abc import Iterator

import libcst as cst

from tf_spec_compat.migrate.bindings import Bindings
from tf_spec_compat.migrate.draft import Draft
from tf_spec_compat.migrate.scope import Scope
from tf_spec_compat.migrate.syntax import alias_name, dotted
from tf_spec_compat.names import LEGACY, legacy
from tf_spec_compat.names.successors import Successor, successor

__all__ = [
    "Rewriter",
    "add_comment",
    "rewritten",
    "without_comments",
]

_VIEW = "tensorflow.compat.v1"
_ESTIMATOR = "tf_spec_compat.estimator."
_MARK = "# TODO(tf-spec-compat): "


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
        self._bindings = Bindings(draft.module)
        self._roots: set[str] = set()
        self._settled: list[str] = []

    def visit_Import(self, node: cst.Import) -> bool:
        """Passes over imports."""
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        """Passes over imports."""
        return False

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.BaseStatement:
        """Drops the comments that said that what `settle` named is left to a person."""
        for start in self._settled:
            updated_node = without_comments(updated_node, start)
        self._settled = []
        return updated_node

    def settle(self, row: Successor) -> None:
        """Notes that nothing is left to do about a row in this line of code."""
        self._settled.append(f"{row.code} {row.name}:")

    def path(self, node: cst.CSTNode) -> str | None:
        """Returns what a Name or Attribute stands for, as TF 1 called it; None if in doubt.

        In doubt is what several statements bind: alternatives for several versions.
        """
        name = dotted(node).partition(".")[0]
        if not name or not (self._bindings.is_plain(name) or self.scope.is_from_star(name)):
            return None
        path = self.draft.path_of(node)
        if path is not None and path.startswith(_ESTIMATOR):  # as `core_estimator` writes it
            path = f"tensorflow.estimator.{path[len(_ESTIMATOR) :]}"
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

    def visit_Arg(self, node: cst.Arg) -> bool:
        node.value.visit(self)
        return False

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
