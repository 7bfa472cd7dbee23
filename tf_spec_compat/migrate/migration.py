"""`Migration`: the files of a program before and after the fixers."""

from __future__ import annotations

import ast
import dataclasses
import difflib
import re
from collections.abc import Sequence

import libcst as cst

from tf_spec_compat.migrate import files
from tf_spec_compat.migrate.draft import Draft, Options
from tf_spec_compat.migrate.finding import Finding
from tf_spec_compat.migrate.fixing import Fixer, rewrite
from tf_spec_compat.migrate.leftovers import leftovers
from tf_spec_compat.migrate.notebooks import Notebook
from tf_spec_compat.migrate.program import Program

__all__ = ["Change", "Migration"]

# How the lines look in which Python 3 does not know Python 2.
_PYTHON2 = re.compile(
    r"^\s*print\s+[^\s(=]|\bprint\s*>>|^\s*except\s+[\w.()]+\s*,\s*\w+\s*:|^\s*raise\s+[\w.]+\s*,"
    r"|^\s*exec\s+[\"'\w]|<>|`[^`]+`|\b0[0-7]+\b|\b\d+[lL]\b|\bur[\"']"
)


class _Source:
    """A file that was read."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.text, self.encoding = files.read(path)
        self.notebook = Notebook(self.text, path) if path.endswith(".ipynb") else None
        self.module = self.text if self.notebook is None else self.notebook.module


@dataclasses.dataclass(frozen=True)
class Change:
    """What becomes of one file.

    Attributes:
      path: The file.
      before: Its module; of a notebook the cells together.
      after: The module after the fixers.
      applied: The fixers that changed something.
      text: The whole file after them.
      encoding: Of the file.
    """

    path: str
    before: str
    after: str
    applied: tuple[str, ...]
    text: str
    encoding: str

    @property
    def diff(self) -> str:
        """The change as `diff -u` shows it."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True),
            self.after.splitlines(keepends=True),
            self.path,
            self.path,
        )
        text = ""
        for line in lines:
            end = "" if line.endswith("\n") else "\n\\ No newline at end of file\n"
            text += line + end
        return text

    @property
    def left(self) -> Sequence[Finding]:
        """What a person has to do in the result."""
        return [*leftovers(self.after, self.path)]

    def write(self) -> None:
        """Replaces the file; an error leaves it as it was.

        Raises:
          OSError: It cannot be written.
        """
        files.replace(self.path, self.text, self.encoding)


class Migration:
    """Files that are migrated together.

    Attributes:
      problems: One line for each file that is not read, or is not Python 3; they stay as they are.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        """Reads all files.

        Args:
          paths: Files, notebooks and folders.

        Raises:
          UnreadableError: There is no such path, or it is no source.
        """
        self.problems: list[str] = []
        self._sources: list[_Source] = []
        used = {}
        for path in files.find(paths):
            try:
                source = _Source(path)
                ast.parse(source.module, path)
                draft = Draft(source.module, path)
            except files.UnreadableError as error:
                self.problems.append(str(error))
            except SyntaxError as error:
                self.problems.append(_unparsed(path, error))
            except cst.ParserSyntaxError as error:
                self.problems.append(f"{path}:{error.raw_line}: {error.message}")
            else:
                self._sources.append(source)
                used[path] = set(draft.analysis.names.values())
        texts = {source.path: source.module for source in self._sources}
        self._program = Program(texts, used)

    @property
    def has_entry_point(self) -> bool:
        """Whether a process starts with one of the files."""
        return any(self._program.is_entry_point(source.path) for source in self._sources)

    def changes(self, fixers: Sequence[Fixer], options: Options) -> list[Change]:
        """Returns what the fixers make of the files, those too that they leave alone.

        Args:
          fixers: What to apply.
          options: What to write; what depends on the file is filled in here.
        """
        found = []
        for source in self._sources:
            of_file = dataclasses.replace(
                options,
                is_entry_point=self._program.is_entry_point(source.path),
                needs_keras2=self._program.needs_keras2,
                first_party=self._program.first_party(source.path),
            )
            new = rewrite(source.module, fixers, source.path, of_file)
            ast.parse(new.text, source.path)
            text = new.text if source.notebook is None else source.text
            if source.notebook is not None and new.applied:
                text = source.notebook.with_module(new.text)
            found.append(
                Change(source.path, source.module, new.text, new.applied, text, source.encoding)
            )
        return found


def _unparsed(path: str, error: SyntaxError) -> str:
    line = f"{path}:{error.lineno or 1}:{error.offset or 1}: it is not Python 3: {error.msg}"
    if _PYTHON2.search(error.text or "") or "Missing parentheses" in error.msg:
        line += f"; it looks like Python 2: convert it first, `python -m fissix -w {path}`"
    return line
