"""The report to read: each place with its line of source, and a summary at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from tf_spec_compat.migrate.finding import kind_of
from tf_spec_compat.migrate.report import excerpt
from tf_spec_compat.migrate.report.results import FileResult, Item, Summary, count

__all__ = ["closing", "write"]

_COLOURS = {"error": "31", "warning": "33", "note": "36", "strong": "1", "faint": "2"}
_Paint = Callable[[str, str], str]


def write(
    files: Iterable[FileResult], summary: Summary, stream: TextIO, colours: bool = False
) -> None:
    """Writes the report, each file as soon as it is there; see `report.Format`."""

    def paint(text: str, colour: str) -> str:
        return f"\033[{_COLOURS[colour]}m{text}\033[0m" if colours else text

    for file in files:
        listed = summary.listed(file)
        if listed:
            stream.write(paint(f"{file.path}: {count(len(listed), 'finding')}", "strong") + "\n")
            for item in listed:
                stream.write("\n".join(_lines(item, summary, paint)) + "\n")
            stream.write("\n")
    for line in closing(summary):
        stream.write(line + "\n")


def _lines(item: Item, summary: Summary, paint: _Paint) -> list[str]:
    """Returns the lines of one finding."""
    finding = item.finding
    level = summary.level(finding)
    cell = f"cell {finding.cell}:" if finding.cell is not None else ""
    place = f"{finding.path}:{cell}{finding.line}:{finding.column}"
    lines = [f"{place}: {paint(finding.code, level)} [{finding.kind}] {finding.message}"]
    if item.text.strip():
        end = finding.end_column if finding.end_line == finding.line else None
        line, carets = excerpt.excerpt(item.text, finding.column, end)
        number = f"{finding.line:>5}"
        lines.append(f"{paint(number + ' |', 'faint')} {line}".rstrip())
        marks = carets.lstrip()
        indent = carets[: -len(marks)]
        lines.append(f"{paint('      |', 'faint')} {indent}{paint(marks, level)}")
    if finding.advice:
        lines.append(f"      = {finding.advice}")
    if finding.fixer is not None:
        unsafe = "" if finding.safe else " with --unsafe-fixes"
        lines.append(f"      = tf-spec-compat migrate --only {finding.fixer}{unsafe} does it")
    return lines


def closing(summary: Summary) -> list[str]:
    """Returns the summary at the end, as lines."""
    lines = [f"Checked {count(summary.files, 'file')} for {summary.title}."]
    kinds = summary.ordered()
    numbers = [f"{summary.kinds[kind]:,}" for kind in kinds]
    files = [f"in {count(summary.within[kind], 'file')}" for kind in kinds]
    for kind, number, where in zip(kinds, numbers, files):
        hidden = "" if _is_listed(kind, summary) else f" (--select {kind} lists them)"
        lines.append(
            f"  {kind:<9} {number:>{max(map(len, numbers))}} {where:<{max(map(len, files))}}  "
            f"{summary.words(kind)}{hidden}"
        )
    if summary.files and not kinds:
        lines.append(f"  Nothing {'new ' if summary.known else ''}to report.")
    safe, unsafe = summary.done_by("safe"), summary.done_by("unsafe")
    if safe or unsafe:
        more = f", and {unsafe:,} more with --unsafe-fixes" if unsafe else ""
        lines.append(f"tf-spec-compat migrate changes {safe:,} of them{more}.")
    if summary.ignored:
        lines.append(f"{count(summary.ignored, 'finding')} left out by `# tfsc: ignore` comments.")
    if summary.known:
        lines.append(f"{count(summary.known, 'finding')} in the baseline.")
    if summary.gone:
        lines.append(
            f"{count(summary.gone, 'finding')} of the baseline "
            f"{'is' if summary.gone == 1 else 'are'} gone; renew it with --write-baseline."
        )
    if summary.problems:
        lines.append(f"{count(len(summary.problems), 'file')} could not be checked.")
    if summary.failures:
        by = ", ".join(kind for kind in kinds if kind in summary.failing)
        lines.append(f"Failed: {count(summary.failures, 'finding')} of kind {by}.")
    return lines


def _is_listed(kind: str, summary: Summary) -> bool:
    return any(summary.lists(code) for code in summary.codes if kind_of(code) == kind)
