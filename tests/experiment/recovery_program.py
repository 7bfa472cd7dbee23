"""A program that trains and exports a model, and can be killed while it does; see test_recovery.

recovery_program.py MODEL_DIR [kill=STEP] [kill_export]
"""

import os
import signal
import sys

import numpy as np

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn.estimators import head
from tf_spec_compat.contrib.learn.estimators.run_config import RunConfig
from tf_spec_compat.contrib.learn.utils import input_fn_utils

X = np.sin(np.arange(24, dtype=np.float32)).reshape(12, 2)
Y = (X.sum(1, keepdims=True) > 0).astype(np.int64)

# A checkpoint comes every so many steps until the last.
EVERY, LAST = 5, 14


def input_fn():
    """The same batch for ever."""
    return {"x": tf.constant(X)}, tf.constant(Y)


def model_fn(features, labels, mode):
    """A layer and a head; Adam, whose own variables matter when training goes on."""

    def train_op_fn(loss):
        return tf1.train.AdamOptimizer(0.1).minimize(loss, tf1.train.get_global_step())

    weights = tf1.get_variable("w", [2, 1], initializer=tf1.constant_initializer(0.1))
    return head.multi_class_head(2).create_model_fn_ops(
        features, mode, labels, train_op_fn, logits=tf.matmul(features["x"], weights)
    )


def serving_input_fn():
    """Takes the features as they are."""
    x = tf1.placeholder(tf.string, [None])
    features = tf1.io.parse_example(x, {"x": tf.io.FixedLenFeature([2], tf.float32)})
    return input_fn_utils.InputFnOps(features, None, {"examples": x})


def make(folder):
    """The estimator in a folder."""
    config = RunConfig(model_dir=str(folder), save_checkpoints_steps=EVERY, tf_random_seed=1)
    return learn.Estimator(model_fn, config=config)


def die(*unused):
    """Ends this process as the kernel does when it wants the memory."""
    os.kill(os.getpid(), signal.SIGKILL)


class KillAt(tf1.train.SessionRunHook):
    """Kills this process after a step."""

    def __init__(self, step):
        self._step = step

    def before_run(self, run_context):
        return tf1.train.SessionRunArgs(tf1.train.get_global_step())

    def after_run(self, run_context, run_values):
        # What was read may be the step before or after the update.
        if run_values.results >= self._step:
            die()


class KillWhenCopied(dict):
    """Extra assets, which an export copies last: kills this process then."""

    items = die


def main(folder, *orders):
    """Trains and exports."""
    kills = [KillAt(int(order[len("kill=") :])) for order in orders if order.startswith("kill=")]
    made = make(folder).fit(input_fn=input_fn, max_steps=LAST, monitors=kills)
    assets = KillWhenCopied(a=__file__) if "kill_export" in orders else None
    made.export_savedmodel(os.path.join(folder, "export"), serving_input_fn, assets_extra=assets)


if __name__ == "__main__":
    main(*sys.argv[1:])
