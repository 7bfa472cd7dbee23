"""Small things about syntax trees that the fixers share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Union

import libcst as cst

__all__ = [
    "Import",
    "after_header",
    "alias_name",
    "bound_names",
    "dotted",
    "expression",
    "imported",
    "imports_of",
    "parse_statement",
    "used_names",
]

Import = Union[cst.Import, cst.ImportFrom]


def dotted(node: cst.CSTNode | None) -> str:
    """Returns `a.b.c` of names and attributes; `""` for all else."""
    if isinstance(node, cst.Name):
        return node.value
    if isinstance(node, cst.Attribute):
        owner = dotted(node.value)
        return f"{owner}.{node.attr.value}" if owner else ""
    return ""


def expression(path: str) -> cst.Name | cst.Attribute:
    """Returns `a.b.c` as an expression."""
    first, *rest = path.split(".")
    node: cst.Name | cst.Attribute = cst.Name(first)
    for part in rest:
        node = cst.Attribute(node, cst.Name(part))
    return node


def parse_statement(text: str) -> cst.SimpleStatementLine:
    """Parses one line of code."""
    statement = cst.parse_statement(text)
    assert isinstance(statement, cst.SimpleStatementLine), text
    return statement


def alias_name(alias: cst.ImportAlias) -> str:
    """Returns the name that an alias binds: its asname, or what stands there without its tail."""
    if alias.asname is not None:
        return dotted(alias.asname.name)
    return dotted(alias.name).partition(".")[0]


def imported(node: Import) -> Iterator[tuple[cst.ImportAlias, str]]:
    """Yields each alias of an absolute import with the dotted path that it names."""
    if isinstance(node, cst.Import):
        for alias in node.names:
            yield alias, dotted(alias.name)
    elif not node.relative and not isinstance(node.names, cst.ImportStar):
        for alias in node.names:
            yield alias, f"{dotted(node.module)}.{dotted(alias.name)}"


def imports_of(statement: cst.CSTNode) -> list[Import]:
    """Returns the imports of a line of code."""
    if not isinstance(statement, (cst.SimpleStatementLine, cst.SimpleStatementSuite)):
        return []
    return [part for part in statement.body if isinstance(part, (cst.Import, cst.ImportFrom))]


class _Names(cst.CSTVisitor):
    """Collects the names that a module has in any scope, or those only that it binds."""

    def __init__(self, with_used: bool) -> None:
        self.names: set[str] = set()
        self._with_used = with_used

    def visit_Name(self, node: cst.Name) -> None:
        if self._with_used:
            self.names.add(node.value)

    def visit_Attribute(self, node: cst.Attribute) -> bool:
        node.value.visit(self)
        return False

    def visit_Arg(self, node: cst.Arg) -> bool:
        node.value.visit(self)
        return False

    def visit_Import(self, node: cst.Import) -> bool:
        self.names |= {alias_name(alias) for alias in node.names}
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        if not isinstance(node.names, cst.ImportStar):
            self.names |= {alias_name(alias) for alias in node.names}
        return False

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        self.names.add(node.name.value)

    def visit_ClassDef(self, node: cst.ClassDef) -> None:
        self.names.add(node.name.value)

    def visit_Param(self, node: cst.Param) -> None:
        self.names.add(node.name.value)

    def visit_AsName(self, node: cst.AsName) -> None:
        self._bind(node.name)

    def visit_AssignTarget(self, node: cst.AssignTarget) -> None:
        self._bind(node.target)

    def visit_AnnAssign(self, node: cst.AnnAssign) -> None:
        self._bind(node.target)

    def visit_NamedExpr(self, node: cst.NamedExpr) -> None:
        self._bind(node.target)

    def visit_For(self, node: cst.For) -> None:
        self._bind(node.target)

    def visit_CompFor(self, node: cst.CompFor) -> None:
        self._bind(node.target)

    def _bind(self, target: cst.BaseExpression) -> None:
        if isinstance(target, cst.Name):
            self.names.add(target.value)
        elif isinstance(target, (cst.Tuple, cst.List)):
            for element in target.elements:
                self._bind(element.value)


def bound_names(module: cst.Module) -> set[str]:
    """Returns every name that a module binds in any scope."""
    visitor = _Names(with_used=False)
    module.visit(visitor)
    return visitor.names


def used_names(module: cst.Module) -> set[str]:
    """Returns every name that a module reads or binds in any scope."""
    visitor = _Names(with_used=True)
    module.visit(visitor)
    return visitor.names


def after_header(body: Sequence[cst.CSTNode]) -> int:
    """Returns the number of statements that stay first: the docstring, `from __future__`."""
    count = 0
    for statement in body:
        if not isinstance(statement, cst.SimpleStatementLine):
            break
        first = statement.body[0]
        is_text = isinstance(first, cst.Expr) and isinstance(
            first.value, (cst.SimpleString, cst.ConcatenatedString)
        )
        is_future = isinstance(first, cst.ImportFrom) and dotted(first.module) == "__future__"
        if not is_future and not (is_text and count == 0):
            break
        count += 1
    return count
