"""`tf.contrib.sparsemax`, values and gradients."""

import numpy as np

from tests.oracle.legacy import contrib, tf
from tests.oracle.observe import run

_LOGITS = np.random.RandomState(0).randn(3, 5).astype(np.float32)
_LABELS = np.eye(5, dtype=np.float32)[[0, 2, 1]]
_EDGES = [
    [np.inf, 1.0, 2.0],
    [np.nan, 1.0, 2.0],
    [-np.inf, 1.0, 2.0],
    [-np.inf, -np.inf, -np.inf],
    [1e6, 1e6 + 0.5, 0.0],
]


def _loss(logits, labels):
    return contrib.sparsemax.sparsemax_loss(logits, contrib.sparsemax.sparsemax(logits), labels)


def _probabilities():
    logits = tf.constant(_LOGITS)
    result = contrib.sparsemax.sparsemax(logits)
    return run([result, tf.gradients(result * _LABELS, logits)[0]])


def _losses():
    logits = tf.constant(_LOGITS)
    result = _loss(logits, _LABELS)
    return run([result, tf.gradients(result, logits)[0]])


CASES = {
    "probabilities": _probabilities,
    "float64": lambda: run(contrib.sparsemax.sparsemax(_LOGITS.astype(np.float64))),
    "edges": lambda: run(contrib.sparsemax.sparsemax(tf.constant(_EDGES, tf.float32))),
    "losses": _losses,
    "losses of edges": lambda: run(
        _loss(tf.constant(_EDGES[:3], tf.float32), np.eye(3, dtype=np.float32))
    ),
}
