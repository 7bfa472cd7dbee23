"""This package against what TF 1.15.5 did, case by case."""

from __future__ import annotations

import functools
from fnmatch import fnmatchcase
from typing import Any

import pytest

from . import compare
from .cases import CASES
from .differences import DIFFERENCES
from .harness import observe

_golden = functools.lru_cache(maxsize=None)(compare.load_golden)

ALL = [(group, name) for group, cases in CASES.items() for name in cases]


def _rows(group: str, name: str) -> list[tuple[str, str, str, str]]:
    return [row for row in DIFFERENCES if row[0] == group and fnmatchcase(name, row[1])]


def _found(group: str, name: str) -> list[tuple[str, Any, Any]]:
    return compare.differences(_golden(group)[name], observe(CASES[group][name]))


@pytest.mark.parametrize("group", sorted(CASES))
def test_golden_has_exactly_the_cases(group: str) -> None:
    """The golden file of a group holds its cases, no more and no fewer."""
    assert sorted(_golden(group)) == sorted(CASES[group])


@pytest.mark.parametrize(("group", "name"), ALL, ids=["%s/%s" % case for case in ALL])
def test_case(group: str, name: str) -> None:
    """A case gives what TF 1.15.5 gave, and differs exactly where the table says so."""
    found = _found(group, name)
    rows = _rows(group, name)
    unexpected = [d for d in found if not any(fnmatchcase(d[0], row[2]) for row in rows)]
    report = "\n".join("%s: TF 1.15.5 %r, here %r" % d for d in unexpected)
    assert not unexpected, report
    stale = [row for row in rows if not any(fnmatchcase(d[0], row[2]) for d in found)]
    assert not stale, "no longer differs: %r" % (stale,)


@pytest.mark.parametrize("row", DIFFERENCES, ids=lambda row: "%s/%s/%s" % row[:3])
def test_differences_name_cases(row: tuple[str, str, str, str]) -> None:
    """Each deliberate difference names cases that exist."""
    assert any(fnmatchcase(name, row[1]) for name in CASES[row[0]])
