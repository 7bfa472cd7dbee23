"""`native.Model` with other batches, models and input; evaluating, predicting, memory, growth.

As `native`, with no limits, and one process for each side. `steps_per_call` is measured within a
process, in fits of 1,000 steps each, and so is an evaluation of 100 batches, the whole call.
"""

from __future__ import annotations

import collections
import itertools
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks import native, native_models, native_sides
from benchmarks.lockstep import command, lockstep
from benchmarks.measure import Row, in_turns, rate_row, time_row

_BATCHES = (32, 128, 1024)
_ROUNDS = 6
_BATCH, _EVALUATED, _PREDICTED = 128, 100, 100
_CALLS = (1, 10, 100)
_MEMORY = """
import resource, sys, tempfile
from benchmarks import native_models, native_sides
data = lambda: native_models.dataset("dense", 128)
with tempfile.TemporaryDirectory() as folder:
    if sys.argv[1] == "native":
        native_sides.model("dense", folder).fit(data, steps=200)
    else:
        native_sides.core_estimator("dense", folder).train(data, steps=200)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def run(tf1_python: str | None = None) -> Iterator[Row]:
    for kind, batch in itertools.product(("dense", "sparse"), _BATCHES):
        if (kind, batch) != ("dense", 128):
            sides = list(native.SIDES)
            yield from native.against(kind, batch, sides, tf1_python, {}, _ROUNDS, copies=1)
    sides = list(native.LIMITS)
    for kind in ("deep", "shuffled"):
        yield from native.against(kind, _BATCH, sides, None, {}, _ROUNDS, copies=1)
    yield from _steps_per_call()
    with tempfile.TemporaryDirectory() as folder:
        yield _evaluate(folder)
    turns = lockstep(
        _ROUNDS, command(__name__, "predict"), command(__name__, "core_predict"), copies=1
    )
    yield rate_row("predict, rows; tf.estimator's", _PREDICTED * _BATCH, *turns)
    first, of_core = in_turns(3, lambda: native.first("deep"), lambda: native.first_of_core("deep"))
    yield time_row("deep, to the first step; tf.estimator's", first, of_core)
    ours, core = (statistics.median(_peak(side) for _ in range(3)) for side in ("native", "core"))
    yield Row("fit, peak memory; tf.estimator's", "MB", ours, core, ours / core)


def _steps_per_call() -> Iterator[Row]:
    data = native_models.dataset("dense", _BATCH)

    def fit(model: Any, steps: int | None) -> Callable[[], float]:
        def run() -> float:
            begin = time.perf_counter()
            model.fit(data, steps=native_models.STEPS, steps_per_call=steps)
            return time.perf_counter() - begin

        return run

    silent = {"log_step_count_steps": None}
    runs = [fit(native_sides.model("dense", **silent), steps) for steps in (None, *_CALLS)]
    automatic, *others = in_turns(_ROUNDS, *runs)
    for steps, seconds in zip(_CALLS, others):
        name = f"fit, steps; steps_per_call={steps}"
        yield rate_row(name, native_models.STEPS, automatic, seconds)


def _evaluate(folder: str) -> Row:
    data = native_models.dataset("dense", _BATCH).take(_EVALUATED)
    model, core = _trained(folder)

    def timed(evaluate: Callable[[], Any]) -> Callable[[], float]:
        def run() -> float:
            begin = time.perf_counter()
            evaluate()
            return time.perf_counter() - begin

        return run

    ours = timed(lambda: model.evaluate(data))
    theirs = timed(
        lambda: core.evaluate(lambda: native_models.dataset("dense", _BATCH), steps=_EVALUATED)
    )
    return time_row("evaluate, 100 batches; tf.estimator's", *in_turns(_ROUNDS, ours, theirs))


def _trained(folder: str) -> tuple[Any, Any]:
    core = native_sides.core_estimator("dense", folder)
    core.train(lambda: native_models.dataset("dense", _BATCH), steps=1)
    return native_sides.model("dense", folder), core


def predict(turn: Callable[[], bool]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _stream(_trained(folder)[0].predict(native_models.dataset("dense", _BATCH)), turn)


def core_predict(turn: Callable[[], bool]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        model = _trained(folder)[1]
        _stream(model.predict(lambda: native_models.dataset("dense", _BATCH)), turn)


def _stream(predictions: Any, turn: Callable[[], bool]) -> None:
    going = True
    while going:
        collections.deque(itertools.islice(predictions, _PREDICTED * _BATCH), maxlen=0)
        going = turn()


def _peak(side: str) -> float:
    command = [sys.executable, "-c", _MEMORY, side]
    root = Path(__file__).parent.parent
    result = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    return int(result.stdout.split()[-1]) / 1024
