"""contrib.layers against what TF 1.15.5 did: layers, optimize_loss, target columns, bad input."""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest

from tf_spec_compat._tf import tf1

from . import compare
from .harness import observe
from .layers_cases import CASES
from .test_life_cycle import _mended

GOLDEN = compare.load_golden("layers")

# Case, pattern of paths, reason. Every row must apply.
_COND = "TF2's tf.cond names its output otherwise."
DIFFERENCES = (
    ("batch_norm/at_once_fed_*", "outputs//0", _COND),
    ("batch_norm/plain_fed_*", "outputs//0", _COND),
    ("scale_gradient", "outputs//0", "A function of its own name in 1.15, a custom gradient now."),
    ("utils", "outputs/smart/1/0", _COND),
    ("utils", "outputs/two/2/*", "The dimensions of a TF2 TensorShape are numbers."),
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
    stale = [row for row in rows if not any(fnmatchcase(d[0], row[1]) for d in found)]
    assert not stale, f"no longer differs: {stale!r}"
