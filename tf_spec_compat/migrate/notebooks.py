"""Notebooks as one module: cells put together, and taken apart again."""

from __future__ import annotations

import ast
import io
import json
import re
import tokenize
from collections.abc import Mapping, Sequence
from typing import Any

from tf_spec_compat.migrate.sources import Unreadable

__all__ = ["Notebook"]

_MARK = "# >>> cell {}"
_MARKED = re.compile(r"^# >>> cell (\d+)\n", re.MULTILINE)
_MAGIC = re.compile(r"^(\s*)(%|!|\?|.*\?\s*$|\w+\s*=\s*[%!])")
_HIDDEN = re.compile(r"^(\s*)pass  # IPython: (.*)$", re.MULTILINE)


class Notebook:
    """The code cells of a notebook.

    Lines that are IPython's alone, `%matplotlib inline` or `!pip install`, stand as comments in the
    module; cells of another language, `%%bash`, are left out of it.
    """

    def __init__(self, text: str, path: str) -> None:
        """Reads a notebook.

        Raises:
          Unreadable: It is of a layout that Jupyter left in 2015.
        """
        self._content = json.loads(text)
        cells = self._content.get("cells")
        if cells is None:
            raise Unreadable(
                path, "is a notebook of before version 4; open and save it in Jupyter."
            )
        self._text = text
        self._cells: dict[int, dict[str, Any]] = {
            number: cell
            for number, cell in enumerate(cells, 1)
            if cell.get("cell_type") == "code" and not _source(cell).lstrip().startswith("%%")
        }

    @property
    def module(self) -> str:
        """The cells, each behind a comment with its number."""
        return "".join(
            f"{_MARK.format(number)}\n{_hide(_source(cell))}\n"
            for number, cell in self._cells.items()
        )

    def with_module(self, module: str) -> str:
        """Returns the notebook's text with the cells of a rewritten module, all else as it was."""
        start, *parts = _MARKED.split(module)
        for number, source in zip(map(int, parts[::2]), parts[1::2]):
            cell = self._cells[number]
            before = _source(cell)
            source = start + _HIDDEN.sub(r"\1\2", source[:-1])
            source = source.rstrip("\n") + before[len(before.rstrip("\n")) :]
            start = ""
            if source != before:
                is_list = isinstance(cell["source"], list)
                cell["source"] = source.splitlines(keepends=True) if is_list else source
        return self._dump(self._content)

    def _dump(self, content: Mapping[str, Any]) -> str:
        """Writes JSON with the indentation, the kind of escapes and the end of the original."""
        found = re.match(r"\{\r?\n( +|\t+)", self._text)
        indent: int | str | None = None
        if found is not None:
            indent = found[1] if found[1][0] == "\t" else len(found[1])
        is_ascii = self._text.isascii()
        text = json.dumps(content, indent=indent, ensure_ascii=is_ascii)
        return text + self._text[len(self._text.rstrip()) :]


def _source(cell: Mapping[str, Any]) -> str:
    source = cell.get("source", "")
    return "".join(source) if isinstance(source, list) else str(source)


def _hide(source: str) -> str:
    try:
        ast.parse(source)
    except SyntaxError:
        pass
    else:
        return source
    lines = source.split("\n")
    for index, line in enumerate(lines):
        found = _MAGIC.match(line)
        if found is not None and not _is_open(lines[:index]):
            lines[index] = f"{found[1]}pass  # IPython: {line[len(found[1]) :]}"
    return "\n".join(lines)


def _is_open(lines: Sequence[str]) -> bool:
    """Says whether a bracket or a text is open, so that the next line goes on with it."""
    try:
        for _ in tokenize.generate_tokens(io.StringIO("\n".join(lines) + "\n").readline):
            pass
    except tokenize.TokenError:
        return True
    except IndentationError:
        return False
    return False
