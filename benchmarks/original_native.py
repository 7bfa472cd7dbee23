"""contrib's own `fit` of the models of `native`, to be run under TensorFlow 1.15, Python 3.7."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import Any

import tensorflow.compat.v1 as tf1
from tensorflow.contrib import learn

from benchmarks import native_models

tf1.logging.set_verbosity(tf1.logging.ERROR)


def fit(turn: Callable[[], bool], kind: str, batch: str) -> None:
    def input_fn() -> Any:
        data = native_models.dataset(kind, int(batch))
        return tf1.data.make_one_shot_iterator(data).get_next()

    with tempfile.TemporaryDirectory() as folder:
        config = learn.RunConfig(tf_random_seed=1)
        estimator = learn.Estimator(native_models.model_fn(kind), folder, config)
        estimator.fit(input_fn=input_fn, monitors=[native_models.Pacer(turn)])
