"""Reads what is checked: files, folders, notebooks, standard input."""

from __future__ import annotations

import ast
import io
import json
import os
import re
import tokenize
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tf_spec_compat import python2

__all__ = ["Source", "Unreadable", "find_files", "read", "read_bytes"]

_BOM = b"\xef\xbb\xbf"
_SUFFIXES = (".py", ".ipynb")

# `%magic`, `!command`, `?help`, `help?` of IPython; what is assigned of them.
_MAGIC = re.compile(r"\s*(?:[%!?]|[\w.%]+\?{1,2}\s*$)")
_ASSIGNED_MAGIC = re.compile(r"^(\s*[\w, .]+=\s*)([%!].*)$")
# Cell magics behind which there is Python; behind others there is not.
_PYTHON_CELLS = frozenset({"time", "timeit", "capture", "prun"})


class Unreadable(ValueError):  # noqa: N818 - the file is, and no program is wrong
    """A file that cannot be checked; prints as `PATH: REASON`.

    Attributes:
      path: The file.
      reason: What is wrong with it.
      line: The line that is wrong, from 1, or None.
    """

    def __init__(self, path: str, reason: str, line: int | None = None) -> None:
        """Takes what the attributes say."""
        super().__init__(path, reason, line)
        self.path = path
        self.reason = reason
        self.line = line

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.reason}"


@dataclass(frozen=True)
class Source:
    """The text of a module; of a notebook, that of its code cells below each other.

    Attributes:
      path: The file, as it was given.
      text: The text, without a byte order mark.
      encoding: In which it is written.
      is_notebook: Whether lines are those of cells.
      cells: Of each code cell its number in the notebook, from 1, and its first line in `text`.
      commands: Lines of `text` that are shell commands of a notebook -> the command.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    is_notebook: bool = False
    cells: tuple[tuple[int, int], ...] = ()
    commands: dict[int, str] = field(default_factory=dict)

    def place(self, line: int) -> tuple[int | None, int]:
        """Returns the cell, None outside of notebooks, and the line in it of a line of `text`."""
        if not self.is_notebook:
            return None, line
        number, start = max(
            (cell for cell in self.cells if cell[1] <= line), key=lambda cell: cell[1]
        )
        return number, line - start + 1

    def parse(self) -> tuple[ast.Module, int | None]:
        """Parses the text.

        Returns:
          The syntax tree, and of a source of Python 2 the line that Python 3 cannot parse; the tree
          has the lines of the text, but its columns only if the line is None.

        Raises:
          Unreadable: It is neither; or Python 2, where the package fissix is not installed.
        """
        flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT if self.is_notebook else 0
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on escapes such as "\d", which are not ours to judge
            try:
                return compile(self.text, self.path, "exec", flags | ast.PyCF_ONLY_AST, True), None
            except SyntaxError as error:
                problem = error
            except (RecursionError, MemoryError):
                raise Unreadable(self.path, "is nested too deeply to be parsed.") from None
            except ValueError as error:
                raise Unreadable(self.path, f"cannot be parsed: {error}.") from None
            if python2.is_available():
                try:
                    return python2.parse(self.text, self.path)[0], problem.lineno or 1
                except (SyntaxError, RecursionError):
                    pass  # what Python 3 says of it is said below
        cell, line = self.place(problem.lineno or 1)
        where = f"cell {cell}, line {line}" if cell else f"line {line}"
        reason = f"syntax error in {where}: {problem.msg}."
        if not python2.is_available() and python2.looks_like(problem):
            reason += f" It looks like Python 2, for which you have to {python2.TO_INSTALL}."
        raise Unreadable(self.path, reason, line)


def read(path: str) -> Source:
    """Reads a file.

    Args:
      path: A Python file, or a notebook if it ends in `.ipynb`.

    Raises:
      Unreadable: There is no such file, it is binary, its encoding is not what it says, or a
        notebook is none.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise Unreadable(path, f"cannot be read: {error.strerror or error}.") from None
    return read_bytes(data, path)


def read_bytes(data: bytes, path: str = "<stdin>") -> Source:
    """Makes a source of the bytes of a file; `read` says which errors are raised."""
    if path.endswith(".ipynb"):
        return _notebook(data, path)
    if b"\0" in data:
        raise Unreadable(path, "is binary, or in UTF-16; Python reads neither.")
    encoding = "utf-8"
    try:
        try:
            encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        except SyntaxError as error:
            data.decode("utf-8")  # what it says of that is clearer
            raise Unreadable(
                path, f"has a wrong encoding in its first lines: {error.msg}."
            ) from None
        text = data.decode(encoding)
    except LookupError as error:  # a codec such as rot13 is there, but not for text
        raise Unreadable(path, f"has a wrong encoding in its first lines: {error}.", 1) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            path,
            f"is not in {encoding}, which its first lines declare, or Python assumes: byte "
            f"0x{data[error.start]:02x} in line {line}.",
            line,
        ) from None
    return Source(path, text, encoding)


def find_files(paths: Iterable[str]) -> Iterator[str]:
    """Yields the files to check: those that are given, and the Python files of folders, sorted.

    Hidden folders, virtual environments and `__pycache__` are passed over.

    Raises:
      Unreadable: There is no such path.
    """
    for path in paths:
        if os.path.isdir(path):
            yield from _of_folder(path)
        elif os.path.lexists(path):
            yield path
        else:
            raise Unreadable(path, "there is no such file or folder.")


def _of_folder(folder: str) -> Iterator[str]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in ("__pycache__", "node_modules")
            and not os.path.exists(os.path.join(where, name, "pyvenv.cfg"))
        )
        yield from (os.path.join(where, file) for file in sorted(files) if file.endswith(_SUFFIXES))


def _notebook(data: bytes, path: str) -> Source:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Unreadable(path, "is no notebook: it is not in UTF-8.") from None
    except (ValueError, RecursionError) as error:
        raise Unreadable(path, f"is no notebook: it is no JSON ({error}).") from None
    cells = _cells(found)
    if cells is None:
        raise Unreadable(path, "is no notebook: it has no list of cells.")
    lines: list[str] = []
    starts: list[tuple[int, int]] = []
    commands: dict[int, str] = {}
    for number, cell in enumerate(cells, 1):
        if cell.get("cell_type") != "code":
            continue
        text = cell.get("source", cell.get("input", ""))
        if isinstance(text, list) and all(isinstance(line, str) for line in text):
            text = "".join(text)
        if not isinstance(text, str):
            raise Unreadable(path, f"is no notebook: cell {number} has no text.")
        starts.append((number, len(lines) + 1))
        lines += _python_of_cell(text.split("\n"), len(lines) + 1, commands)
    text = "\n".join(lines) + "\n"
    return Source(path, text, "utf-8", True, tuple(starts), commands)


def _cells(notebook: object) -> list[dict[str, Any]] | None:
    """Returns the cells, of all sheets in the format before version 4; None if there are none."""
    sheets: Any = [notebook]
    if isinstance(notebook, dict) and notebook.get("cells") is None:
        sheets = notebook.get("worksheets")
    if not isinstance(sheets, list) or not all(isinstance(sheet, dict) for sheet in sheets):
        return None
    lists = [sheet.get("cells", []) for sheet in sheets]
    if not all(isinstance(cells, list) for cells in lists):
        return None
    found = [cell for cells in lists for cell in cells]
    return found if all(isinstance(cell, dict) for cell in found) else None


def _python_of_cell(lines: list[str], start: int, commands: dict[int, str]) -> list[str]:
    """Returns the lines of a cell, those that are no Python made ones that do nothing."""
    first = next((line for line in lines if line.strip()), "")
    if first.startswith("%%") and first[2:].split(" ")[0].strip() not in _PYTHON_CELLS:
        return ["#" for _ in lines]
    found: list[str] = []
    in_command = False
    for line in lines:
        assigned = _ASSIGNED_MAGIC.match(line)
        if in_command:
            found.append("#")
        elif assigned:
            found.append(assigned[1] + "None")
        elif _MAGIC.match(line) and not _is_continued(found):
            found.append(line[: len(line) - len(line.lstrip())] + "pass")
        else:
            found.append(line)
            continue
        command = assigned[2] if assigned else line.strip()
        if command.startswith("!"):
            commands[start + len(found) - 1] = command[1:]
        in_command = line.endswith("\\")
    return found


def _is_continued(lines: list[str]) -> bool:
    """Says whether `% b` in the next line goes on with an expression."""
    text = "\n".join(lines)
    opened = sum(text.count(bracket) for bracket in "([{")
    return opened > sum(text.count(bracket) for bracket in ")]}") or text.endswith("\\")
