"""Small things about syntax trees that the fixers share."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import Union

import libcst as cst

__all__ = [
    "Import",
    "after_header",
    "alias_name",
    "all_imports",
    "bound_and_used",
    "dotted",
    "expression",
    "imported",
    "imports_of",
    "parse_statement",
]

Import = Union[cst.Import, cst.ImportFrom]

_NAMED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler)


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


def all_imports(node: cst.CSTNode) -> Iterator[Import]:
    """Yields the imports of a module in any scope, without a look at expressions."""
    if isinstance(node, (cst.Import, cst.ImportFrom)):
        yield node
    elif not isinstance(node, (cst.BaseExpression, cst.BaseParenthesizableWhitespace)):
        for child in node.children:
            yield from all_imports(child)


def bound_and_used(text: str) -> tuple[set[str], set[str]]:
    """Returns the names that a source binds in any scope, and those that it reads or binds."""
    bound: set[str] = set()
    used: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Name):
            (used if isinstance(node.ctx, ast.Load) else bound).add(node.id)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, ast.alias):
            bound.add(node.asname or node.name.partition(".")[0])
        elif isinstance(node, _NAMED) and node.name:
            bound.add(node.name)
    return bound, bound | used


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
