"""Sources of Python 2, converted while they are imported; the package fissix rewrites the text."""

from __future__ import annotations

import ast
import copy
import difflib
import functools
import importlib.util
import io
import os
import threading
import tokenize
from typing import Any

from tf_spec_compat.hook.libraries import LibraryTransformer

__all__ = ["Python2Transformer", "is_available", "parse"]

# Fixers that are left out: `Python2Transformer` does the imports, and `future` would drop what it
# has to know.
_OTHERWISE_DONE = frozenset({"fix_future", "fix_import"})
# These would change what a source means that is Python 3 too.
_AMBIGUOUS = frozenset({"fix_input", "fix_print", "fix_exec"})

# What Python 2 had not: files with it are left as they are.
_PYTHON3_ONLY = (
    ast.AnnAssign,
    ast.AsyncFor,
    ast.AsyncFunctionDef,
    ast.AsyncWith,
    ast.JoinedStr,
    ast.MatMult,
    ast.NamedExpr,
    ast.Nonlocal,
    ast.YieldFrom,
)

_lock = threading.Lock()


def is_available() -> bool:
    """Says whether the package fissix is installed."""
    return importlib.util.find_spec("fissix") is not None


def parse(source: bytes | str, path: str) -> tuple[ast.Module, bool]:
    """Parses a source that may be Python 2's; what can only be Python 3's is left as it is.

    Args:
      source: The source.
      path: The file name for errors.

    Returns:
      The syntax tree, with the lines of the source, and whether it is Python 2's.

    Raises:
      SyntaxError: It is neither.
    """
    tree, problem = _try(source, path)
    if tree is not None and _is_python3_only(tree):
        return tree, False
    text = source if isinstance(source, str) else _decode(source)
    text = "".join(map(_without_tabs, text.splitlines(keepends=True)))
    text += "" if text.endswith("\n") else "\n"
    for has_print_statement in (True, False):
        if has_print_statement and tree is not None and not _has_print_statement(tree):
            continue
        converted = _convert(text, path, has_print_statement)
        if converted is None:
            continue
        new, _ = _try(converted, path)
        if new is not None:
            _restore_lines(new, text, converted)
            return new, True
    if tree is None:
        assert problem is not None
        raise problem
    return tree, False


class Python2Transformer(LibraryTransformer):
    """Gives a converted source what the text of Python 3 cannot: division, imports of siblings."""

    def __init__(self, path: str) -> None:
        """Takes the path of the file."""
        super().__init__(is_file=not path.startswith("<"), python2=True)
        self._folder = os.path.dirname(path)
        self._is_in_package = os.path.isfile(os.path.join(self._folder, "__init__.py"))
        self._features: set[str] = set()

    def visit_Module(self, node: ast.Module) -> ast.Module:
        """Rewrites a module, by what it asked of `__future__`."""
        self._features = {
            alias.name
            for statement in node.body
            if isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
            for alias in statement.names
        }
        return super().visit_Module(node)

    def visit_Import(self, node: ast.Import) -> list[ast.stmt]:
        """Imports what lies beside the file in its package from there."""
        if any(self._is_sibling(alias.name) for alias in node.names):
            found: list[ast.stmt] = []
            for alias in node.names:
                one = ast.copy_location(ast.Import(names=[alias]), node)
                if self._is_sibling(alias.name) and ("." not in alias.name or not alias.asname):
                    head = alias.name.partition(".")[0]
                    names = [ast.alias(name=head, asname=alias.asname)]
                    own: list[ast.stmt] = [ast.ImportFrom(module=None, names=names, level=1)]
                    if head != alias.name:
                        last = ast.alias(name=alias.name.rpartition(".")[2], asname="_")
                        module = alias.name.rpartition(".")[0]
                        own.insert(0, ast.ImportFrom(module=module, names=[last], level=1))
                    found.append(self._by_package(own, one))
                else:
                    found += super().visit_Import(one)
            return found
        return super().visit_Import(node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> list[ast.stmt]:
        """Imports what lies beside the file in its package from there."""
        if node.level == 0 and node.module is not None and self._is_sibling(node.module):
            names = [copy.copy(alias) for alias in node.names]
            own = ast.ImportFrom(module=node.module, names=names, level=1)
            return [self._by_package([own], node)]
        return super().visit_ImportFrom(node)

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """Rewrites `a / b`."""
        self.generic_visit(node)
        if not isinstance(node.op, ast.Div) or "division" in self._features:
            return node
        return ast.copy_location(self._call("divide", node.left, node.right), node)

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt:
        """Rewrites `a /= b`, if reading `a` twice does no harm."""
        self.generic_visit(node)
        is_division = isinstance(node.op, ast.Div) and "division" not in self._features
        if not is_division or any(isinstance(part, ast.Call) for part in ast.walk(node.target)):
            return node
        read = copy.deepcopy(node.target)
        read.ctx = ast.Load()
        call = self._call("divide_in_place", read, node.value)
        return ast.copy_location(ast.Assign(targets=[node.target], value=call), node)

    def visit_Call(self, node: ast.Call) -> ast.Call:
        """Rewrites `file(path)` and `round(x)`."""
        super().visit_Call(node)
        if isinstance(node.func, ast.Name) and node.func.id == "file":
            node.func.id = "open"
        elif isinstance(node.func, ast.Name) and node.func.id == "round":
            node.func = ast.copy_location(self._runtime("round_number"), node.func)
        return node

    def _is_sibling(self, name: str) -> bool:
        if not self._is_in_package or "absolute_import" in self._features:
            return False
        path = os.path.join(self._folder, name.partition(".")[0])
        return os.path.isfile(f"{path}.py") or os.path.isfile(os.path.join(path, "__init__.py"))

    def _by_package(self, inside: list[ast.stmt], outside: ast.stmt) -> ast.stmt:
        """Either statement, by whether the module is one of a package or stands alone."""
        test = ast.Name("__package__", ast.Load())
        choice = ast.copy_location(ast.If(test=test, body=inside, orelse=[outside]), outside)
        return ast.fix_missing_locations(choice)


def _try(source: bytes | str, path: str) -> tuple[ast.Module | None, SyntaxError | None]:
    try:
        return ast.parse(source, path), None
    except SyntaxError as error:
        return None, error


def _decode(source: bytes) -> str:
    encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
    return io.IncrementalNewlineDecoder(None, True).decode(source.decode(encoding))


def _is_python3_only(tree: ast.Module) -> bool:
    for node in ast.walk(tree):
        if isinstance(node, _PYTHON3_ONLY):
            return True
        if isinstance(node, ast.arguments) and node.kwonlyargs:
            return True
        if isinstance(node, ast.arg) and node.annotation is not None:
            return True
        if isinstance(node, ast.FunctionDef) and node.returns is not None:
            return True
        if isinstance(node, ast.ClassDef) and node.keywords:
            return True
        if isinstance(node, ast.Raise) and node.cause is not None:
            return True
    return False


def _has_print_statement(tree: ast.Module) -> bool:
    """Says whether there is `print >>file` or `print` alone, which mean nothing in Python 3."""
    for node in ast.walk(tree):
        value = node.value if isinstance(node, ast.Expr) else None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.RShift):
            value = node.left
        if isinstance(value, ast.Name) and value.id == "print":
            return True
    return False


def _without_tabs(line: str) -> str:
    """Makes a tab at the start reach to the next eighth column, as Python 2 read it."""
    rest = line.lstrip(" \t")
    head = line[: len(line) - len(rest)]
    return head.expandtabs(8) + rest if "\t" in head else line


def _convert(text: str, path: str, has_print_statement: bool) -> str | None:
    """Returns the text as Python 3's; None if it does not parse."""
    from fissix.pgen2 import parse as parsing
    from fissix.pgen2 import tokenize as tokens

    with _lock:
        try:
            return str(_tool(has_print_statement).refactor_string(text, path))
        except (parsing.ParseError, tokens.TokenError, IndentationError):
            return None


@functools.cache
def _tool(has_print_statement: bool) -> Any:
    from fissix import refactor

    left_out = _OTHERWISE_DONE | (frozenset() if has_print_statement else _AMBIGUOUS)
    fixers = [
        name
        for name in refactor.get_fixers_from_package("fissix.fixes")
        if name.rpartition(".")[2] not in left_out
    ]
    return refactor.RefactoringTool(fixers, {"print_function": not has_print_statement})


def _restore_lines(tree: ast.Module, old: str, new: str) -> None:
    """Gives the nodes of the converted text the lines of the old one."""
    before, after = old.splitlines(), new.splitlines()
    if len(before) == len(after):
        return
    lines = [1]  # of the old text, by the line of the new one; from 1
    for _, start, end, new_start, new_end in difflib.SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        last = max(end, start + 1)
        lines += [min(start + 1 + shift, last) for shift in range(new_end - new_start)]
    lines.append(lines[-1])
    for node in ast.walk(tree):
        if isinstance(node, (ast.expr, ast.stmt)):
            node.lineno = lines[node.lineno]
            node.end_lineno = max(lines[node.end_lineno or 0], node.lineno)
            if node.end_lineno == node.lineno:
                node.end_col_offset = max(node.end_col_offset or 0, node.col_offset)
