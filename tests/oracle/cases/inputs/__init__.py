"""Readers, generators and queues of examples, data sets, and processors of text."""

from tests.oracle.compare import EXACT
from tests.oracle.group import Group

GROUPS = {
    "datasets": Group("datasets", tolerance=(("*", (1e-12, 1e-12)),)),
    "learn_io": Group("learn_io", tolerance=EXACT, pandas=("*pandas*",)),
    "preprocessing": Group("preprocessing", tolerance=EXACT),
}
