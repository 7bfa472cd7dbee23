"""A program as it ran on every machine of a cluster, and on a single one; run by the tests.

python cluster_program.py MODEL_DIR TRAIN_STEPS ESTIMATOR

It prints `step N` as it trains, and `done` with the result of the schedule at the end. Half-way it
waits for a file MODEL_DIR.go.
"""

import os
import sys
import time

import tensorflow.compat.v1 as tf

from tf_spec_compat import estimator as core
from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn import learn_runner

tf.disable_eager_execution()


class Report(tf.train.SessionRunHook):
    """Prints the global step now and then, and waits half-way, for the tests to interfere."""

    def __init__(self, wait_at, wait_for):
        self._wait_at, self._wait_for = wait_at, wait_for
        self._printed = -10

    def begin(self):
        self._step = tf.train.get_global_step()

    def before_run(self, run_context):
        return tf.train.SessionRunArgs(self._step)

    def after_run(self, run_context, run_values):
        if run_values.results >= self._printed + 10:
            self._printed = run_values.results
            sys.stdout.write(f"step {run_values.results}\n")
            sys.stdout.flush()
        while run_values.results >= self._wait_at and not os.path.exists(self._wait_for):
            time.sleep(0.05)


def input_fn():
    return {"x": tf.constant([[1.0], [2.0]])}, tf.constant([[2.0], [4.0]])


def _tensors(features, labels, mode):
    weight = tf.get_variable("weight", [], initializer=tf.zeros_initializer())
    predictions = features["x"] * weight
    if labels is None:
        return predictions, None, None
    loss = tf.reduce_mean((predictions - labels) ** 2)
    if mode != "train":
        return predictions, loss, None
    optimizer = tf.train.GradientDescentOptimizer(0.01)
    return predictions, loss, optimizer.minimize(loss, tf.train.get_global_step())


def core_model_fn(features, labels, mode):
    predictions, loss, train_op = _tensors(features, labels, mode)
    return core.EstimatorSpec(
        mode,
        {"y": predictions},
        loss,
        train_op,
        export_outputs={"serving_default": core.export.PredictOutput({"y": predictions})},
    )


def model_fn(features, labels, mode):
    return learn.ModelFnOps(mode, *_tensors(features, labels, mode))


def core_serving_input_fn():
    x = tf.placeholder(tf.float32, [None, 1])
    return core.export.ServingInputReceiver({"x": x}, {"x": x})


def serving_input_fn():
    x = tf.placeholder(tf.float32, [None, 1])
    return learn.InputFnOps({"x": x}, None, {"x": x})


def main(model_dir, train_steps, kind):
    is_core = kind == "core"

    def experiment_fn(run_config, hparams):
        if is_core:
            estimator = core.Estimator(core_model_fn, config=run_config)
        else:
            estimator = learn.Estimator(model_fn, config=run_config)
        serving = core_serving_input_fn if is_core else serving_input_fn
        return learn.Experiment(
            estimator,
            input_fn,
            input_fn,
            train_steps=int(train_steps),
            eval_steps=1,
            train_monitors=[Report(int(train_steps) // 2, model_dir + ".go")],
            eval_delay_secs=0,
            continuous_eval_throttle_secs=1,
            export_strategies=learn.make_export_strategy(serving),
        )

    config = learn.RunConfig(model_dir=model_dir, save_checkpoints_steps=100)
    sys.stdout.write(f"done {learn_runner.run(experiment_fn, run_config=config)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
