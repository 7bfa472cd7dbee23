"""Places in a source, in characters."""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

__all__ = ["Lines", "Span"]

# Python ends lines at these alone; `str.splitlines` at more.
_LINE_END = re.compile(r"\r\n|\r|\n")


class Span(NamedTuple):
    """From where to where a piece of source goes, as LibCST's `PositionProvider` gives it.

    Attributes:
      line: The first line, from 1.
      column: The first column, from 0, in characters.
      end_line: The last line.
      end_column: The column after the last character.
    """

    line: int
    column: int
    end_line: int
    end_column: int


class Lines:
    """The lines of a source; makes columns of characters of `ast`'s columns of bytes."""

    def __init__(self, text: str) -> None:
        """Splits a text."""
        self.lines = _LINE_END.split(text)
        self._is_ascii = text.isascii()

    def column(self, line: int, offset: int) -> int:
        """Returns the column of a byte offset in UTF-8."""
        if self._is_ascii:
            return offset
        text = self.lines[line - 1]
        if text.isascii():
            return offset
        return len(text.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "replace"))

    def span(self, node: ast.AST) -> Span:
        """Returns where an expression or a statement is."""
        line, end = node.lineno, node.end_lineno  # type: ignore[attr-defined]
        column, end_column = node.col_offset, node.end_col_offset  # type: ignore[attr-defined]
        if not self._is_ascii:
            column, end_column = self.column(line, column), self.column(end, end_column)
        return Span(line, column, end, end_column)

    def alias(self, statement: ast.stmt, alias: ast.alias) -> Span:
        """Returns where a name of an import is, as far as its `as`."""
        if hasattr(alias, "lineno"):  # Breakpoint: Python 3.10 knows.
            return self.span(alias)
        whole = self.span(statement)
        name = re.escape(alias.name).replace(r"\.", r"\s*\.\s*")
        pattern = rf"(?<![\w.]){name}(?![\w.])"
        if alias.asname:
            pattern += rf"(?:\s|\\)+as(?:\s|\\)+{alias.asname}\b"
        for line in range(whole.line, whole.end_line + 1):
            text = self.lines[line - 1]
            start = whole.column if line == whole.line else 0
            keyword = re.compile(r"\bimport\b").search(text, start)
            if isinstance(statement, ast.ImportFrom) and line == whole.line and keyword:
                start = keyword.end()
            found = re.compile(pattern).search(text, start)
            if found:
                return Span(line, found.start(), line, found.end())
        return whole
