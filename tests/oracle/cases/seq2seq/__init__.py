"""Decoders, helpers, attention, beam search, and the losses and models of both seq2seq packages."""

from tests.oracle.group import Group

# Networks add up roundings.
_NETWORKS = (("*/gradients*", (1e-3, 1e-3)), ("*", (1e-5, 2e-5)))


def _ours(name, error):
    """Words count where contrib itself raised the error, not an op under it."""
    return name.startswith("refused")


def _group(module):
    return Group(module, tolerance=_NETWORKS, words=_ours, tf1_graphs=True)


GROUPS = {
    name: _group(name)
    for name in ("attention", "beams", "decoding", "helpers", "legacy", "losses", "wrapper")
}
