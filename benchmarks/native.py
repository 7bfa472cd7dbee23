"""Steps per second of `native.Model.fit`, and the seconds to its first step.

Against `tf.estimator`, a bare loop of `session.make_callable`, and a loop of `tf.function` by hand
in plain TensorFlow 2; beside them, the steps on the way there: `learn.Estimator.fit`, a loop of
one's own around `train_step`, Keras, and contrib under 1.15. The same net and `Dataset`:
64-128-64-10, Adam, batches of 128. They train in turns of 1,000 steps; building the model is not
counted, but for the first step. Other batches and models, evaluating, predicting, memory and
growth are in `native_more`.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator

from benchmarks import native_models, native_sides
from benchmarks.lockstep import command, lockstep
from benchmarks.measure import Row, in_turns, rate_row, time_row

SIDES = {  # What it is called in the table -> module and function.
    "tf.estimator's train": ("native_sides", "train"),
    "a bare loop of make_callable": ("native_sides", "bare"),
    "a loop of tf.function by hand": ("native_plain", "by_hand"),
    "learn.Estimator.fit": ("native_sides", "fit"),
    "one's own loop of train_step": ("native_sides", "own_loop"),
    "Keras fit": ("native_plain", "keras"),
}
LIMITS = {
    "tf.estimator's train": 2.5,
    "a bare loop of make_callable": 1.3,
    "a loop of tf.function by hand": 0.95,
}
_FIRST = 1.0
_ROUNDS = 8
_FIRST_ROUNDS = 5


def run(tf1_python: str | None = None) -> Iterator[Row]:
    """Compares `fit` with each of the sides, and the first steps."""
    yield from against("dense", 128, list(SIDES), tf1_python, LIMITS)
    ours, core = in_turns(_FIRST_ROUNDS, lambda: first("dense"), first_of_core)
    yield time_row("fit, to the first step; tf.estimator's", ours, core, _FIRST)


def against(
    kind: str,
    batch: int,
    sides: list[str],
    tf1_python: str | None,
    limits: dict[str, float],
    rounds: int = _ROUNDS,
    copies: int = 2,
) -> Iterator[Row]:
    """Compares `native.Model.fit` with other sides for a kind of model and a size of batches."""
    args = (kind, str(batch))
    places = [("native_sides", "native"), *(SIDES[side] for side in sides)]
    commands = [command(f"benchmarks.{module}", name, *args) for module, name in places]
    if tf1_python:
        sides = [*sides, "contrib's fit under 1.15"]
        commands.append(command("benchmarks.original_native", "fit", *args, python=tf1_python))
    ours, *others = lockstep(rounds, *commands, copies=copies)
    for side, seconds in zip(sides, others):
        name = f"fit, {kind} {batch}, steps; {side}"
        yield rate_row(name, native_models.STEPS, ours, seconds, limits.get(side))


def first(kind: str) -> float:
    """Seconds from nothing to a trained step, its checkpoint and summaries."""
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        model = native_sides.model(kind, folder)
        model.fit(lambda: native_models.dataset(kind, 128), steps=1)
        return time.perf_counter() - begin


def first_of_core(kind: str = "dense") -> float:
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        estimator = native_sides.core_estimator(kind, folder)
        estimator.train(lambda: native_models.dataset(kind, 128), steps=1)
        return time.perf_counter() - begin
