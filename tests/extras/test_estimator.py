"""`contrib.estimator` gives TF 1.15.5's predictions, metrics, losses, steps and errors."""

import pytest

from tests.oracle import package_cases
from tests.oracle.package_compare import check, recorded
from tests.oracle.package_deep import tf1_graphs
from tf_spec_compat._tf import legacy_keras_problem

RECORDED = recorded("estimator")


@pytest.fixture(scope="module")
def observed():
    """What it does here in each case, with TF1's variables and conditions."""
    with tf1_graphs():
        return package_cases.observe("estimator")


@pytest.mark.parametrize("title", sorted(RECORDED))
def test_agrees_with_the_original(title, observed):
    """Predictions, metrics, variables, files, and types and words of errors are TF 1.15.5's."""
    if title == "logits" and legacy_keras_problem():
        assert "This needs Keras 2" in observed[title]["message"]  # tf.estimator's linear model
        return
    expected = RECORDED[title]
    check(expected, observed[title])
    if "error" in expected and title.startswith("forward") and "ValueError" in expected["error"]:
        assert expected["message"][:60] in observed[title]["message"]


def test_every_case_is_recorded(observed):
    """No case was lost or added since the recording."""
    assert set(observed) == set(RECORDED)
