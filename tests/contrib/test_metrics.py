"""`contrib.metrics` gives TF 1.15.5's figures, names, variables and errors."""

import pytest

from tests.oracle import package_cases
from tests.oracle.package_compare import check, recorded
from tests.oracle.package_deep import tf1_graphs

RECORDED = recorded("metrics")


@pytest.fixture(scope="module")
def observed():
    """What the metrics do here in each case, with TF1's variables and conditions."""
    with tf1_graphs():
        return package_cases.observe("metrics")


@pytest.fixture(scope="module")
def observed_in_tf2():
    """What they do in a graph of TF2."""
    return package_cases.observe("metrics")


@pytest.mark.parametrize("title", sorted(RECORDED))
def test_agrees_with_the_original(title, observed):
    """Values, updates, variables, names of tensors and types of errors are TF 1.15.5's."""
    check(RECORDED[title], observed[title])


@pytest.mark.parametrize(
    "title", sorted(title for title, row in RECORDED.items() if "updates" in row)
)
def test_figures_in_tf2(title, observed_in_tf2):
    """Figures and variables are the same with the variables and conditions of TF2."""
    expected, found = RECORDED[title], observed_in_tf2[title]
    for key in ("fresh", "updates", "value"):
        check(expected[key], found[key])
    assert [row[:2] for row in found["variables"]] == [row[:2] for row in expected["variables"]]


def test_every_case_is_recorded(observed):
    """No case was lost or added since the recording."""
    assert set(observed) == set(RECORDED)
