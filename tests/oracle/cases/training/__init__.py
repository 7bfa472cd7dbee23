"""Monitors, and the functions that train and evaluate a graph."""

from tests.oracle.group import Group

_FIGURES = (("*", (1e-6, 1e-12)),)

GROUPS = {
    "graph_actions": Group("graph_actions", tolerance=_FIGURES),
    "monitors": Group("monitors", tolerance=_FIGURES),
    "refused": Group("refused"),
}
