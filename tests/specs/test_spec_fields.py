"""The cases of the two specs' fields are complete; the oracle compares them with TF 1.15.5."""

from tests.oracle.cases.specs import spec_fields
from tests.oracle.groups import GROUPS

GOLDEN = GROUPS["specs/spec_fields"].golden()


def test_every_argument_has_its_cases():
    """Each documented argument of the two constructors is given good and bad values."""
    for kind, arguments in GOLDEN["signatures"].items():
        assert {name for name, _ in arguments} - {"cls"} == set(spec_fields.ARGUMENTS[kind])
