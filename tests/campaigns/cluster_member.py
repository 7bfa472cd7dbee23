"""A program of the TF1 days as each member of a cluster runs it; `tests/campaigns/cluster.py` does.

    python tests/campaigns/cluster_member.py MODEL_DIR TRAIN_STEPS

It counts steps in two variables, one on each parameter server, and prints `step N` each second.
"""

import sys
import time

import tensorflow.compat.v1 as tf

from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn import learn_runner

tf.disable_eager_execution()

# A step takes no time: without a pause eight processes would do nothing but send messages.
PAUSE = 0.1
EVERY = 200


class Report(tf.train.SessionRunHook):
    """Prints the global step each second, and waits a little after each step."""

    def begin(self):
        self._step = tf.train.get_global_step()
        self._last = 0.0

    def before_run(self, run_context):
        return tf.train.SessionRunArgs(self._step)

    def after_run(self, run_context, run_values):
        if time.monotonic() >= self._last + 1:
            self._last = time.monotonic()
            sys.stdout.write(f"step {run_values.results}\n")
            sys.stdout.flush()
        time.sleep(PAUSE)


def input_fn():
    return {"x": tf.constant([[1.0], [2.0]])}, tf.constant([[2.0], [4.0]])


def serving_input_fn():
    x = tf.placeholder(tf.float32, [None, 1])
    return learn.InputFnOps({"x": x}, None, {"x": x})


def model_fn(features, labels, mode):
    first, second = (
        tf.get_variable(name, [], initializer=tf.zeros_initializer(), trainable=False)
        for name in ("first", "second")
    )
    predictions = features["x"] * first
    if labels is None:
        return learn.ModelFnOps(mode, predictions)
    counters = (first, second, tf.train.get_global_step())
    counted = [tf.assign_add(one, tf.ones([], one.dtype)) for one in counters]
    return learn.ModelFnOps(mode, predictions, tf.reduce_mean(labels), tf.group(*counted))


def main(model_dir, train_steps):
    def experiment_fn(run_config, hparams):
        return learn.Experiment(
            learn.Estimator(model_fn, config=run_config),
            input_fn,
            input_fn,
            train_steps=int(train_steps),
            eval_steps=1,
            train_monitors=[Report()],
            eval_delay_secs=0,
            continuous_eval_throttle_secs=5,
            export_strategies=learn.make_export_strategy(serving_input_fn, exports_to_keep=5),
        )

    config = learn.RunConfig(model_dir=model_dir, save_checkpoints_steps=EVERY)
    sys.stdout.write(f"done {learn_runner.run(experiment_fn, run_config=config)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
