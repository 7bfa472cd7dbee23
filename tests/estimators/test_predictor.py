"""Predictors beyond what the oracle's cases compare."""

import pytest

from tests.oracle.cases.extras.predictor import saved
from tf_spec_compat.contrib import predictor


def test_unknown_signature_is_named():
    """An unknown key raises; contrib made a predictor that gave nothing."""
    with pytest.raises(ValueError, match=r"no signature 'third'.*\['other', 'serving_default'\]"):
        predictor.from_saved_model(saved(), signature_def_key="third")
