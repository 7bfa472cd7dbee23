"""`contrib.losses` gives TF 1.15.5's figures, names of tensors and errors."""

import pytest

from tests.oracle import package_cases
from tests.oracle.package_compare import check, recorded

RECORDED = recorded("losses")


@pytest.fixture(scope="module")
def observed():
    """What the losses do here in each case."""
    return package_cases.observe("losses")


@pytest.mark.parametrize("title", sorted(RECORDED))
def test_agrees_with_the_original(title, observed):
    """Figures, names, collections and types of errors are TF 1.15.5's."""
    check(RECORDED[title], observed[title])


def test_every_case_is_recorded(observed):
    """No case was lost or added since the recording."""
    assert set(observed) == set(RECORDED)
