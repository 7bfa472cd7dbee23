"""Each public name of `contrib.framework` does what TF 1.15.5's did."""

import pytest

from tests.oracle import package_cases
from tests.oracle.package_compare import check, recorded

PARTS = ("checkpoints", "framework", "framework_ops", "tensor_util")
RECORDED = {title: found for part in PARTS for title, found in recorded(part).items()}

# Cases in which this package differs on purpose -> why.
DIFFERENCES = {
    "assign_from_checkpoint_fn of other shape": "Saver does not check shapes of resource variables",
}


@pytest.fixture(scope="module")
def observed():
    """What happens here in each case."""
    return {t: found for part in PARTS for t, found in package_cases.observe(part).items()}


@pytest.mark.parametrize("title", sorted(RECORDED))
def test_agrees_with_the_original(title, observed):
    """Figures, names, shapes, and the types of errors are TF 1.15.5's."""
    if title in DIFFERENCES:
        with pytest.raises(AssertionError):
            check(RECORDED[title], observed[title])
    else:
        check(RECORDED[title], observed[title])


def test_every_case_is_recorded(observed):
    """No case was lost or added since the recording."""
    assert set(observed) == set(RECORDED)
