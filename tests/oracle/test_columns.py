"""Feature columns against what TF 1.15.5 made of them."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Any

import pytest

from tf_spec_compat._tf import tf1

from . import compare
from .columns_cases import CASES

GOLDEN = compare.load_golden("columns")

# Case, pattern of paths, reason. Every row must apply.
DIFFERENCES = (
    ("refused", "is/made/0/said", "Without columns the message is about columns, not ConcatV2."),
    ("refused", "is/made/6/said", "Without columns the message is about columns, not add_n."),
    (
        "refused_features",
        "is/made/[89]/said",
        "The message tells the column of the sparse numbers.",
    ),
    ("refused_features", "is/made/1[01]/said", "TensorFlow's own message has changed."),
    ("safe", "is/made/7/3/said", "The message tells the types, and not the tensors."),
)


def _mended(golden: Any, live: Any) -> Any:
    """Gives what is live, with golden messages where ours begin alike."""
    if isinstance(live, dict):
        if "said" in live and isinstance(golden, dict) and "said" in golden:
            same = live["said"].startswith(golden["said"].rstrip(".")[:55])
            return {**live, "said": golden["said"] if same else live["said"]}
        old = golden if isinstance(golden, dict) else {}
        return {key: _mended(old.get(key), value) for key, value in live.items()}
    if isinstance(live, (list, tuple)):
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
        live = CASES[name]()
    finally:
        tf1.logging.set_verbosity(before)
    found = compare.differences({"is": GOLDEN[name]}, {"is": _mended(GOLDEN[name], live)})
    rows = [row for row in DIFFERENCES if row[0] == name]
    unexpected = [d for d in found if not any(fnmatchcase(d[0], row[1]) for row in rows)]
    assert not unexpected, "\n".join("%s: TF 1.15.5 %r, here %r" % d for d in unexpected)
    stale = [row for row in rows if not any(fnmatchcase(d[0], row[1]) for d in found)]
    assert not stale, f"no longer differs: {stale!r}"
