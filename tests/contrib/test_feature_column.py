"""The columns of `contrib.feature_column` are TF 1.15.5's; its layer has advice."""

import pytest

from tests.oracle import package_cases
from tests.oracle.package_compare import check, recorded
from tf_spec_compat import names

RECORDED = recorded("feature_column")


@pytest.fixture(scope="module")
def observed():
    """What happens here in each case."""
    return package_cases.observe("feature_column")


@pytest.mark.parametrize("title", sorted(RECORDED))
def test_agrees_with_the_original(title, observed):
    """Parsing specs, sizes, names and the types of errors are TF 1.15.5's."""
    check(RECORDED[title], observed[title])


def test_the_layer_has_advice():
    """What Keras 2 has is said to be there, by both paths."""
    for path in ("feature_column", "feature_column.python.feature_column.sequence_feature_column"):
        text = names.advice(f"tensorflow.contrib.{path}.sequence_input_layer")
        assert "SequenceFeatures" in text
