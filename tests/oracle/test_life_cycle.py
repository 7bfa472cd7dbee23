"""The life cycle of contrib's estimators against what TF 1.15.5 did."""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest

from tf_spec_compat._tf import tf1

from . import compare
from .harness import observe
from .life_cycle_cases import CASES

GOLDEN = compare.load_golden("life_cycle")

_INPUT = "An input_fn that returns a tensor gets a TypeError that says so, not one about iterating."
_LABELS = "Where labels are missing the feeder says so again; 1.15 went on past them."

# Case, pattern of paths, reason. Every row must apply.
DIFFERENCES = (
    ("bad", "no_pair/raised", _INPUT),
    ("feeders", "few_labels/*", _LABELS),
)


def _mended(golden: object, live: object) -> object:
    """Gives what is live, with the golden class of an error that derives from it."""
    if isinstance(live, dict):
        if list(live) == ["raised"] and isinstance(golden, dict):
            name = golden.get("raised")
            return {"raised": name if name in live["raised"] else live["raised"][0]}
        old = golden if isinstance(golden, dict) else {}
        return {key: _mended(old.get(key), value) for key, value in live.items()}
    if isinstance(live, list):
        old = (
            golden if isinstance(golden, list) and len(golden) == len(live) else [None] * len(live)
        )
        return [_mended(one, other) for one, other in zip(old, live)]
    return live


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
    rows = [row for row in DIFFERENCES if row[0] == name]
    unexpected = [d for d in found if not any(fnmatchcase(d[0], row[1]) for row in rows)]
    assert not unexpected, "\n".join("%s: TF 1.15.5 %r, here %r" % d for d in unexpected)
    stale = [row for row in rows if not any(fnmatchcase(d[0], row[1]) for d in found)]
    assert not stale, f"no longer differs: {stale!r}"
