"""RNN cells, their wrappers, and the functions that run them."""

from tests.oracle.group import Group

# Networks add up roundings.
_CELLS = (("*/gradients*", (1e-3, 1e-3)), ("*", (1e-5, 1e-5)))

GROUPS = {
    "cells": Group("cells", tolerance=_CELLS, tf1_graphs=True),
    "rnn": Group("rnn", tolerance=_CELLS, tf1_graphs=True),
    "refused": Group("refused", tf1_graphs=True),
    "unlisted": Group("unlisted", tolerance=_CELLS, tf1_graphs=True),
}
