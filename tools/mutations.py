"""Small changes to a program that its tests should notice: one wrong comparison, one lost line."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterator

_COMPARISONS = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPERATORS = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult}
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
# What a message says, and what only type checkers read, is not what mutants are about.
_QUIET_CALLS = ("warning", "warn", "info", "TypeVar", "cast", "deprecated")


@dataclasses.dataclass(frozen=True)
class Mutant:
    """A program with one change.

    `function` is the qualified name of the function that was changed, "" at the top of a module.
    """

    path: str
    line: int
    function: str
    before: str
    after: str
    text: str

    @property
    def change(self) -> str:
        """The change in one line, which tells the mutants of a file apart."""
        where = f"{self.function}: " if self.function else ""
        return f"{where}{_first_line(self.before)}  ->  {_first_line(self.after)}"


def _first_line(text: str) -> str:
    return " ".join(text.split())[:150]


def mutants(path: str, text: str) -> list[Mutant]:
    """Returns all mutants of a module that compile, in the order of its lines."""
    tree = ast.parse(text)
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode()))
    data, found = text.encode(), {}
    for node, function, after in _changes(tree, ""):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[node.end_lineno - 1] + node.end_col_offset
        before = data[start:end].decode()
        changed = (data[:start] + after.encode() + data[end:]).decode()
        mutant = Mutant(path, node.lineno, function, before, after, changed)
        try:
            compile(changed, path, "exec")
        except (SyntaxError, ValueError):
            continue
        found.setdefault(changed, mutant)
    return sorted(found.values(), key=lambda mutant: mutant.line)


def _changes(node: ast.AST, function: str) -> Iterator[tuple[ast.AST, str, str]]:
    """Gives a node, the function that it is in, and what to write in its place."""
    if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
        function = f"{function}.{node.name}".lstrip(".")
    if _is_quiet(node):
        return
    for changed in _changed(node):
        yield node, function, changed
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "bases"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _changes(child, function)


def _is_quiet(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)  # A docstring.
    if isinstance(node, ast.If):
        return ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")
    if isinstance(node, ast.Assign):
        return ast.unparse(node.targets[0]) == "__all__"
    if isinstance(node, ast.Call):
        return ast.unparse(node.func).rpartition(".")[2] in _QUIET_CALLS
    return isinstance(node, (ast.JoinedStr, ast.Import, ast.ImportFrom))


def _changed(node: ast.AST) -> Iterator[str]:
    """Gives what to write in the place of a node, if anything."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        operator = _COMPARISONS[type(node.ops[0])]()
        yield f"({ast.unparse(ast.Compare(node.left, [operator], node.comparators))})"
    elif isinstance(node, ast.BoolOp):
        operator = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield f"({ast.unparse(ast.BoolOp(operator, node.values))})"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"({ast.unparse(node.operand)})"
    elif isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        operator = _OPERATORS[type(node.op)]()
        yield f"({ast.unparse(ast.BinOp(node.left, operator, node.right))})"
    elif isinstance(node, ast.IfExp):
        yield f"({ast.unparse(ast.IfExp(node.test, node.orelse, node.body))})"
    elif isinstance(node, ast.Constant):
        yield from _constants(node.value)
    elif isinstance(node, ast.Call):
        yield from _without_keywords(node)
    elif isinstance(node, ast.Return) and node.value is not None:
        if not (isinstance(node.value, ast.Constant) and node.value.value is None):
            yield "return None"
    elif isinstance(node, (ast.Break, ast.Continue)):
        yield "continue" if isinstance(node, ast.Break) else "break"
    elif isinstance(node, (ast.Raise, ast.AugAssign)) or _is_effect(node):
        yield "pass"


def _is_effect(node: ast.AST) -> bool:
    """Whether a statement can be left out without an undefined name."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call) and not _is_quiet(node.value)
    if isinstance(node, ast.Assign):
        return not any(isinstance(target, (ast.Name, ast.Tuple)) for target in node.targets)
    return isinstance(node, ast.Delete)


def _constants(value: object) -> Iterator[str]:
    if isinstance(value, bool):
        yield str(not value)
    elif isinstance(value, (int, float)):
        yield str(value + 1)
    elif isinstance(value, str) and value and " " not in value:  # A key, and no message.
        yield repr(value + "_")


def _without_keywords(node: ast.Call) -> Iterator[str]:
    for index, keyword in enumerate(node.keywords):
        if keyword.arg:
            rest = node.keywords[:index] + node.keywords[index + 1 :]
            yield ast.unparse(ast.Call(node.func, node.args, rest))
