"""The fused loops: a step is whole, and its summaries are those of its own values."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest

from tests.native.test_model import config, events
from tf_spec_compat import native
from tf_spec_compat._tf import estimator, tf, tf1


@pytest.fixture(params=[True, False], ids=["v2", "v1"])
def control_flow(request: Any) -> Any:
    """Loops and branches of either kind."""
    was = tf1.control_flow_v2_enabled()
    if request.param:
        tf1.enable_control_flow_v2()
    else:
        tf1.disable_control_flow_v2()
    yield
    if was:
        tf1.enable_control_flow_v2()
    else:
        tf1.disable_control_flow_v2()


def test_summaries_of_what_a_loop_gives(control_flow: Any, tmp_path: Path) -> None:
    """They are made of the weight before it is updated, as the loss is."""

    def model_fn(features: Any, labels: Any, mode: str) -> Any:
        weight = tf1.get_variable("w", initializer=1.0)
        is_high = tf1.cond(weight > 100.0, lambda: weight * 0.0, lambda: weight * 1.0)
        _, value = tf1.while_loop(
            lambda i, _: i < 2, lambda i, x: (i + 1, x * weight), (0, is_high)
        )
        loss = tf.reduce_sum(value)
        tf1.summary.scalar("twice", 2.0 * value)
        tf1.summary.scalar("high", 3.0 * is_high)
        optimizer = tf1.train.GradientDescentOptimizer(0.1)
        train_op = optimizer.minimize(loss, tf1.train.get_global_step())
        return estimator.EstimatorSpec(mode, value, loss, train_op)

    options = config(save_summary_steps=1)
    native.Model(model_fn, config=options, model_dir=str(tmp_path)).fit(
        lambda: tf.data.Dataset.from_tensors(1.0).repeat(), steps=3
    )
    values = {
        (value.tag, event.step): value.simple_value
        for path in tmp_path.glob("*tfevents*")
        for event in tf1.train.summary_iterator(str(path))
        for value in event.summary.value
    }
    assert {("twice", 3), ("high", 3)} <= events(tmp_path)
    weight = 1.0
    for step in (1, 2, 3):
        assert values["loss", step] == pytest.approx(weight**3)
        assert values["twice", step] == pytest.approx(2 * weight**3)
        assert values["high", step] == pytest.approx(3 * weight)
        weight -= 0.1 * 3 * weight**2


def test_a_metric_of_no_input_counts_batches() -> None:
    """Where the input ends, what does not depend on it is not computed once more."""

    def model_fn(features: Any, labels: Any, mode: str) -> Any:
        count = tf1.get_local_variable("count", initializer=0.0)
        metrics = {"count": (count.read_value(), count.assign_add(1.0))}
        train_op = tf1.train.get_global_step().assign_add(1).op
        return estimator.EstimatorSpec(
            mode, features, tf.reduce_sum(features), train_op, eval_metric_ops=metrics
        )

    model = native.Model(model_fn)
    model.fit(lambda: tf.data.Dataset.from_tensors(1.0), steps=1)
    for batches in (3, 5):
        dataset = tf.data.Dataset.from_tensors(1.0).repeat(batches)
        assert model.evaluate(lambda data=dataset: data)["count"] == batches


def test_an_iterator_lives_as_long_as_its_loop() -> None:
    """Batches that Python makes are there to the end of an evaluation that alone has them."""

    def model_fn(features: Any, labels: Any, mode: str) -> Any:
        train_op = tf1.train.get_global_step().assign_add(1).op
        metrics = {"sum": tf1.metrics.mean(features)}
        loss = tf.reduce_sum(features)
        return estimator.EstimatorSpec(mode, features, loss, train_op, eval_metric_ops=metrics)

    def batches() -> Any:
        for number in range(300):
            if number % 100 == 0:
                gc.collect()
            yield float(number)

    def dataset() -> Any:
        spec = tf.TensorSpec([], tf.float32)
        return tf.data.Dataset.from_generator(batches, output_signature=spec)

    model = native.Model(model_fn)
    model.fit(dataset())
    assert model.evaluate(dataset())["sum"] == pytest.approx(149.5)
    assert model.evaluate(dataset)["sum"] == pytest.approx(149.5)
