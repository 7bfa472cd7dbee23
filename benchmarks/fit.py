"""Steps per second of `learn.Estimator.fit` against `tf.estimator.Estimator.train` and a bare loop.

The same model from the same `Dataset`: 64-128-64-10, Adam, batches of 32. They train in turns of
100 steps; building the graph and saving checkpoints is not counted. The bare loop calls what
`Session.make_callable` returns: no hook looks at its steps.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator

from benchmarks import estimators, training
from benchmarks.lockstep import command, lockstep
from benchmarks.measure import Row, rate_row
from tf_spec_compat._tf import tf, tf1

_LIMIT, _BARE = 1.25, 0.75
_ROUNDS = 30


def run(tf1_python: str | None = None) -> Iterator[Row]:
    """Compares the three; given a Python with TensorFlow 1.15, contrib's own `fit` too."""
    commands = [command(__name__, name) for name in ("fit", "train", "bare")]
    if tf1_python:
        commands.append(command("benchmarks.original_fit", "fit", python=tf1_python))
    ours, core, loop, *original = lockstep(_ROUNDS, *commands)
    yield rate_row("fit, steps; tf.estimator's train", training.STEPS, ours, core, _LIMIT)
    yield rate_row("fit, steps; a bare loop of make_callable", training.STEPS, ours, loop, _BARE)
    for seconds in original:
        yield rate_row("fit, steps; contrib's under 1.15", training.STEPS, ours, seconds)


def fit(turn: Callable[[], bool]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        legacy = estimators.legacy(folder)
        legacy.fit(input_fn=training.dataset, monitors=[training.Pacer(turn)])


def train(turn: Callable[[], bool]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        estimators.core(folder).train(training.dataset, hooks=[training.Pacer(turn)])


def bare(turn: Callable[[], bool]) -> None:
    with tf.Graph().as_default(), tf1.Session() as session:
        features, labels = tf1.data.make_one_shot_iterator(training.dataset()).get_next()
        _, loss, train_op = training.legacy_model_fn(features, labels, "train")
        session.run(tf1.global_variables_initializer())
        step, going = session.make_callable([loss, train_op]), True
        while going:
            for _ in range(training.STEPS):
                step()
            going = turn()
