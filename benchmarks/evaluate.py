"""Steps per second of `learn.Estimator.evaluate` against `tf.estimator.Estimator.evaluate`.

The same model and `Dataset`, in batches of 128, with the mean of the loss as the metric. They
evaluate in turns of 100 steps; building the graph and restoring the checkpoint is not counted.
"""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks import estimators, training
from benchmarks.lockstep import command, lockstep
from benchmarks.measure import Row, rate_row

_LIMIT = 1.0
_ROUNDS = 40
_BATCH = 128


def run(_: object = None) -> Iterator[Row]:
    times = lockstep(_ROUNDS, command(__name__, "legacy"), command(__name__, "core"))
    yield rate_row("evaluate, steps; tf.estimator's", training.STEPS, *times, _LIMIT)


def legacy(turn: Callable[[], bool]) -> None:
    _evaluate(estimators.legacy, turn)


def core(turn: Callable[[], bool]) -> None:
    _evaluate(estimators.core, turn)


def _evaluate(make: Callable[..., Any], turn: Callable[[], bool]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        estimators.core(folder).train(training.dataset, steps=1)
        batches = functools.partial(training.dataset, _BATCH)
        make(folder).evaluate(input_fn=batches, hooks=[training.Pacer(turn)])
