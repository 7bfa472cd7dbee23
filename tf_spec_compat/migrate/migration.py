"""`Migration`: the files of a program before and after the fixers."""

from __future__ import annotations

import dataclasses
import difflib
import os
from collections.abc import Iterable, Iterator, Sequence

import libcst as cst

from tf_spec_compat.migrate import files, sources
from tf_spec_compat.migrate.draft import Draft, Options
from tf_spec_compat.migrate.finding import Finding
from tf_spec_compat.migrate.fixing import Fixer, rewrite
from tf_spec_compat.migrate.leftovers import leftovers
from tf_spec_compat.migrate.notebooks import Notebook
from tf_spec_compat.migrate.program import Program
from tf_spec_compat.migrate.project import Project

__all__ = ["Change", "Migration"]


class _File:
    """A file that was read."""

    def __init__(self, path: str, project: Project) -> None:
        source = sources.read(path)
        _, line = source.parse()
        if line is not None:
            reason = "is Python 2; convert it first, with `python -m fissix -w` for example."
            raise sources.Unreadable(path, reason, line)
        self.path = path
        self.text, self.encoding = source.text, source.encoding
        self.notebook = None
        if source.is_notebook:
            with open(path, encoding="utf-8-sig", newline="") as file:
                self.text = file.read()
            self.notebook = Notebook(self.text, path)
        self.module = self.text if self.notebook is None else self.notebook.module
        try:
            draft = Draft(self.module, path, project=project)
        except cst.ParserSyntaxError as error:
            reason = f"cannot be parsed by LibCST: {error.message}."
            raise sources.Unreadable(path, reason, error.raw_line) from None
        self.used = set(draft.analysis.names.values())


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
      left: What a person has to do in the result.
    """

    path: str
    before: str
    after: str
    applied: tuple[str, ...]
    text: str
    encoding: str
    left: tuple[Finding, ...]

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
          Unreadable: There is no such path.
        """
        self.problems: list[str] = []
        self._project = Project()
        self._files: list[_File] = []
        for path in _once(sources.find_files(paths)):
            try:
                self._files.append(_File(path, self._project))
            except sources.Unreadable as error:
                self.problems.append(str(error))
        self._program = Program(
            {file.path: file.module for file in self._files},
            {file.path: file.used for file in self._files},
        )

    @property
    def has_entry_point(self) -> bool:
        """Whether a process starts with one of the files."""
        return any(self._program.is_entry_point(file.path) for file in self._files)

    def changes(self, fixers: Sequence[Fixer], options: Options) -> list[Change]:
        """Returns what the fixers make of the files, those too that they leave alone.

        Args:
          fixers: What to apply.
          options: What to write; what depends on the file is filled in here.
        """
        found = []
        for file in self._files:
            of_file = dataclasses.replace(
                options,
                is_entry_point=self._program.is_entry_point(file.path),
                needs_keras2=self._program.needs_keras2,
                first_party=self._program.first_party(file.path),
            )
            new = rewrite(file.module, fixers, file.path, of_file, self._project)
            try:
                left = tuple(leftovers(new.text, file.path, self._project))
            except SyntaxError as error:
                made = ", ".join(new.applied)
                self.problems.append(
                    f"{file.path}: left alone: {made} made of it what cannot be parsed ({error}); "
                    "please report it."
                )
                continue
            text = new.text if file.notebook is None else file.text
            if file.notebook is not None and new.applied:
                text = file.notebook.with_module(new.text)
            change = Change(
                file.path, file.module, new.text, new.applied, text, file.encoding, left
            )
            found.append(change)
        return found


def _once(paths: Iterable[str]) -> Iterator[str]:
    """Yields each file once, whichever names and links lead to it."""
    seen = set()
    for path in paths:
        real = os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            yield path
