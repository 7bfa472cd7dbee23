"""The report as Markdown, for a comment on a change or the summary of a job."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

from tf_spec_compat.migrate.report import tables
from tf_spec_compat.migrate.report.results import USES, FileResult, Item, Summary, count, sentence
from tf_spec_compat.migrate.report.text import closing

__all__ = ["write"]

_PLACES = 200  # that are written out: a comment on GitHub has 65,536 characters at most
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def write(
    files: Iterable[FileResult], summary: Summary, stream: TextIO, colours: bool = False
) -> None:
    """Writes a page of tables, and the places file by file below it; see `report.Format`."""
    seen = list(files)
    first, *rest = closing(summary)
    verdict = next((line for line in rest if line.startswith("Failed")), "Passed.")
    stream.write(f"## What is left of TensorFlow 1\n\n{_escape(first)} **{_escape(verdict)}**\n\n")
    kinds = summary.ordered(USES)
    if kinds:
        rows = [[f"**{kind}**: {summary.words(kind)}", *ns] for kind, ns in tables.by_kind(summary)]
        _table(stream, ["Kind", "uses", "files", *tables.WORK.values()], rows)
        packages = [[f"`{name}`", *ns] for name, ns in tables.by_package(summary)]
        _table(stream, ["Package", "uses", *kinds], packages)
    structures = tables.by_code(summary, structures=True)
    if structures:
        rows = [[f"`{code}` {_escape(title)}", number] for code, title, number in structures]
        _table(stream, ["Structure", "places"], rows)
    for line in rest:
        if not line.startswith(("  ", "Failed")):
            stream.write(f"- {_escape(line)}\n")
    left = _PLACES
    for file in seen:
        listed = summary.listed(file)
        if listed and left > 0:
            heading = f"{html.escape(file.path)}: {count(len(listed), 'finding')}"
            stream.write(f"\n<details><summary>{heading}</summary>\n\n")
            stream.writelines(_place(item) for item in listed[:left])
            stream.write("\n</details>\n")
        left -= len(listed)
    if left < 0:
        stream.write(f"\n{count(-left, 'more finding')}: `--output-format text` lists all.\n")
    for path, why in summary.problems.items():
        stream.write(f"\nNot checked: {_escape(path)}: {_escape(why)}\n")


def _place(item: Item) -> str:
    finding = item.finding
    cell = f"cell {finding.cell}, " if finding.cell is not None else ""
    place = f"{cell}line {finding.line}"
    return f"- {place}: `{finding.code}` {_escape(sentence(finding))}\n"


def _table(stream: TextIO, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    stream.write(f"| {' | '.join(heads)} |\n| --- |{' ---: |' * (len(heads) - 1)}\n")
    for row in rows:
        cells = (f"{value:,}" if isinstance(value, int) else str(value) for value in row)
        stream.write(f"| {' | '.join(cells)} |\n")
    stream.write("\n")


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text.replace("\n", " "))
