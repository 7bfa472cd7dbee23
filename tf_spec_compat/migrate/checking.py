"""Checks files: what `classify` finds, less what comments leave out, with the lines of source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tf_spec_compat.migrate import classify, sources
from tf_spec_compat.migrate.comments import Ignores
from tf_spec_compat.migrate.finding import Finding
from tf_spec_compat.migrate.project import Project
from tf_spec_compat.migrate.report.results import FileResult, Item
from tf_spec_compat.migrate.selection import Selection
from tf_spec_compat.migrate.target import Target

__all__ = ["check", "check_text", "selected"]


def check(
    paths: Iterable[str], target: Target, jobs: int | None, is_left_out: Callable[[str], bool]
) -> Iterator[FileResult]:
    """Checks files and folders, and yields what came of each file, in the order of the paths.

    Args:
      paths: Files and folders.
      target: Where the program is to go.
      jobs: How many processes; None for one a processor.
      is_left_out: Says of a file whether it is not to be read.
    """
    for path, found, problem in classify.check_paths(list(paths), target, jobs, is_left_out):
        if problem is not None:
            yield FileResult(path, problem=problem.reason)
        elif found:
            yield _result(sources.read(path), found)
        else:
            yield FileResult(path)


def check_text(data: bytes, path: str, target: Target) -> FileResult:
    """Checks what standard input gave, under the name `path`."""
    try:
        source = sources.read_bytes(data, path)
        return _result(source, classify.check_source(source, Project(), target))
    except sources.Unreadable as error:
        return FileResult(path, problem=error.reason)


def selected(files: Iterable[FileResult], selection: Selection) -> Iterator[FileResult]:
    """Yields the files with those findings only that are selected."""
    for file in files:
        items = tuple(item for item in file.items if item.finding.code in selection)
        yield replace(file, items=items)


def _result(source: sources.Source, found: Iterable[Finding]) -> FileResult:
    """Returns the result of a file that could be checked."""
    ignores = Ignores(source.text)
    lines = source.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts = dict(source.cells)
    items = []
    ignored = 0
    for finding in found:
        before = starts[finding.cell] - 1 if finding.cell is not None else 0
        if ignores.covers(finding.code, before + finding.line, before + finding.end_line):
            ignored += 1
        else:
            items.append(Item(finding, lines[before + finding.line - 1]))
    notes = []
    for number, what in ignores.problems:
        cell, line = source.place(number)
        notes.append(f"{line}: {what}" if cell is None else f"cell {cell}:{line}: {what}")
    return FileResult(source.path, tuple(items), ignored, notes=tuple(notes))
