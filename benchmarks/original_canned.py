"""contrib's own canned estimators, to be run under TensorFlow 1.15 and its Python 3.7."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import Any

import tensorflow.compat.v1 as tf1
from tensorflow.contrib import layers, learn

from benchmarks import canned_data as data
from benchmarks import training

tf1.logging.set_verbosity(tf1.logging.ERROR)


def _train(turn: Callable[[], bool], cls: Any, **options: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = cls(model_dir=folder, n_classes=data.CLASSES, **options)
        made.fit(input_fn=data.tensors, monitors=[training.Pacer(turn)])


def _columns() -> tuple[list[Any], list[Any]]:
    numbers = layers.real_valued_column("numbers", data.NUMBERS)
    words = layers.sparse_column_with_hash_bucket("words", data.BUCKETS)
    return [numbers, words], [numbers, layers.embedding_column(words, 8)]


def dnn(turn: Callable[[], bool]) -> None:
    _, deep = _columns()
    _train(turn, learn.DNNClassifier, hidden_units=data.HIDDEN, feature_columns=deep)


def linear(turn: Callable[[], bool]) -> None:
    wide, _ = _columns()
    _train(turn, learn.LinearClassifier, feature_columns=wide)


def both(turn: Callable[[], bool]) -> None:
    wide, deep = _columns()
    _train(
        turn,
        learn.DNNLinearCombinedClassifier,
        linear_feature_columns=wide,
        dnn_feature_columns=deep,
        dnn_hidden_units=data.HIDDEN,
    )
