"""Predictors do what TF 1.15.5's did."""

import pytest

from tests.oracle import package_cases
from tests.oracle.package_compare import check, recorded
from tests.oracle.package_predictor import saved
from tf_spec_compat.contrib import predictor

RECORDED = recorded("predictor")


@pytest.fixture(scope="module")
def observed():
    """What happens here in each case."""
    return package_cases.observe("predictor")


@pytest.mark.parametrize("title", sorted(RECORDED))
def test_agrees_with_the_original(title, observed):
    """Inputs, outputs, results and the types of errors are TF 1.15.5's."""
    check(RECORDED[title], observed[title])


def test_every_case_is_recorded(observed):
    """No case was lost or added since the recording."""
    assert set(observed) == set(RECORDED)


def test_unknown_signature_is_named():
    """An unknown key raises; contrib made a predictor that gave nothing."""
    with pytest.raises(ValueError, match=r"no signature 'third'.*\['other', 'serving_default'\]"):
        predictor.from_saved_model(saved(), signature_def_key="third")
