"""`Experiment`, `learn_runner`, and export strategies with what serves them."""

from tests.oracle.group import Group

GROUPS = {name: Group(name) for name in ("calls", "runs", "utils")}
