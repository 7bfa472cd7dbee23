"""RNN estimators against what TF 1.15.5 did."""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest

from tf_spec_compat._tf import tf1

from . import compare
from .harness import observe
from .rnn_cases import CASES
from .test_life_cycle import _mended

GOLDEN = compare.load_golden("rnn")

_EXPORT = (
    "Classes that are numbers are exported as a prediction; contrib had no EstimatorSpec then."
)

# Pattern of cases, pattern of paths, reason. Every row must apply.
DIFFERENCES = (
    ("models/*", "errors/spec()", _EXPORT),
    ("models/*", "specs", _EXPORT),
)


def test_golden_has_exactly_the_cases() -> None:
    """The golden file holds the cases, no more and no fewer."""
    assert sorted(GOLDEN) == sorted(CASES)


@pytest.mark.parametrize("name", sorted(CASES))
def test_case(name: str) -> None:
    """A case gives what TF 1.15.5 gave, and differs exactly where the table says so."""
    before = tf1.logging.get_verbosity()
    tf1.logging.set_verbosity(tf1.logging.FATAL)
    try:
        live = observe(CASES[name])
    finally:
        tf1.logging.set_verbosity(before)
    found = compare.differences(GOLDEN[name], _mended(GOLDEN[name], live))
    rows = [row for row in DIFFERENCES if fnmatchcase(name, row[0])]
    unexpected = [d for d in found if not any(fnmatchcase(d[0], row[1]) for row in rows)]
    assert not unexpected, "\n".join("%s: TF 1.15.5 %r, here %r" % d for d in unexpected)
    if name.startswith("models/classes/single") and not name.endswith("/2"):
        assert {row[1] for row in rows} == {d[0] for d in found}
