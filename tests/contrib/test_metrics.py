"""`contrib.metrics` in graphs of TF2; the oracle compares it in graphs of TF1."""

import pytest

from tests.oracle.compare import differences
from tests.oracle.groups import GROUPS
from tests.oracle.observe import observe

GROUP = GROUPS["extras/metrics"]
RECORDED = GROUP.golden()


@pytest.mark.parametrize(
    "title", sorted(title for title, row in RECORDED.items() if "updates" in row)
)
def test_figures_in_tf2(title):
    """Figures and variables are the same with the variables and conditions of TF2."""
    expected, found = RECORDED[title], observe(GROUP.cases()[title])
    for key in ("fresh", "updates", "value"):
        assert not differences({key: expected[key]}, {key: found[key]})
    assert [row[:2] for row in found["variables"]] == [row[:2] for row in expected["variables"]]
