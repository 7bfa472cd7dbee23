"""Codes are stable, and each is explained."""

import re

import pytest

from tf_spec_compat.migrate.finding import KINDS, Finding, kind_of
from tf_spec_compat.migrate.rules import RULES


@pytest.mark.parametrize("code", RULES)
def test_each_code_is_explained(code):
    """A rule has a title and a text with an example that shows its code or its kind of target."""
    rule = RULES[code]
    assert re.fullmatch(r"[RDKVGULS]\d\d\d", code)
    assert rule.code == code
    assert rule.title == rule.title.strip() != ""
    assert rule.explanation.count("```") == 2
    assert rule.kind in KINDS.values()


def test_each_kind_has_codes():
    """No kind is without codes, and codes come in the order of their kinds."""
    assert list(dict.fromkeys(code[0] for code in RULES)) == list(KINDS)


def test_kind_of_no_code():
    """What is no code is refused with what a code looks like."""
    with pytest.raises(ValueError, match="'X1' is no code; codes begin with R, D"):
        kind_of("X1")
    assert Finding("G501", "a.py", 1, 1, 1, 2, "x", "y").kind == "gone"
