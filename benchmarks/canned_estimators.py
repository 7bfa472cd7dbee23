"""Graphs and steps per second of the canned estimators against `tf.estimator`'s own.

The same data, columns and layers for each: sixteen numbers, and words hashed to a thousand ids,
embedded for the networks; three classes, batches of 64. They train in turns of 100 steps.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from benchmarks import canned_data as data
from benchmarks import net, training
from benchmarks.lockstep import command, lockstep
from benchmarks.measure import Row, count_row, rate_row
from tf_spec_compat._tf import estimator, tf, tf1

tf1.logging.set_verbosity(tf1.logging.ERROR)

_KINDS = {"dnn": "DNNClassifier", "linear": "LinearClassifier", "both": "DNNLinearCombined..."}
_ROUNDS = 20


def run(tf1_python: str | None = None) -> Iterator[Row]:
    """Compares each; given a Python with TensorFlow 1.15, with contrib's own too."""
    for kind, name in _KINDS.items():
        for mode in net.MODES:
            counts = (_count(make(kind), mode) for make in (_legacy, _core))
            yield count_row(f"{name}, graph, {mode}", *counts, limit=1.0)
    for kind, name in _KINDS.items():
        commands = [command(__name__, f"{kind}_{side}") for side in ("legacy", "core")]
        if tf1_python:
            commands.append(command("benchmarks.original_canned", kind, python=tf1_python))
        ours, core, *original = lockstep(_ROUNDS, *commands)
        yield rate_row(f"{name}, steps; tf.estimator's", training.STEPS, ours, core, limit=1.0)
        for seconds in original:
            yield rate_row(f"{name}, steps; contrib's under 1.15", training.STEPS, ours, seconds)


def _legacy(kind: str) -> Callable[..., Any]:
    from tf_spec_compat.contrib import layers, learn

    numbers = layers.real_valued_column("numbers", data.NUMBERS)
    words = layers.sparse_column_with_hash_bucket("words", data.BUCKETS)
    return _make(kind, learn, numbers, words, layers.embedding_column(words, 8))


def _core(kind: str) -> Callable[..., Any]:
    columns = tf1.feature_column
    numbers = columns.numeric_column("numbers", data.NUMBERS)
    words = columns.categorical_column_with_hash_bucket("words", data.BUCKETS)
    return _make(kind, estimator, numbers, words, columns.embedding_column(words, 8))


def _make(kind: str, module: Any, numbers: Any, words: Any, embedded: Any) -> Callable[..., Any]:
    wide, deep = [numbers, words], [numbers, embedded]
    if kind == "dnn":
        return partial(module.DNNClassifier, data.HIDDEN, deep, n_classes=data.CLASSES)
    if kind == "linear":
        return partial(module.LinearClassifier, wide, n_classes=data.CLASSES)
    return partial(
        module.DNNLinearCombinedClassifier,
        linear_feature_columns=wide,
        dnn_feature_columns=deep,
        dnn_hidden_units=data.HIDDEN,
        n_classes=data.CLASSES,
    )


def _count(make: Callable[..., Any], mode: str) -> int:
    """Counts the nodes that the model_fn adds to fed features and labels."""
    with tempfile.TemporaryDirectory() as folder, tf.Graph().as_default():
        tf1.train.create_global_step()
        features = {
            "numbers": tf1.placeholder(tf.float32, [None, data.NUMBERS]),
            "words": tf1.sparse_placeholder(tf.string, [None, None]),
        }
        labels = None if mode == "infer" else tf1.placeholder(tf.int64, [None, 1])
        before = net.node_count()
        made = make(model_dir=folder)
        made._call_model_fn(features, labels, mode, config=made.config)
        return net.node_count() - before


def _train(make: Callable[..., Any], turn: Callable[[], bool]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        hooks = [training.Pacer(turn)]
        made = make(model_dir=folder)
        if isinstance(made, estimator.Estimator):
            made.train(data.sparse_dataset, hooks=hooks)
        else:
            made.fit(input_fn=data.sparse_dataset, monitors=hooks)


def dnn_legacy(turn: Callable[[], bool]) -> None:
    _train(_legacy("dnn"), turn)


def dnn_core(turn: Callable[[], bool]) -> None:
    _train(_core("dnn"), turn)


def linear_legacy(turn: Callable[[], bool]) -> None:
    _train(_legacy("linear"), turn)


def linear_core(turn: Callable[[], bool]) -> None:
    _train(_core("linear"), turn)


def both_legacy(turn: Callable[[], bool]) -> None:
    _train(_legacy("both"), turn)


def both_core(turn: Callable[[], bool]) -> None:
    _train(_core("both"), turn)
