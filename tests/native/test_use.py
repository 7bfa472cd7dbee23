"""Evaluating and predicting natively: hooks, local variables, and variables that are swapped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tf_spec_compat import native
from tf_spec_compat._tf import estimator, tf, tf1
from tf_spec_compat.contrib import opt

X = np.array([[1.0], [2.0], [4.0]], np.float32)
Hook: Any = tf1.train.SessionRunHook


class Sees(Hook):
    """Fetches a tensor with each batch."""

    def __init__(self, tensor: Any, last: int | None = None) -> None:
        self.tensor, self.last = tensor, last
        self.seen: list[float] = []
        self.ended = False

    def begin(self) -> None:
        self.twice = tf.constant(2.0) * self.tensor

    def before_run(self, run_context: Any) -> Any:
        return tf1.train.SessionRunArgs(self.twice)

    def after_run(self, run_context: Any, run_values: Any) -> None:
        self.seen.append(float(run_values.results))
        if len(self.seen) == self.last:
            run_context.request_stop()

    def end(self, session: Any) -> None:
        self.ended = session.run(tf1.train.get_global_step()) == 1


def batches() -> Any:
    return tf.data.Dataset.from_tensor_slices((X, X)).batch(1)


def as_function() -> Any:
    return batches()


def as_tensors() -> Any:
    return tf1.data.make_one_shot_iterator(batches()).get_next()


def mean_model(hooks: list[Sees], last: int | None = None) -> Any:
    """A model_fn whose specs have a hook in every mode."""

    def model_fn(features: Any, labels: Any, mode: str) -> Any:
        mean = tf.reduce_mean(features * tf1.get_variable("w", initializer=1.0, trainable=False))
        hooks.append(Sees(mean, last))
        return estimator.EstimatorSpec(
            mode,
            mean * tf.ones_like(features),
            mean,
            tf1.assign_add(tf1.train.get_global_step(), 1),
            {} if mode == "infer" else {"mean": tf1.metrics.mean(mean)},
            evaluation_hooks=hooks[-1:],
            prediction_hooks=hooks[-1:],
        )

    return model_fn


@pytest.mark.parametrize("data", [batches(), as_function, as_tensors])
def test_hooks_of_a_spec_see_each_batch(data: Any) -> None:
    """Those of evaluation and prediction run, each time, and may add to the graph."""
    hooks: list[Sees] = []
    model = native.Model(mean_model(hooks)).fit(data, steps=1)
    for _ in range(2):
        results = model.evaluate(data)
        assert (results["mean"], hooks[-1].seen) == (pytest.approx(7 / 3), [2, 4, 8])
        assert hooks[-1].ended
        assert [each.item() for each in model.predict(data)] == [1, 2, 4]
        assert hooks[-1].seen == [2, 4, 8]
        assert hooks[-1].ended
    assert tf.executing_eagerly()


def test_hooks_of_the_caller() -> None:
    """They see each batch beside those of the spec, and stop; so do `steps`."""
    hooks: list[Sees] = []
    model = native.Model(mean_model(hooks)).fit(batches(), steps=1)
    more = Sees(3.0)
    assert model.evaluate(batches(), steps=2, hooks=[more])["mean"] == 1.5
    assert (more.seen, hooks[-1].seen) == ([6, 6], [2, 4])
    more.last = 3
    assert [each.item() for each in model.predict(batches(), hooks=[more])] == [1]
    predictions: Any = model.predict(batches(), hooks=[more])
    assert next(predictions).item() == 1
    assert tf.executing_eagerly()
    predictions.close()


def test_an_error_while_predicting_with_hooks() -> None:
    """It is raised as it is, and the model goes on as before."""
    hooks: list[Sees] = []
    model = native.Model(mean_model(hooks)).fit(batches(), steps=1)
    broken = batches().map(lambda x, y: (tf.debugging.check_numerics(x / 0.0, "broken"), y))
    with pytest.raises(tf.errors.InvalidArgumentError, match="broken"):
        list(model.predict(broken))
    assert not hooks[-1].ended
    assert [each.item() for each in model.predict(batches())] == [1, 2, 4]


def test_local_variables_behind_a_local_init_op() -> None:
    """A model_fn's own op need not know those of metrics, and runs for every evaluation."""

    def model_fn(features: Any, labels: Any, mode: str) -> Any:
        local = tf1.get_local_variable("local", initializer=0.0, trainable=False)
        loss = tf.reduce_mean(features)
        metrics = {"mean": tf1.metrics.mean(loss), "local": (local, local.assign_add(1.0))}
        scaffold = tf1.train.Scaffold(local_init_op=local.assign(5.0))
        step = tf1.assign_add(tf1.train.get_global_step(), 1)
        return estimator.EstimatorSpec(mode, features, loss, step, metrics, scaffold=scaffold)

    model = native.Model(model_fn).fit(batches(), steps=1)
    for _ in range(2):
        results = model.evaluate(batches(), steps=3)
        assert (results["local"], results["mean"]) == (8, pytest.approx(7 / 3))


@pytest.mark.parametrize("data", [batches().repeat(), lambda: batches().repeat()])
def test_averages_that_a_saver_swaps(data: Any, tmp_path: Path) -> None:
    """What a `swapping_saver` wrote is evaluated, as by Estimator, and training goes on."""

    def model_fn(features: Any, labels: Any, mode: str) -> Any:
        weight = tf1.get_variable("w", initializer=0.0)
        loss = tf.reduce_mean((features * weight - labels) ** 2)
        optimizer = opt.MovingAverageOptimizer(tf1.train.GradientDescentOptimizer(0.01), 0.9)
        train_op = optimizer.minimize(loss, tf1.train.get_global_step())
        metrics = {"w": tf1.metrics.mean(weight)}
        scaffold = None
        if mode == "train":
            scaffold = tf1.train.Scaffold(saver=optimizer.swapping_saver())
        return estimator.EstimatorSpec(
            mode, features * weight, loss, train_op, metrics, scaffold=scaffold
        )

    config = estimator.RunConfig(tf_random_seed=1)
    other = estimator.Estimator(model_fn, str(tmp_path / "estimator"), config)
    model = native.Model(model_fn, model_dir=str(tmp_path / "native"))
    for _ in range(2):
        other.train(lambda: batches().repeat(), steps=3)
        model.fit(data, steps=3)
        expected = other.evaluate(batches)
        results = model.evaluate(batches())
        assert results["w"] == pytest.approx(expected["w"])
        assert results["loss"] == pytest.approx(expected["loss"])
        averages = {each.name[:-2]: float(each.numpy()) for each in model.variables}
        assert results["w"] == pytest.approx(averages["w/ExponentialMovingAverage"])
        assert results["w"] != pytest.approx(averages["w"])
        model.reset_metrics()
        losses = [float(model.eval_step(x, x)) for x in np.split(X, 3)]
        assert np.mean(losses) == pytest.approx(expected["loss"])
        assert model.metrics()["w"] == pytest.approx(expected["w"])
