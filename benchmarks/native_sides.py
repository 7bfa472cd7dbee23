"""The sides of the native benchmarks: each trains a model endlessly, 1,000 steps in a stretch.

All have the same net, optimizer and `Dataset`; see `native_models` for the kinds. Those that log
and write summaries do so every 100 steps, as by default.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from typing import Any

from benchmarks import native_models
from benchmarks.native_models import STEPS
from tf_spec_compat import native as runtime
from tf_spec_compat._tf import estimator, tf, tf1
from tf_spec_compat.contrib import learn

Turn = Callable[[], bool]
tf1.logging.set_verbosity(tf1.logging.ERROR)  # No advice in the midst of the table.


class _EndError(Exception):
    """There are no more turns."""


class _LogPacer(logging.Handler):
    """Calls `turn` at every line of the log that comes each `STEPS` steps."""

    def __init__(self, turn: Turn) -> None:
        super().__init__()
        self._turn, self._seen = turn, 0

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage().startswith("loss = "):
            self._seen += 1  # The first is that of the first step.
            if self._seen > 1 and (self._seen - 1) % (STEPS // 100) == 0 and not self._turn():
                raise _EndError


def model(kind: str, folder: str | None = None, **options: Any) -> runtime.Model:
    config = estimator.RunConfig(tf_random_seed=1, **options)
    return runtime.Model(native_models.model_fn(kind), config=config, model_dir=folder)


def core_estimator(kind: str, folder: str) -> Any:
    build = native_models.model_fn(kind)

    def core_fn(features: Any, labels: Any, mode: str) -> Any:
        predictions, loss, train_op = build(features, labels, mode)
        return estimator.EstimatorSpec(mode, predictions, loss, train_op)

    return estimator.Estimator(core_fn, folder, estimator.RunConfig(tf_random_seed=1))


def native(turn: Turn, kind: str, batch: str) -> None:
    """`native.Model.fit`: one call, which a line of the log tells how far it is."""
    logger = tf.get_logger()
    logger.handlers, logger.propagate = [_LogPacer(turn)], False
    logger.setLevel(logging.INFO)
    with tempfile.TemporaryDirectory() as folder:
        try:
            model(kind, folder).fit(native_models.dataset(kind, int(batch)))
        except _EndError:
            return


def own_loop(turn: Turn, kind: str, batch: str) -> None:
    """`native.Model.train_step` in a `tf.function`."""
    trained = model(kind)

    @tf.function
    def steps(iterator: Any) -> Any:
        loss = tf.constant(0.0)
        for _ in tf.range(STEPS):
            features, labels = next(iterator)
            loss = trained.train_step(features, labels)
        return loss

    iterator, going = iter(native_models.dataset(kind, int(batch))), True
    while going:
        float(steps(iterator))
        going = turn()


def train(turn: Turn, kind: str, batch: str) -> None:
    """`tf.estimator.Estimator.train`."""
    with tempfile.TemporaryDirectory() as folder:
        core_estimator(kind, folder).train(
            lambda: native_models.dataset(kind, int(batch)), hooks=[native_models.Pacer(turn)]
        )


def fit(turn: Turn, kind: str, batch: str) -> None:
    """`learn.Estimator.fit` of this package."""
    with tempfile.TemporaryDirectory() as folder:
        config = learn.RunConfig(tf_random_seed=1)
        legacy = learn.Estimator(native_models.model_fn(kind), folder, config)
        legacy.fit(
            input_fn=lambda: native_models.dataset(kind, int(batch)),
            monitors=[native_models.Pacer(turn)],
        )


def bare(turn: Turn, kind: str, batch: str) -> None:
    """`Session.make_callable`, called again and again."""
    with tf.Graph().as_default(), tf1.Session() as session:
        tf1.train.create_global_step()
        data = native_models.dataset(kind, int(batch))
        features, labels = tf1.data.make_one_shot_iterator(data).get_next()
        _, loss, train_op = native_models.model_fn(kind)(features, labels, "train")
        session.run(tf1.global_variables_initializer())
        step, going = session.make_callable([loss, train_op]), True
        while going:
            for _ in range(STEPS):
                step()
            going = turn()
