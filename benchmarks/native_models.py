"""The models of the native benchmarks, and their data. Runs under TensorFlow 1.15 too.

A kind is `dense` (64-128-64-10, Adam), `deep` (24 layers of 64, Adam), or `sparse` (16 ids of
10,000, embedded in 32 dimensions; Adagrad). Their batches are ready in a cache, so that what is
compared is not `Dataset` with itself; `shuffled` is `dense` with batches that are drawn example by
example.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import tensorflow.compat.v1 as tf1

from benchmarks import net, training

STEPS = 1000  # In a stretch.
_DENSE = (64, 128, 64, net.CLASSES)
SIZES = {"dense": _DENSE, "shuffled": _DENSE, "deep": (64,) * 25 + (net.CLASSES,)}
IDS, WORDS, DIMENSIONS = 16, 10_000, 32
_ROWS = 4096


def dataset(kind: str, batch: int) -> Any:
    """An endless `Dataset` of features and labels."""
    x, labels = training.arrays()
    if kind == "sparse":
        x = np.random.RandomState(2).randint(WORDS, size=(_ROWS, IDS))
    examples = tf1.data.Dataset.from_tensor_slices((x, labels))
    if kind == "shuffled":
        return examples.shuffle(_ROWS, seed=1).repeat().batch(batch).prefetch(2)
    return examples.batch(batch).cache().repeat().prefetch(2)


def model_fn(kind: str) -> Callable[..., Any]:
    """Returns a model_fn for contrib: it gives `(predictions, loss, train_op)`."""

    def build(features: Any, labels: Any, mode: str) -> tuple[Any, Any, Any]:
        logits = _embedded(features) if kind == "sparse" else _layers(features, SIZES[kind])
        predictions = {"classes": tf1.argmax(logits, 1), "probabilities": tf1.nn.softmax(logits)}
        if mode == "infer":
            return predictions, None, None
        loss = tf1.losses.sparse_softmax_cross_entropy(labels, logits)
        optimizer = tf1.train.AdagradOptimizer(0.1) if kind == "sparse" else None
        optimizer = optimizer or tf1.train.AdamOptimizer()
        return predictions, loss, optimizer.minimize(loss, tf1.train.get_or_create_global_step())

    return build


def _layers(x: Any, sizes: tuple[int, ...]) -> Any:
    for layer, (size, width) in enumerate(zip(sizes, sizes[1:])):
        with tf1.variable_scope(f"layer_{layer}"):
            weights = tf1.get_variable("weights", [size, width])
            biases = tf1.get_variable("biases", [width], initializer=tf1.zeros_initializer())
            x = tf1.nn.xw_plus_b(x, weights, biases)
            if layer < len(sizes) - 2:
                x = tf1.nn.relu(x)
    return x


def _embedded(ids: Any) -> Any:
    table = tf1.get_variable("embeddings", [WORDS, DIMENSIONS])
    means = tf1.reduce_mean(tf1.nn.embedding_lookup(table, ids), 1)
    return _layers(means, (DIMENSIONS, net.CLASSES))


class Pacer(tf1.train.SessionRunHook):
    """Calls `turn` every `STEPS` steps, and stops when it returns False."""

    def __init__(self, turn: Callable[[], bool]) -> None:
        self._turn, self._done = turn, 0

    def after_run(self, run_context: Any, run_values: Any) -> None:
        self._done += 1
        if self._done % STEPS == 0 and not self._turn():
            run_context.request_stop()
