"""The report as one page without network or scripts, for the person who decides."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TextIO

from tf_spec_compat.migrate.report import tables
from tf_spec_compat.migrate.report.excerpt import excerpt
from tf_spec_compat.migrate.report.results import USES, FileResult, Item, Summary, count
from tf_spec_compat.migrate.report.text import closing

__all__ = ["write"]

_OPEN = 20  # files that are shown with their places at once; more of them are folded
_TITLE = "What is left of TensorFlow 1"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write(
    files: Iterable[FileResult], summary: Summary, stream: TextIO, colours: bool = False
) -> None:
    """Writes the page; see `report.Format`."""
    seen = list(files)
    stream.write(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{_TITLE}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n<main>\n"
    )
    figures = (_head, _kinds, _packages, _structures)
    for part in (*(figure(summary) for figure in figures), _files(summary, seen), _codes(summary)):
        stream.writelines(line + "\n" for line in part)
    stream.write(
        f'</main>\n<footer class="soft"><p>Made by tf-spec-compat {escape(summary.release)}, '
        f"<code>tf-spec-compat check --target {summary.target}</code>.</p></footer>\n"
        "</body>\n</html>\n"
    )


def _style() -> str:
    file = os.path.join(os.path.dirname(__file__), "page.css")
    style: str = __loader__.get_data(file).decode()  # type: ignore[name-defined]
    return style


def _head(summary: Summary) -> Iterator[str]:
    """Yields what the page is about, and the figures that matter."""
    total = sum(summary.kinds[kind] for kind in USES)
    first, *rest = closing(summary)
    yield f"<h1>{_TITLE}</h1>"
    yield f"<p>{escape(first)}</p>"
    for line in rest:
        if line.startswith("Failed"):
            yield f'<p class="verdict error">{escape(line)}</p>'
        elif not line.startswith(("  ", "tf-spec-compat migrate")):
            yield f"<p>{escape(line)}</p>"
    for path, why in summary.problems.items():
        yield f'<p class="error">Not checked: <code>{escape(path)}</code>: {escape(why)}</p>'
    if not total:
        yield "<p>There is nothing left to report.</p>"
        return
    work = {name: summary.done_by(name) for name in tables.WORK}
    texts = {
        "safe": "a fixer changes safely",
        "unsafe": "a fixer changes, to be reviewed",
        "hand": "a person has to change",
        "none": "need no change",
    }
    yield f'<ul class="figures"><li><b>{total:,}</b> uses in all</li>'
    yield from (f"<li><b>{work[name]:,}</b> {text}</li>" for name, text in texts.items())
    yield "</ul>"
    label = ", ".join(f"{work[name]:,} {text}" for name, text in texts.items())
    yield f'<div class="bar" role="img" aria-label="{label}">'
    for name, number in work.items():
        if number:
            yield f'<span class="{name}" style="flex:{number}"></span>'
    yield '</div><ul class="key">'
    for name, title in tables.WORK.items():
        share = f"{100 * work[name] / total:.0f} %"
        yield f'<li><i class="{name}"></i>{title}: {share}</li>'
    yield "</ul>"


def _kinds(summary: Summary) -> Iterator[str]:
    rows = [
        (f"<b>{kind}</b>: {escape(summary.words(kind))}", numbers)
        for kind, numbers in tables.by_kind(summary)
    ]
    yield from _table("By kind", ["Kind", "uses", "files", *tables.WORK.values()], rows)


def _packages(summary: Summary) -> Iterator[str]:
    rows = [
        (f"<code>{escape(name)}</code>", numbers) for name, numbers in tables.by_package(summary)
    ]
    yield from _table("By package", ["Package", "uses", *summary.ordered(USES)], rows)


def _structures(summary: Summary) -> Iterator[str]:
    """Yields what the program is made of, as far as a migration is about it."""
    rows = _named(tables.by_code(summary, structures=True))
    yield from _table("What is to be migrated", ["Structure", "places"], rows)


def _files(summary: Summary, files: Sequence[FileResult]) -> Iterator[str]:
    """Yields the table of the files, and their places below it."""
    found = tables.by_file(summary, files)
    rows = [
        (f'<a href="#file-{number}"><code>{escape(file.path)}</code></a>', numbers)
        for number, (file, numbers) in enumerate(found)
    ]
    yield from _table("By file", ["File", "uses", *summary.ordered(USES)], rows)
    if found:
        yield "<h2>File by file</h2>"
    for number, (file, (total, *_)) in enumerate(found):
        is_open = " open" if len(found) <= _OPEN else ""
        yield f'<details id="file-{number}"{is_open}>'
        yield f"<summary><code>{escape(file.path)}</code>: {count(total, 'use')}</summary>"
        for item in file.items:
            if not item.known:
                yield from _place(item, summary)
        yield "</details>"


def _place(item: Item, summary: Summary) -> Iterator[str]:
    finding = item.finding
    cell = f"cell {finding.cell}, " if finding.cell is not None else ""
    level = summary.level(finding)
    yield (
        f'<div class="place"><p>{cell}line {finding.line}: <b class="{level}">{finding.code} '
        f"{finding.kind}</b> {escape(finding.message)}</p>"
    )
    if item.text.strip():
        end = finding.end_column if finding.end_line == finding.line else None
        line, carets = excerpt(item.text, finding.column, end)
        yield f"<pre>{escape(line)}\n{carets}</pre>"
    if finding.advice:
        yield f"<p>{escape(finding.advice)}</p>"
    if finding.fixer is not None:
        unsafe = "" if finding.safe else " --unsafe-fixes"
        command = escape(f"tf-spec-compat migrate --only {finding.fixer}{unsafe}")
        yield f'<p class="soft">Changed by <code>{command}</code></p>'
    yield "</div>"


def _codes(summary: Summary) -> Iterator[str]:
    """Yields what the codes of the page mean."""
    rows = _named(tables.by_code(summary, structures=False))
    yield from _table("Codes", ["Code", "uses"], rows)


def _named(codes: Iterable[tuple[str, str, int]]) -> list[tuple[str, Sequence[int]]]:
    return [(f"<code>{code}</code> {escape(title)}", [number]) for code, title, number in codes]


def _table(
    title: str, heads: Sequence[str], rows: Sequence[tuple[str, Sequence[int]]]
) -> Iterator[str]:
    """Yields a section with a table; nothing if it has no rows."""
    if not rows:
        return
    yield f'<h2>{title}</h2>\n<div class="wide"><table>'
    columns = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    yield f"<thead><tr>{columns}</tr></thead>\n<tbody>"
    for name, numbers in rows:
        cells = "".join(
            f"<td>{number:,}</td>" if number else '<td class="zero">0</td>' for number in numbers
        )
        yield f'<tr><th scope="row">{name}</th>{cells}</tr>'
    yield "</tbody>\n</table></div>"
