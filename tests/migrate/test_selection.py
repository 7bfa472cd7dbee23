"""Kinds, targets, `--select` and `--ignore`."""

import pytest

from tf_spec_compat.migrate.finding import KINDS
from tf_spec_compat.migrate.rules import RULES
from tf_spec_compat.migrate.selection import (
    ORDER,
    POLICIES,
    Selection,
    failing_kinds,
    matches,
    split,
)


def test_every_kind_has_its_place():
    """The order has all kinds once, and every target fails at one of them."""
    assert sorted(ORDER) == sorted(KINDS.values())
    assert all(target.fail_on in ORDER for target in POLICIES.values())


@pytest.mark.parametrize(
    ("select", "ignore", "reported"),
    [
        ([], [], {"G501", "L702", "L703", "R101"}),
        (["gone"], [], {"G501"}),
        (["L"], ["L703"], {"L702"}),
        (["L703"], ["L"], {"L703"}),
        ([], ["library", "R"], {"G501"}),
        (["g5", "l702"], [], {"G501", "L702"}),
        (["L703"], ["L703"], set()),
        (["all"], ["L7"], {"G501", "R101"}),
    ],
)
def test_selection(select, ignore, reported):
    """The longer of two names wins, and what is ignored of two that are as long."""
    selection = Selection(select, ignore)
    assert {code for code in ("G501", "L702", "L703", "R101") if code in selection} == reported


@pytest.mark.parametrize("pattern", ["X", "G9", "gon", "", "R1011"])
def test_unknown_code(pattern):
    """What is no code, no beginning of one and no kind is refused with those that exist."""
    with pytest.raises(ValueError, match=r"no code or kind .*kinds are gone, tf215"):
        Selection([pattern])


def test_every_code_can_be_selected():
    """Each code, in any case, stands for itself, and each kind for its letter."""
    assert all(matches(code.lower()) == code for code in RULES)
    assert {matches(kind) for kind in ORDER} == set(KINDS)


def test_levels():
    """A level is a kind and those that hold up more."""
    assert failing_kinds("gone") == {"gone"}
    assert failing_kinds("structure") == set(ORDER)
    with pytest.raises(ValueError, match="no kind 'bad'"):
        failing_kinds("bad")


def test_split():
    """Lists are split at commas and spaces."""
    assert split("G, R101,L7  D") == ["G", "R101", "L7", "D"]
