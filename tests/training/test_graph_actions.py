"""Graph actions with what TensorFlow 2 has; the oracle compares them with TF 1.15.5's."""

import os
import time

import pytest
import tensorflow as tf

from tests.oracle.cases.training.graph_actions import build
from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn import graph_actions, monitors
from tf_spec_compat.training.graph_actions import services

tf1 = tf.compat.v1


def test_no_steps(tmp_path):
    """With steps=0 no step is made, where contrib went on without end."""
    graph, train_op, loss = build()
    assert graph_actions.train(graph, str(tmp_path), train_op, loss, steps=0) is None
    graph_actions.clear_summary_writers()


def test_stops_its_threads(tmp_path, monkeypatch):
    """Whatever a run ends with, its queue runners are asked to stop."""
    stopped = []
    request_stop = tf1.train.Coordinator.request_stop
    monkeypatch.setattr(
        graph_actions.coordinator.Coordinator,
        "request_stop",
        lambda self, *error: stopped.append(1) or request_stop(self, *error),
    )
    with tf.Graph().as_default():
        (item,) = tf1.train.slice_input_producer([[1.0, 2.0]], shuffle=False)
        assert graph_actions.infer(None, {"x": item}) == {"x": 1.0}
        assert stopped
        del stopped[:]
        with pytest.raises(ZeroDivisionError):
            graph_actions.run_feeds({"x": item}, (1 / 0 for _ in [1]))
        assert stopped
        del stopped[:]
        results = graph_actions.run_feeds_iter({"x": item}, [None, None])
        next(results)
        assert not stopped
        results.close()
    assert stopped


def test_resource_variables(tmp_path):
    """A graph with TensorFlow 2's variables trains, is evaluated and run from its checkpoint."""
    with tf.Graph().as_default() as graph:
        step = tf1.train.create_global_step()
        w = tf1.get_variable("w", initializer=1.0, use_resource=True)
        loss = tf.square(w - 3.0)
        train_op = tf1.train.GradientDescentOptimizer(0.25).minimize(loss, global_step=step)
    folder = str(tmp_path)
    capture = monitors.CaptureVariable("w", every_n=1)
    graph_actions.train(graph, folder, train_op, loss, steps=4, monitors=[capture])
    assert sorted(capture.values) == [1, 2, 3, 4]
    checkpoint = os.path.join(folder, "model.ckpt-4")
    assert tf1.train.latest_checkpoint(folder) == checkpoint
    with tf.Graph().as_default() as graph:
        tf1.train.create_global_step()
        w = tf1.get_variable("w", initializer=1.0, use_resource=True)
        results, at = graph_actions.evaluate(graph, folder, checkpoint, {"w": w}, max_steps=1)
        assert graph_actions.infer(checkpoint, {"w": w}) == results
    assert at == 4
    assert results["w"] == pytest.approx(3.0 - 2.0 * 0.5**4)
    graph_actions.clear_summary_writers()


def test_saves_and_counts_in_the_background(tmp_path, monkeypatch):
    """Checkpoints are saved and steps counted by the clock, also of TensorFlow 2's variables."""
    counts, count = [], services.Services._count
    monkeypatch.setattr(services, "_COUNT_SECS", 0.1)
    monkeypatch.setattr(services.Services, "_count", lambda of: counts.append(count(of)))
    with tf.Graph().as_default() as graph:
        step = tf1.train.create_global_step()
        loss = tf1.get_variable("loss", initializer=1.0, use_resource=True)
        train_op = tf1.assign_add(step, 1)
    folder = str(tmp_path)

    def saved():
        return len(list(tmp_path.glob("model.ckpt-*.index")))

    class Patience(monitors.BaseMonitor):
        """Holds each step until the clock has saved it, and has counted once more."""

        def step_end(self, step, output):
            before, deadline = (saved(), len(counts)), time.monotonic() + 60
            while not (saved() > before[0] and len(counts) > before[1]):
                assert time.monotonic() < deadline
                time.sleep(0.01)
            return super().step_end(step, output)

    arguments = {"steps": 4, "monitors": [Patience()], "supervisor_save_model_secs": 0.2}
    graph_actions.train(graph, folder, train_op, loss, **arguments)
    graph_actions.clear_summary_writers()
    assert saved() >= 4
    (events,) = tmp_path.glob("events*")
    tags = [v.tag for e in tf1.train.summary_iterator(str(events)) for v in e.summary.value]
    assert set(tags) == {"global_step/sec"}


def test_no_variables_to_restore():
    """A checkpoint for a graph without variables ends in an error that says so."""
    with tf.Graph().as_default(), pytest.raises(ValueError, match="no variables"):
        graph_actions.infer("checkpoint", {"x": tf.constant(1.0)})


def test_writers_are_shared(tmp_path):
    """The summary writer of a folder is TensorFlow's cached one, made eagerly or not."""
    folder = str(tmp_path)
    writer = graph_actions.get_summary_writer(folder)
    assert graph_actions.get_summary_writer(folder) is writer
    with tf.Graph().as_default():
        assert tf1.summary.FileWriterCache.get(folder) is writer
    graph_actions.clear_summary_writers()
    assert graph_actions.get_summary_writer(folder) is not writer
    graph_actions.clear_summary_writers()


def test_names():
    """contrib.learn has the module and its functions."""
    assert learn.graph_actions is graph_actions
    assert graph_actions.monitors_lib is monitors
    for name in ("evaluate", "infer", "run_feeds", "run_n", "train"):
        assert getattr(learn, name) is getattr(graph_actions, name)


def test_a_checkpoint_of_another_shape(graph, tmp_path):
    """Restoring refuses a variable of another shape, as it did for those of TF1."""
    tf1.get_variable("w", [2])
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        prefix = tf1.train.Saver().save(session, str(tmp_path / "model"))
    with tf.Graph().as_default():
        out = {"w": tf1.get_variable("w", [3])}
        with pytest.raises(tf.errors.InvalidArgumentError, match=r"w is \(3,\) in the graph and"):
            graph_actions.infer(prefix, out)
    with tf.Graph().as_default():
        out = {"w": tf1.get_variable("w", [2])}
        assert graph_actions.infer(prefix, out)["w"].shape == (2,)
