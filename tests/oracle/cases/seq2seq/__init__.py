"""Decoders, helpers, attention, beam search, and the losses and models of both seq2seq packages."""

from tests.oracle.group import Group

# Networks add up roundings.
_NETWORKS = (("*/gradients*", (1e-3, 1e-3)), ("*", (1e-5, 2e-5)))


def _group(module):
    return Group(module, tolerance=_NETWORKS, tf1_graphs=True)


GROUPS = {
    name: _group(name)
    for name in ("attention", "beams", "decoding", "helpers", "legacy", "losses", "wrapper")
}
