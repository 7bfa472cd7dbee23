"""The tables of the pages: by kind and who changes it, by package, by file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tf_spec_compat.migrate.finding import kind_of
from tf_spec_compat.migrate.report.results import USES, FileResult, Summary
from tf_spec_compat.migrate.rules import RULES

__all__ = ["WORK", "by_code", "by_file", "by_kind", "by_package"]

# Who changes a use -> how the pages head that column.
WORK = {
    "safe": "safe fixer",
    "unsafe": "fixer to review",
    "hand": "by hand",
    "none": "nothing to do",
}


def by_kind(summary: Summary) -> list[tuple[str, list[int]]]:
    """Returns each kind of use with its number, its files, and who changes how many (`WORK`)."""
    return [
        (
            kind,
            [
                summary.kinds[kind],
                summary.within[kind],
                *(summary.work[kind, work] for work in WORK),
            ],
        )
        for kind in summary.ordered(USES)
    ]


def by_package(summary: Summary) -> list[tuple[str, list[int]]]:
    """Returns each package with its uses in all and by kind, the most used first."""
    totals: Counter[str] = Counter()
    for (package, _), number in summary.packages.items():
        totals[package] += number
    kinds = summary.ordered(USES)
    return [
        (package, [total, *(summary.packages[package, kind] for kind in kinds)])
        for package, total in sorted(totals.items(), key=lambda row: (-row[1], row[0]))
    ]


def by_file(summary: Summary, files: Sequence[FileResult]) -> list[tuple[FileResult, list[int]]]:
    """Returns each file that has findings with its uses in all and by kind."""
    kinds = summary.ordered(USES)
    rows = []
    for file in files:
        numbers = Counter(
            item.finding.kind for item in file.items if not item.known and item.finding.kind in USES
        )
        if any(not item.known for item in file.items):
            rows.append((file, [sum(numbers.values()), *(numbers[kind] for kind in kinds)]))
    return rows


def by_code(summary: Summary, structures: bool) -> list[tuple[str, str, int]]:
    """Returns the codes of uses, or those of structures, with title and number."""
    return [
        (code, RULES[code].title, number)
        for code, number in sorted(summary.codes.items())
        if (kind_of(code) not in USES) == structures
    ]
