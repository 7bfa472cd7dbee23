"""Monitors with what TensorFlow 2 has; the oracle compares them with TF 1.15.5's."""

import logging

import numpy as np
import pytest
import tensorflow as tf
from tensorflow.python.util import deprecation

from tests.oracle.cases.training.monitors import Estimator
from tf_spec_compat import estimator
from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn import monitors

tf1 = tf.compat.v1


def run(hooks, steps=3):
    """Trains resource variables, which a step's fetches may see before or after the update."""
    with tf.Graph().as_default():
        step = tf1.train.create_global_step()
        w = tf1.get_variable("w", initializer=[1.0, 2.0], use_resource=True)
        tf1.get_variable("u", initializer=3.0, use_resource=True, trainable=False)
        optimizer = tf1.train.GradientDescentOptimizer(0.5)
        train_op = optimizer.minimize(tf.reduce_sum(w * w), global_step=step)
        with tf1.train.MonitoredSession(hooks=hooks) as session:
            for _ in range(steps):
                session.run(train_op)


def test_steps_are_exact_with_resource_variables():
    """Each step is seen once though the global step is read in a race with its increment."""

    class Steps(monitors.BaseMonitor):
        seen = ()

        def step_end(self, step, output):
            self.seen += (int(step),)
            return super().step_end(step, output)

    steps = Steps()
    run([monitors.RunHookAdapterForMonitors([steps])], steps=20)
    assert steps.seen == tuple(range(1, 21))


def test_variables_are_read_not_their_handles():
    """Names of resource variables stand for their values."""
    capture = monitors.CaptureVariable("u", every_n=1)
    trainable = monitors.LoggingTrainable(every_n=1)
    dump = monitors.GraphDump()
    run([monitors.RunHookAdapterForMonitors([capture, trainable, dump])])
    assert {int(step): value for step, value in capture.values.items()} == {1: 3.0, 2: 3.0, 3: 3.0}
    assert {1, 2, 3} == set(dump.data)


def test_dumps_of_two_graphs_compare_by_name():
    """Tensors of another graph are found by their names."""
    first, second = monitors.GraphDump(), monitors.GraphDump()
    run([monitors.RunHookAdapterForMonitors([first])], 1)
    run([monitors.RunHookAdapterForMonitors([second])], 1)
    agree, differ = first.compare(second, 1)
    assert len(agree) + len(differ) == len(first.data[1])
    assert len(agree) > 3


def test_dump_leaves_out_what_cannot_run():
    """Control flow's inner operations and a saver's restore are not fetched."""
    dump = monitors.GraphDump()
    with tf.Graph().as_default():
        step = tf1.train.create_global_step()
        tf1.train.Saver()
        train_op = tf1.assign_add(step, 1)
        tf1.while_loop(lambda i: i < 3, lambda i: i + 1, [0])
        hooks = [monitors.RunHookAdapterForMonitors([dump])]
        with tf1.train.MonitoredSession(hooks=hooks) as session:
            session.run(train_op)
    assert list(dump.data) == [1]


def test_writers_are_made_outside_of_any_graph(tmp_path):
    """Monitors that write can be made where TensorFlow 2 runs eagerly, and do not copy a graph."""
    folder = str(tmp_path / "logs")
    saver = monitors.SummarySaver(None, output_dir=folder)
    counter = monitors.StepCounter(output_dir=folder, every_n_steps=1)
    assert saver._summary_writer is counter._summary_writer
    run([monitors.RunHookAdapterForMonitors([saver, counter])])
    (events,) = (tmp_path / "logs").iterdir()
    tags = [v.tag for e in tf1.train.summary_iterator(str(events)) for v in e.summary.value]
    assert set(tags) == {"global_step/sec"}


def test_summaries_go_to_the_model_by_default(tmp_path):
    """Without a folder, monitors write to the estimator's."""
    for monitor in (monitors.SummarySaver(None), monitors.StepCounter()):
        monitor.set_estimator(Estimator(str(tmp_path)))
        assert monitor._summary_writer.get_logdir() == str(tmp_path)


def test_checkpoint_saver_takes_a_scaffold(tmp_path):
    """The scaffold's saver is used where none is given."""

    class Hook(tf1.train.SessionRunHook):
        def begin(self):
            scaffold.saver = tf1.train.Saver()

    class Scaffold:
        saver = None

    scaffold = Scaffold()
    saver = monitors.CheckpointSaver(str(tmp_path), save_steps=2, scaffold=scaffold)
    run([Hook(), monitors.RunHookAdapterForMonitors([saver])], 4)
    assert sorted(path.name for path in tmp_path.glob("*.index")) == [
        f"model.ckpt-{step}.index" for step in (1, 3, 4)
    ]


def test_evaluate_that_returns_nothing():
    """An `evaluate` without result ends in an error that says so."""

    class Nothing(Estimator):
        def evaluate(self, **arguments):
            return None

    monitor = monitors.ValidationMonitor(x=1, every_n_steps=1)
    monitor._has_new_checkpoint = lambda step: True
    monitor.set_estimator(Nothing("folder"))
    monitor.step_begin(1)
    with pytest.raises(TypeError, match=r"Nothing\.evaluate returned None"):
        monitor.step_end(1, {})


def test_core_estimators_evaluate_and_stop_early(tmp_path):
    """A tf.estimator.Estimator stops early by its own evaluations of its own checkpoints."""

    def model_fn(features, labels, mode):
        w = tf1.get_variable("w", initializer=1.0)
        loss = tf.reduce_mean(tf.square(w * features - labels))
        # Uphill: every evaluation is worse than the one before.
        optimizer = tf1.train.GradientDescentOptimizer(-0.01)
        train_op = optimizer.minimize(loss, tf1.train.get_global_step())
        return estimator.EstimatorSpec(mode, loss=loss, train_op=train_op)

    def input_fn():
        return tf.constant([1.0, 2.0]), tf.constant([2.0, 4.0])

    config = estimator.RunConfig(str(tmp_path), save_checkpoints_steps=2)
    model = estimator.Estimator(model_fn, config=config)
    monitor = monitors.ValidationMonitor(
        input_fn=input_fn, eval_steps=1, every_n_steps=2, early_stopping_rounds=6,
        check_interval_secs=0,
    )  # fmt: skip
    model.train(input_fn, hooks=monitors.replace_monitors_with_hooks([monitor], model), steps=50)
    assert monitor.early_stopped
    assert monitor.best_value == monitor.best_metrics["loss"]
    assert model.get_variable_value("global_step") == monitor.best_step + 6


def test_a_monitor_logs_its_deprecation(monkeypatch, caplog):
    """TensorFlow's log names the successor, once."""
    monkeypatch.setattr(deprecation, "_PRINTED_WARNING", {})
    monkeypatch.setattr(logging.getLogger("tensorflow"), "propagate", True)
    monitors.StopAtStep(1)
    monitors.StopAtStep(1)
    (message,) = [r.getMessage() for r in caplog.records if "deprecated" in r.getMessage()]
    assert "BaseMonitor.__init__" in message
    assert "Please use tf.train.SessionRunHook" in message


def test_names():
    """contrib.learn has the module, its error is TensorFlow's, hooks and sessions too."""
    assert learn.monitors is monitors
    assert learn.NanLossDuringTrainingError is tf1.train.NanLossDuringTrainingError
    from tf_spec_compat.contrib.learn import (
        basic_session_run_hooks,
        monitored_session,
        session_run_hook,
        summary_writer_cache,
    )

    for module in (basic_session_run_hooks, monitored_session, session_run_hook):
        for name in module.__all__:
            assert getattr(module, name) is getattr(tf1.train, name)
    assert summary_writer_cache.SummaryWriterCache is tf1.summary.FileWriterCache
    summary_writer_cache.clear_summary_writers()


@pytest.mark.parametrize("value", [np.nan, 1.0])
def test_nan_loss_by_name(value):
    """The loss may be given by its name too."""
    monitor = monitors.NanLoss("loss:0")
    monitor.begin()
    assert monitor.step_begin(1) == ["loss:0"]
    if np.isnan(value):
        with pytest.raises(monitors.NanLossDuringTrainingError):
            monitor.step_end(1, {"loss:0": value})
    else:
        assert monitor.step_end(1, {"loss:0": value}) is False
