"""A checkpoint that contrib's Estimator wrote under TF 1.15.5, and what becomes of it.

`model_fn` and `observe` run unchanged under TF 1.15.5 (Python 3.7) and under this package. The
checkpoint and `facts.json` beside this file were written by

    python3.7 -m tests.oracle.checkpoint_1_15.record_checkpoint

which with a folder as its argument compares: it tells how what TF 1.15.5 makes of the checkpoint
in there, which this package wrote, differs from `facts.json`.
"""

import glob
import json
import os
import shutil
import sys
import tempfile

import numpy as np

from ..compare import differences
from ..facts import plain, typed
from ..legacy import tf
from ..life_cycle_cases import examples, exported, serving
from ..life_cycle_legacy import estimator, head, run_config

HERE = os.path.dirname(os.path.abspath(__file__))
FACTS = os.path.join(HERE, "facts.json")

X = np.sin(np.arange(24, dtype=np.float32)).reshape(12, 2)
CLASSES = np.arange(12) % 3
TARGETS = X.sum(1)

# The checkpoint is of this global step, and `observe` trains to the other.
STEPS, MORE_STEPS = 5, 12


def model_fn(features, labels, mode):
    """Two heads on a hidden layer, trained by Adam at a rate that decays; labels are strings."""

    def variable(name, shape):
        size = int(np.prod(shape))
        values = np.cos(np.arange(size, dtype=np.float32)).reshape(shape)
        return tf.get_variable(name, initializer=tf.constant(values))

    def train_op_fn(loss):
        rate = tf.train.exponential_decay(0.1, tf.train.get_global_step(), 4, 0.9)
        return tf.train.AdamOptimizer(rate).minimize(loss, tf.train.get_global_step())

    with tf.variable_scope("hidden"):
        x = features["x"]
        hidden = tf.tanh(tf.matmul(x, variable("kernel", [2, 4])) + variable("bias", [4]))
    both = head.multi_head(
        [
            head.regression_head(label_name="target", head_name="amount"),
            head.multi_class_head(
                3,
                label_name="class",
                head_name="kind",
                label_keys=["a", "b", "c"],
            ),
        ]
    )
    logits = tf.matmul(hidden, variable("logits", [4, 4]))
    return both.create_model_fn_ops(
        features,
        mode,
        labels,
        train_op_fn=train_op_fn,
        logits={"amount": logits[:, :1], "kind": logits[:, 1:]},
    )


def input_fn():
    """The same batch for ever, labels and all."""
    labels = {
        "target": tf.constant(TARGETS[:, None]),
        "class": tf.constant(np.array(["a", "b", "c"])[CLASSES][:, None]),
    }
    return {"x": tf.constant(X)}, labels


def features_fn():
    """The features of that batch alone."""
    return input_fn()[0]


def make(folder):
    """An estimator in this folder, with or without a checkpoint in it."""
    return estimator.Estimator(
        model_fn, model_dir=folder, config=run_config.RunConfig(tf_random_seed=1)
    )


def variables(folder):
    """Name -> dtype and shape of what is in the latest checkpoint."""
    reader = tf.train.load_checkpoint(folder)
    dtypes = reader.get_variable_to_dtype_map()
    shapes = reader.get_variable_to_shape_map()
    return {name: typed(dtypes[name], shapes[name]) for name in shapes}


def weights(folder):
    """Name -> value of what is in the latest checkpoint."""
    reader = tf.train.load_checkpoint(folder)
    return {name: plain(reader.get_tensor(name)) for name in variables(folder)}


def observe(folder):
    """What an estimator makes of the checkpoint of `STEPS` steps in a folder, and where it gets."""
    made = make(folder)
    record = {"variables": variables(folder), "before": weights(folder)}
    record["evaluation"] = plain(made.evaluate(input_fn=input_fn, steps=2))
    record["predictions"] = plain(list(made.predict(input_fn=features_fn)))
    record["export"] = exported(
        made, folder, serving(), examples(), default_output_alternative_key="kind"
    )
    made.fit(input_fn=input_fn, max_steps=MORE_STEPS)
    record["after"] = weights(folder)
    record["evaluation_after"] = plain(made.evaluate(input_fn=input_fn, steps=2))
    return record


def record_checkpoint():
    """Writes the checkpoint and the facts."""
    folder = tempfile.mkdtemp()
    make(folder).fit(input_fn=input_fn, steps=STEPS)
    for old in glob.glob(os.path.join(HERE, "model.ckpt-*")):
        os.remove(old)
    for new in glob.glob(os.path.join(folder, "model.ckpt-%d.[di]*" % STEPS)):
        shutil.copy(new, HERE)
    shutil.copy(os.path.join(folder, "checkpoint"), HERE)
    with open(FACTS, "w") as file:
        json.dump(observe(folder), file, indent=1, sort_keys=True)
        file.write("\n")
    shutil.rmtree(folder)


def compare_checkpoint(folder):
    """Prints how the checkpoint in a folder does under TF 1.15.5; works on a copy."""
    copy = os.path.join(tempfile.mkdtemp(), "model")
    shutil.copytree(folder, copy)
    with open(FACTS) as file:
        found = differences(json.load(file), observe(copy))
    shutil.rmtree(os.path.dirname(copy))
    for path, golden, live in found:
        print("%s: recorded %r, now %r" % (path, golden, live))
    print("%d differences" % len(found))


if __name__ == "__main__":
    if not tf.__version__.startswith("1.15."):
        raise SystemExit("Run under TF 1.15.5, not %s." % tf.__version__)
    tf.logging.set_verbosity(tf.logging.FATAL)
    if sys.argv[1:]:
        compare_checkpoint(sys.argv[1])
    else:
        record_checkpoint()
