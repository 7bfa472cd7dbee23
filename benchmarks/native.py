"""Steps per second of `native.Model.fit`, and the seconds to its first step.

Against `tf.estimator`, a bare loop of `session.make_callable`, and a loop of `tf.function` written
by hand in plain TensorFlow 2. The same net and `Dataset`: 64-128-64-10, Adam, batches of 128. They
train in turns of 500 steps; building the model and saving checkpoints is not counted, but for the
first step.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks import estimators, net, training
from benchmarks.lockstep import command, lockstep
from benchmarks.measure import Row, in_turns, rate_row, time_row
from tf_spec_compat import native as runtime
from tf_spec_compat._tf import estimator, tf, tf1

_BATCH = 128
_STEPS = 500
_ROUNDS = 8
_FIRST_ROUNDS = 5
_ESTIMATOR, _BARE, _BY_HAND, _FIRST = 2.5, 1.3, 0.95, 1.0


def run(tf1_python: str | None = None) -> Iterator[Row]:
    """Compares the four; nothing runs under TensorFlow 1.15."""
    names = ("native", "train", "bare", "by_hand")
    ours, core, loop, by_hand = lockstep(_ROUNDS, *(command(__name__, name) for name in names))
    yield rate_row("fit, steps; tf.estimator's train", _STEPS, ours, core, _ESTIMATOR)
    yield rate_row("fit, steps; a bare loop of make_callable", _STEPS, ours, loop, _BARE)
    yield rate_row("fit, steps; a loop of tf.function by hand", _STEPS, ours, by_hand, _BY_HAND)
    ours, core = in_turns(_FIRST_ROUNDS, _first_native, _first_core)
    yield time_row("fit, to the first step; tf.estimator's", ours, core, _FIRST)


def _dataset() -> Any:
    return training.dataset(_BATCH).prefetch(2)


def native(turn: Callable[[], bool]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        # A fit ends with a checkpoint, and this is many of them beside one of the others.
        none = {"save_checkpoints_secs": None, "save_checkpoints_steps": None}
        model, dataset, going = _native(folder, **none), _dataset(), True
        while going:
            model.fit(dataset, steps=_STEPS)
            going = turn()


def _native(folder: str, **options: Any) -> runtime.Model:
    config = estimator.RunConfig(tf_random_seed=1, **options)
    return runtime.Model(training.legacy_model_fn, config=config, model_dir=folder)


class _Pacer(tf1.train.SessionRunHook):
    """Calls `turn` every `_STEPS` steps, and stops when it returns False."""

    def __init__(self, turn: Callable[[], bool]) -> None:
        self._turn, self._done = turn, 0

    def after_run(self, run_context: Any, run_values: Any) -> None:
        self._done += 1
        if self._done % _STEPS == 0 and not self._turn():
            run_context.request_stop()


def train(turn: Callable[[], bool]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        estimators.core(folder).train(_dataset, hooks=[_Pacer(turn)])


def bare(turn: Callable[[], bool]) -> None:
    with tf.Graph().as_default(), tf1.Session() as session:
        tf1.train.create_global_step()
        features, labels = tf1.data.make_one_shot_iterator(_dataset()).get_next()
        _, loss, train_op = training.legacy_model_fn(features, labels, "train")
        session.run(tf1.global_variables_initializer())
        step, going = session.make_callable([loss, train_op]), True
        while going:
            for _ in range(_STEPS):
                step()
            going = turn()


def by_hand(turn: Callable[[], bool]) -> None:
    sizes = (64, 128, 64, net.CLASSES)
    tf.random.set_seed(1)
    layers = [
        (
            tf.Variable(tf.random.normal([size, width], stddev=(2 / (size + width)) ** 0.5)),
            tf.Variable(tf.zeros([width])),
        )
        for size, width in zip(sizes, sizes[1:])
    ]
    variables = [variable for layer in layers for variable in layer]
    moments = [(tf.Variable(tf.zeros_like(v)), tf.Variable(tf.zeros_like(v))) for v in variables]
    powers = tf.Variable(0.9), tf.Variable(0.999)
    global_step = tf.Variable(0, dtype=tf.int64)

    @tf.function
    def steps(iterator: Any) -> Any:
        loss = tf.constant(0.0)
        for _ in tf.range(_STEPS):
            x, labels = next(iterator)
            with tf.GradientTape() as tape:
                for index, (weights, biases) in enumerate(layers):
                    x = tf.matmul(x, weights) + biases
                    if index < len(layers) - 1:
                        x = tf.nn.relu(x)
                losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, x)
                loss = tf.reduce_mean(losses)
            gradients = tape.gradient(loss, variables)
            for variable, gradient, (m, v) in zip(variables, gradients, moments):
                tf.raw_ops.ResourceApplyAdam(
                    var=variable.handle,
                    m=m.handle,
                    v=v.handle,
                    beta1_power=powers[0],
                    beta2_power=powers[1],
                    lr=0.001,
                    beta1=0.9,
                    beta2=0.999,
                    epsilon=1e-8,
                    grad=gradient,
                )
            powers[0].assign(powers[0] * 0.9)
            powers[1].assign(powers[1] * 0.999)
            global_step.assign_add(1)
        return loss

    iterator, going = iter(_dataset()), True
    while going:
        float(steps(iterator))
        going = turn()


def _first_native() -> float:
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        _native(folder).fit(_dataset, steps=1)
        return time.perf_counter() - begin


def _first_core() -> float:
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        estimators.core(folder).train(_dataset, steps=1)
        return time.perf_counter() - begin
