"""`learn.utils`, `Experiment` and `learn_runner` against what TF 1.15.5 did."""

from __future__ import annotations

import functools

import pytest

from . import compare
from .experiment_cases import CASES
from .harness import observe

_golden = functools.lru_cache(maxsize=None)(compare.load_golden)

ALL = [(group, name) for group, cases in CASES.items() for name in cases]


@pytest.mark.parametrize("group", sorted(CASES))
def test_golden_has_exactly_the_cases(group: str) -> None:
    """The golden file of a group holds its cases, no more and no fewer."""
    assert sorted(_golden(group)) == sorted(CASES[group])


@pytest.mark.parametrize(("group", "name"), ALL, ids=["%s/%s" % case for case in ALL])
def test_case(group: str, name: str) -> None:
    """A case gives what TF 1.15.5 gave, down to the class of the exception."""
    found = compare.differences(_golden(group)[name], observe(CASES[group][name]))
    assert not found, "\n".join("%s: TF 1.15.5 %r, here %r" % d for d in found)
