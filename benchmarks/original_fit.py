"""contrib's own `fit`, to be run under TensorFlow 1.15 and its Python 3.7."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import Any

import tensorflow.compat.v1 as tf1
from tensorflow.contrib import learn

from benchmarks import training

tf1.logging.set_verbosity(tf1.logging.ERROR)


def _input_fn() -> Any:
    return tf1.data.make_one_shot_iterator(training.dataset()).get_next()


def fit(turn: Callable[[], bool]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        config = learn.RunConfig(tf_random_seed=1)
        estimator = learn.Estimator(training.legacy_model_fn, folder, config)
        estimator.fit(input_fn=_input_fn, monitors=[training.Pacer(turn)])
