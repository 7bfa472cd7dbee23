"""What the programs of `examples/legacy` print; their tests are in `tests/examples`."""

from tests.oracle.group import Group

GROUPS = {"programs": Group("programs")}
