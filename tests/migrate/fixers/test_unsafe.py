"""What the fixers that are not safe make of a program trains, stops and exports as it did."""

import os

import pytest

from tf_spec_compat.migrate.draft import Options
from tf_spec_compat.migrate.fixing import rewrite, select

MODEL = """
import tensorflow.compat.v1 as tf
from tf_spec_compat.contrib import learn

def model_fn(features, labels):
  weight = tf.get_variable('weight', [], initializer=tf.zeros_initializer())
  said = features['x'] * weight
  loss = tf.identity(tf.reduce_mean(tf.square(said - (0. if labels is None else labels))), 'error')
  step = tf.train.get_global_step()
  return said, loss, tf.train.GradientDescentOptimizer(0.1).minimize(loss, step)

def feed():
  return {'x': tf.constant([1., 2.])}, tf.constant([2., 4.])

def serve():
  x = tf.placeholder(tf.float32, [None])
  return learn.InputFnOps({'x': x}, None, {'x': x})
"""
EXPERIMENT = """
def build(folder):
  config = learn.RunConfig(save_checkpoints_steps=3)
  return learn.Estimator(model_fn, model_dir=folder, config=config)

def make_experiment_fn(steps):
  def experiment_fn(output_dir):
    return learn.Experiment(
        build(output_dir), feed, feed, train_steps=steps, eval_steps=1,
        export_strategies=[learn.make_export_strategy(serve)])
  return experiment_fn

metrics, exports = learn.learn_runner.run(make_experiment_fn(7), folder)
"""
MONITORS = """
estimator = learn.Estimator(model_fn, model_dir=folder)
printed = learn.monitors.PrintTensor(['error'], every_n=2)
estimator.fit(input_fn=feed, steps=50, monitors=[
    printed, learn.monitors.StopAtStep(last_step=4), learn.monitors.CheckpointSaver(
        folder, save_steps=2), learn.monitors.ValidationMonitor(
            input_fn=feed, eval_steps=1, every_n_steps=2)])
metrics = estimator.evaluate(input_fn=feed, steps=1)
"""
EARLY = """
estimator = learn.Estimator(model_fn, model_dir=folder)
estimator.fit(input_fn=feed, steps=50, monitors=[
    learn.monitors.ValidationMonitor(
        input_fn=feed, eval_steps=1, every_n_steps=5, early_stopping_rounds=9,
        early_stopping_metric='loss', early_stopping_metric_minimize=False)])
metrics = estimator.evaluate(input_fn=feed, steps=1)
"""


def migrated(text):
    """A program after all fixers of --to estimator; a second time there is nothing to do."""
    fixers = select("estimator", unsafe=True)
    found = rewrite(text, fixers, options=Options("estimator")).text
    assert rewrite(found, fixers, options=Options("estimator")).applied == ()
    assert "learn." not in found.replace("contrib.learn", "")
    return found


def run(text, folder):
    """Runs a program that has its folder as `folder`; returns its variables."""
    names = {"folder": str(folder)}
    exec(compile(text, "<program>", "exec"), names)
    return names


@pytest.fixture(params=[EXPERIMENT, MONITORS], ids=["experiment", "monitors"])
def runs(request, tmp_path):
    """A program's variables before and after, with its folders."""
    text = MODEL + request.param
    before, after = tmp_path / "before", tmp_path / "after"
    return run(text, before), run(migrated(text), after), before, after


def test_same(runs):
    """Metrics, steps and the names of exports are the same."""
    before, after, old, new = runs
    assert after["metrics"] == pytest.approx(before["metrics"], rel=1e-6)
    assert len(after.get("exports", ())) == len(before.get("exports", ()))
    assert os.path.isdir(new / "export") == os.path.isdir(old / "export")
    if "exports" in after:
        assert os.listdir(new / "export") == os.listdir(old / "export") == ["Servo"]


def test_early_stopping(tmp_path):
    """A metric that gets no better stops the training by a hook, long before its last step."""
    text = MODEL + EARLY
    before = run(text, tmp_path / "before")["metrics"]["global_step"]
    after = run(migrated(text), tmp_path / "after")["metrics"]["global_step"]
    assert before < 30
    assert after < 30
