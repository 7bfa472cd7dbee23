"""Rows per second of `learn.Estimator.predict` against `tf.estimator.Estimator.predict`.

The same model and `Dataset`, in batches of 128; each gives a dict for each row. They predict in
turns of 12,800 rows; building the graph and restoring the checkpoint is not counted.
"""

from __future__ import annotations

import collections
import functools
import itertools
import tempfile
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks import estimators, training
from benchmarks.lockstep import command, lockstep
from benchmarks.measure import Row, rate_row

_LIMIT = 1.0
_ROUNDS = 50
_BATCH = 128
_ROWS = 100 * _BATCH


def run(_: object = None) -> Iterator[Row]:
    times = lockstep(_ROUNDS, command(__name__, "legacy"), command(__name__, "core"))
    yield rate_row("predict, rows; tf.estimator's", _ROWS, *times, _LIMIT)


def legacy(turn: Callable[[], bool]) -> None:
    _predict(estimators.legacy, turn)


def core(turn: Callable[[], bool]) -> None:
    _predict(estimators.core, turn)


def _predict(make: Callable[..., Any], turn: Callable[[], bool]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        estimators.core(folder).train(training.dataset, steps=1)
        predictions = make(folder).predict(input_fn=functools.partial(training.dataset, _BATCH))
        going = True
        while going:
            collections.deque(itertools.islice(predictions, _ROWS), maxlen=0)
            going = turn()
        predictions.close()
