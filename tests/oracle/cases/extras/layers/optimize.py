"""`optimize_loss` and what it is given.

Runs unchanged under TF 1.15.5 and under this package.
"""

from tests.oracle.facts import collections, plain, summary_values, variables
from tests.oracle.harness import session_config
from tests.oracle.legacy import layers, optimizers, tf

__all__ = ["CASES"]

STEPS = 3
SUMMARIES = ["learning_rate", "loss", "gradients", "gradient_norm", "global_gradient_norm"]


def make_step():
    return tf.train.get_or_create_global_step()


def assign_ops(collection=None):
    counter = tf.get_variable("u", [], initializer=tf.zeros_initializer(), trainable=False)
    update = tf.assign_add(counter, 1.0).op
    if collection:
        tf.add_to_collection(collection, update)
    return [update]


def decay(learning_rate, step):
    return tf.train.exponential_decay(learning_rate, step, 1, 0.5)


class Optimize(object):
    """A case: `arguments()` gives, inside the graph, what differs from a plain call."""

    def __init__(self, arguments, step=make_step, sparse=False):
        self._arguments = arguments
        self._step = step
        self._sparse = sparse

    def facts(self):
        """Builds, trains some steps, and tells what is in the graph and what it computed."""
        with tf.Graph().as_default():
            tf.set_random_seed(1)
            w = tf.get_variable("w", initializer=[[3.0, -2.0], [1.0, 4.0]])
            b = tf.get_variable("b", initializer=[0.5])
            rows = tf.nn.embedding_lookup(w, [1, 1]) if self._sparse else w
            loss = tf.reduce_sum(tf.square(rows) + b, name="loss")
            given = {
                "loss": loss,
                "global_step": self._step(),
                "learning_rate": 0.1,
                "optimizer": "SGD",
            }
            given.update(self._arguments())
            train = layers.optimize_loss(**given)
            record = {
                "train": [train.name, train.op.type],
                "train_op": [op.name for op in tf.get_collection(tf.GraphKeys.TRAIN_OP)],
                "variables": variables(),
                "collections": collections(),
                "tags": sorted(s.op.name for s in tf.get_collection(tf.GraphKeys.SUMMARIES)),
            }
            merged = tf.summary.merge_all()
            with tf.Session(config=session_config()) as session:
                session.run(tf.global_variables_initializer())
                if merged is not None:
                    record["before"] = summary_values(session.run(merged))
                record["losses"] = []
                for _ in range(STEPS):
                    # What the train op gives may be of before or after its update of a variable.
                    session.run(train)
                    record["losses"].append(plain(session.run(loss)))
                record["after"] = {v.op.name: plain(session.run(v)) for v in tf.global_variables()}
        return record


def constant(**kwargs):
    return Optimize(lambda: kwargs)


CASES = {
    "plain": constant(),
    "class": constant(optimizer=tf.train.GradientDescentOptimizer),
    "instance": constant(optimizer=tf.train.GradientDescentOptimizer(0.2)),
    "instance_alone": constant(
        learning_rate=None, optimizer=tf.train.GradientDescentOptimizer(0.2)
    ),
    "function": constant(optimizer=lambda rate: tf.train.MomentumOptimizer(rate, 0.9)),
    "function_alone": constant(
        learning_rate=None, optimizer=lambda: tf.train.MomentumOptimizer(0.1, 0.9)
    ),
    "function_with_rate": constant(optimizer=lambda: tf.train.MomentumOptimizer(0.1, 0.9)),
    "function_without_rate": constant(
        learning_rate=None, optimizer=lambda rate: tf.train.MomentumOptimizer(0.1, 0.9)
    ),
    "function_wrong": constant(optimizer=lambda rate: 3),
    "wrong_optimizer": constant(optimizer=3),
    "no_optimizer": constant(optimizer=None),
    "unknown_optimizer": constant(optimizer="Foo"),
    "other_class": constant(optimizer=dict),
    "no_rate_class": constant(learning_rate=None, optimizer=tf.train.AdamOptimizer),
    "no_rate_name": constant(learning_rate=None),
    "rate_tensor": Optimize(lambda: {"learning_rate": tf.constant(0.5)}),
    "rate_vector": Optimize(lambda: {"learning_rate": tf.constant([0.5])}),
    "rate_variable": Optimize(lambda: {"learning_rate": tf.get_variable("r", [], trainable=False)}),
    "rate_text": constant(learning_rate="x"),
    "rate_list": constant(learning_rate=[0.1]),
    "rate_negative": constant(learning_rate=-1.0),
    "rate_integer": constant(learning_rate=1),
    "all_summaries": constant(summaries=SUMMARIES),
    "no_summaries": constant(summaries=[]),
    "gradient_summaries": constant(summaries=["gradients"]),
    "wrong_summaries": constant(summaries=["xx"]),
    "named": constant(name="mine", summaries=SUMMARIES, clip_gradients=1.0),
    "tiny_noise": constant(gradient_noise_scale=1e-9),
    "multiplied": constant(gradient_multipliers={"w": 7.0}),
    "multiplied_by_variable": Optimize(
        lambda: {"gradient_multipliers": {tf.trainable_variables()[0]: 7.0}}
    ),
    "multiplied_by_tensor": Optimize(lambda: {"gradient_multipliers": {"b": tf.constant(2.0)}}),
    "multiplied_nothing": constant(gradient_multipliers={"zz": 7.0}),
    "multiplied_empty": constant(gradient_multipliers={}),
    "clipped": constant(clip_gradients=0.5),
    "clipped_integer": constant(clip_gradients=1),
    "clipped_text": constant(clip_gradients="abc"),
    "clipped_adaptive": Optimize(lambda: {"clip_gradients": optimizers.adaptive_clipping_fn()}),
    "clipped_adaptive_step": Optimize(
        lambda: {
            "clip_gradients": optimizers.adaptive_clipping_fn(
                std_factor=1.0,
                decay=0.5,
                static_max_norm=4.0,
                global_step=tf.train.get_global_step(),
                report_summary=True,
            )
        }
    ),
    "decayed": constant(learning_rate_decay_fn=decay, summaries=["learning_rate"]),
    "decayed_without_rate": constant(
        learning_rate_decay_fn=decay,
        learning_rate=None,
        optimizer=lambda: tf.train.GradientDescentOptimizer(0.1),
    ),
    "decayed_without_step": Optimize(lambda: {"learning_rate_decay_fn": decay}, lambda: None),
    "no_step": Optimize(dict, lambda: None),
    "step_found": Optimize(lambda: {"global_step": None}),
    "step_not_advanced": constant(increment_global_step=False),
    "step_float": Optimize(
        dict, lambda: tf.get_variable("s", [], initializer=tf.zeros_initializer(), trainable=False)
    ),
    "step_vector": Optimize(
        dict,
        lambda: tf.get_variable(
            "s", [2], tf.int64, initializer=tf.zeros_initializer(), trainable=False
        ),
    ),
    "step_number": Optimize(dict, lambda: 3),
    "updated": Optimize(lambda: {"update_ops": assign_ops()}),
    "updated_from_collection": Optimize(lambda: assign_ops(tf.GraphKeys.UPDATE_OPS) and {}),
    "updated_not": Optimize(lambda: assign_ops(tf.GraphKeys.UPDATE_OPS) and {"update_ops": []}),
    "no_loss": constant(loss=None),
    "no_variables": constant(variables=[]),
    "one_variable": Optimize(lambda: {"variables": tf.trainable_variables()[1:]}),
    "other_variable": Optimize(lambda: {"variables": [tf.get_variable("o", [])]}),
    "colocated": constant(colocate_gradients_with_ops=True),
    "sparse": Optimize(
        lambda: {
            "clip_gradients": 2.0,
            "gradient_multipliers": {"w": 3.0},
            "summaries": SUMMARIES,
            "optimizer": "Adagrad",
        },
        sparse=True,
    ),
}
for name in sorted(layers.OPTIMIZER_CLS_NAMES):
    CASES["by_name_" + name] = constant(optimizer=name)
CASES = {"optimize_loss/" + name: case for name, case in CASES.items()}
