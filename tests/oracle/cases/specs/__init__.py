"""The fields of the two real specs."""

from tests.oracle.compare import EXACT
from tests.oracle.group import Group

GROUPS = {"spec_fields": Group("spec_fields", tolerance=EXACT)}
