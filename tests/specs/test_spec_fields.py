"""The arguments, defaults and errors of the two real specs, on every TensorFlow, are TF 1.15.5's.

And a `TPUEstimatorSpec` converts here to what it converted to there, where its class kept nothing.
"""

import json
from pathlib import Path

import pytest

from tests.specs import spec_fields_cases as cases
from tf_spec_compat.specs import to_estimator_spec

GOLDEN = json.loads(Path(__file__).with_name("golden_spec_fields.json").read_text())


def test_every_argument_has_its_cases():
    """Each documented argument of the two constructors is given good and bad values."""
    for kind, arguments in GOLDEN["signatures"].items():
        assert {name for name, _ in arguments} - {"cls"} == set(cases.ARGUMENTS[kind])
    assert set(GOLDEN) == {"signatures", *cases.names()}


def test_arguments_have_their_order_and_defaults():
    """Names, order and defaults of the arguments are those of 1.15.5."""
    assert cases.signatures() == GOLDEN["signatures"]


@pytest.mark.parametrize("name", [*cases.names()])
def test_values_are_taken_and_refused(name):
    """Each value leads to the same fields, or the same type of error."""
    assert json.loads(json.dumps(cases.run(name, to_estimator_spec))) == GOLDEN[name]
