"""K-means, SVM, SDCA, debug and logistic estimators against what TF 1.15.5 did."""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest

from tf_spec_compat._tf import tf1

from . import compare
from .further_cases import CASES
from .further_facts import apart
from .harness import observe
from .test_life_cycle import _mended

GOLDEN = compare.load_golden("further")

_COND = "tf.cond of TF2 leaves no collection of contexts."

# Cases whose figures have two digits; those of the others have three or all.
_COARSE = ("debug", "svm", "sdca_linear", "sdca_logistic", "sdca_regression")

# Case, pattern of paths, reason. Every row must apply.
DIFFERENCES = (("kmeans", "export/collections", _COND),)


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
    found = apart(found, 2 if name.startswith(_COARSE) else 3)
    rows = [row for row in DIFFERENCES if row[0] == name]
    unexpected = [d for d in found if not any(fnmatchcase(d[0], row[1]) for row in rows)]
    assert not unexpected, "\n".join("%s: TF 1.15.5 %r, here %r" % d for d in unexpected)
    stale = [row for row in rows if not any(fnmatchcase(d[0], row[1]) for d in found)]
    assert not stale, f"no longer differs: {stale!r}"
