"""contrib's Estimator with two heads on a hidden layer, of which there is a checkpoint."""

import numpy as np

from tests.oracle.facts import plain
from tests.oracle.legacy import head, run_config, tf
from tests.oracle.legacy import learn_estimator as estimator

from .life_cycle import examples, exported, serving

X = np.sin(np.arange(24, dtype=np.float32)).reshape(12, 2)
CLASSES = np.arange(12) % 3
TARGETS = X.sum(1)

MORE_STEPS = 12


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


def used(made, folder):
    """What an estimator makes of the checkpoint in its folder, and where it gets from there."""
    record = {
        "evaluation": plain(made.evaluate(input_fn=input_fn, steps=2)),
        "predictions": plain(list(made.predict(input_fn=features_fn))),
        "export": exported(
            made, folder, serving(), examples(), default_output_alternative_key="kind"
        ),
    }
    made.fit(input_fn=input_fn, max_steps=MORE_STEPS)
    record["evaluation_after"] = plain(made.evaluate(input_fn=input_fn, steps=2))
    return record
