"""`contrib.tpu` does what TF 1.15.5's did where there is no TPU."""

import pytest

from tests.oracle import package_cases
from tests.oracle.package_compare import check, recorded
from tests.oracle.package_deep import tf1_graphs

RECORDED = recorded("tpu")


@pytest.fixture(scope="module")
def observed():
    """What it does here in each case, with TF1's variables and conditions."""
    with tf1_graphs():
        return package_cases.observe("tpu")


@pytest.mark.parametrize("title", sorted(RECORDED))
def test_agrees_with_the_original(title, observed):
    """Predictions, metrics, operations, signatures and types of errors are TF 1.15.5's."""
    check(RECORDED[title], observed[title])


def test_every_case_is_recorded(observed):
    """No case was lost or added since the recording."""
    assert set(observed) == set(RECORDED)
