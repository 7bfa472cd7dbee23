"""The names of contrib's modules and their arguments; they are compared by tests of their own."""

from tests.oracle.group import Group

GROUPS = {name: Group(name) for name in ("layers", "learn", "packages")}
