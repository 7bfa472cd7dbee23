"""Sources of Python 2, parsed; the package fissix rewrites their text."""

from __future__ import annotations

import ast
import difflib
import functools
import importlib.util
import io
import re
import threading
import tokenize
from typing import Any

__all__ = ["TO_INSTALL", "is_available", "looks_like", "parse"]

TO_INSTALL = "pip install 'tf-spec-compat[python2]'"

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

# What Python 3 says of Python 2's syntax, or how the line looks where it says no more than that.
_PYTHON2_WORDS = re.compile(
    r"Missing parentheses in call to '(print|exec)'|multiple exception types must be parenthesized"
    r"|leading zeros in decimal integer literals|inconsistent use of tabs"
    r"|parameters cannot be parenthesized"
)
_PYTHON2_LINE = re.compile(
    r"""^\s*print\s+[^\s(=]|\bprint\s*>>|^\s*except\s+[\w.]+\s*,\s*\w+\s*:|^\s*raise\s+[\w.]+\s*,
    |^\s*exec\s+["'\w]|<>|`[^`]+`|\b0[0-7]+\b|\b\d+[lL]\b|\bur["']|\blambda\s*\(
    |\bdef\s+\w+\s*\(([^()=]*,)?\s*\(
    """,
    re.VERBOSE,
)


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


def looks_like(error: SyntaxError) -> bool:
    """Says whether what Python 3 cannot parse looks like Python 2."""
    words, line = error.msg or "", error.text or ""
    return bool(_PYTHON2_WORDS.search(words) or _PYTHON2_LINE.search(line))


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
