"""SDCA's optimizer: its settings, and what it makes of feature columns.

Runs unchanged under TF 1.15.5 and under this package. The order in which SDCA looks at examples is
drawn, so figures are compared where they no longer change.
"""

import numpy as np

from tests.oracle.facts import plain, rounded
from tests.oracle.legacy import layers, sdca_optimizer, tf
from tests.oracle.observe import InFolder, attempt

LABELS = np.array([[0.0], [1.0], [1.0], [0.0]], np.float32)


def settings(folder):
    """The optimizer's properties."""
    names = (
        "example_id_column",
        "num_loss_partitions",
        "num_table_shards",
        "symmetric_l1_regularization",
        "symmetric_l2_regularization",
        "adaptive",
        "partitioner",
    )
    some = sdca_optimizer.SDCAOptimizer("i", 2, 3, 0.1, 0.2, False, "p")
    default = sdca_optimizer.SDCAOptimizer("id")
    return {
        "some": [getattr(some, name) for name in names],
        "default": [getattr(default, name) for name in names],
        "name": default.get_name(),
        "no_id": attempt(sdca_optimizer.SDCAOptimizer),
    }


def features():
    """Features for every kind of column."""
    return {
        "id": tf.constant(["a", "b", "c", "d"]),
        "age": tf.constant([[0.1], [0.5], [0.9], [3.0]]),
        "pair": tf.constant([[0, 1], [2, 0], [1, 1], [0, 2]]),
        "cube": tf.zeros([4, 2, 2]),
        "w": tf.constant([[1.0], [2.0], [3.0], [4.0]]),
        "lang": tf.SparseTensor([[0, 0], [1, 0], [1, 1], [3, 0]], ["en", "fr", "en", "zz"], [4, 2]),
        "twice": tf.SparseTensor(
            [[0, 0], [0, 1], [0, 2], [3, 0]], ["en", "en", "fr", "en"], [4, 3]
        ),
        "country": tf.SparseTensor(
            [[0, 0], [1, 0], [2, 0], [3, 0]], ["US", "GB", "US", "CA"], [4, 1]
        ),
        "ids": tf.SparseTensor(
            [[0, 0], [1, 0], [2, 0], [3, 0]], tf.constant([3, 1, 0, 2], tf.int64), [4, 1]
        ),
        "price": tf.SparseTensor([[0, 0], [1, 0], [1, 1], [3, 0]], [0.5, 2.0, 3.0, 4.0], [4, 2]),
        "often": tf.SparseTensor([[0, 0], [0, 1], [0, 2], [3, 0]], [5, 2, 3, 4], [4, 3]),
        "word": tf.constant([["en"], ["fr"], ["de"], ["en"]]),
    }


def by_key(name):
    return layers.sparse_column_with_keys(name, ["en", "fr"])


def columns():
    """The columns that SDCA trains."""
    age = layers.real_valued_column("age")
    buckets = layers.bucketized_column(age, [0.2, 0.6, 1.0])
    pair = layers.real_valued_column("pair", dimension=2, dtype=tf.int32)
    hashed = layers.sparse_column_with_hash_bucket("country", 5)
    return {
        "real": age,
        "int": pair,
        "normal": layers.real_valued_column("age", normalizer=lambda x: x * 2),
        "bucket": buckets,
        "buckets": layers.bucketized_column(pair, [1.0, 2.0]),
        "keys": by_key("lang"),
        "dense_keys": by_key("word"),
        "twice": by_key("twice"),
        "hash": hashed,
        "ids": layers.sparse_column_with_integerized_feature("ids", 4),
        "weighted": layers.weighted_sparse_column(by_key("lang"), "price"),
        "often": layers.weighted_sparse_column(by_key("twice"), "often", dtype=tf.int32),
        "cross": layers.crossed_column([by_key("lang"), hashed], 7),
        "cross_buckets": layers.crossed_column([by_key("lang"), buckets], 7),
    }


def get_step(column, targets=LABELS, weight=None, loss="logistic_loss", **settings):
    """Has the optimizer make a step."""
    step = tf.train.create_global_step()
    inputs = features()
    _, variables, _ = layers.weighted_sum_from_feature_columns(inputs, [column], num_outputs=1)
    inputs.update(layers.transform_features(inputs, [column]))
    arguments = {"example_id_column": "id", "adaptive": False}
    arguments.update(settings)
    optimizer = sdca_optimizer.SDCAOptimizer(**arguments)
    model, train_op = optimizer.get_train_step(
        variables, weight, loss, inputs, tf.constant(targets), step
    )
    return model, train_op, variables[column], step


def stepped(folder, name, steps=100, **kwargs):
    """What the optimizer makes of a column."""
    with tf.Graph().as_default() as graph:
        model, train_op, variables, step = get_step(columns()[name], **kwargs)
        update = model.update_weights(train_op)
        gap = model.approximate_duality_gap()
        with tf.Session(graph=graph) as session:
            session.run([tf.global_variables_initializer(), tf.tables_initializer()])
            for _ in range(steps):
                session.run(update)
            return {
                "train_op": type(train_op).__name__,
                "variables": [v.name for v in tf.global_variables()],
                "weights": rounded(plain(session.run([v.value() for v in variables])), 3),
                "gap": rounded(plain(session.run(gap)), 3),
                "step": plain(session.run(step)),
            }


def bad_steps(folder):
    """What the optimizer refuses."""

    def step(column=None, **kwargs):
        with tf.Graph().as_default() as graph:
            _, train_op, _, _ = get_step(column or columns()["real"], **kwargs)
            with tf.Session(graph=graph) as session:
                session.run([tf.global_variables_initializer(), tf.tables_initializer()])
                session.run(train_op)

    def given(column, tensor):
        with tf.Graph().as_default():
            sdca_optimizer.SDCAOptimizer("id").get_train_step(
                {column: []},
                None,
                "logistic_loss",
                features() if tensor is None else {column: tensor()},
                tf.constant(LABELS),
                tf.train.create_global_step(),
            )

    embedding = layers.embedding_column(by_key("lang"), 2)
    return {
        "embedding": attempt(given, embedding, lambda: tf.zeros([4, 2])),
        "one_hot": attempt(given, layers.one_hot_column(by_key("lang")), lambda: None),
        "text": attempt(given, "age", lambda: None),
        "untransformed": attempt(given, columns()["real"], None),
        "no_id": attempt(step, example_id_column="zz"),
        "no_weight": attempt(step, weight="zz"),
        "loss": attempt(step, loss="zz"),
        "labels": attempt(step, targets=LABELS * 2),
        "text_labels": attempt(step, targets=np.array(["a", "b", "c", "d"])),
        "few_labels": attempt(step, targets=LABELS[:3]),
        "cube": attempt(step, layers.real_valued_column("cube", dimension=4)),
    }


CASES = {"sdca_column_" + name: InFolder(stepped, name) for name in sorted(columns())}
CASES.update(
    {
        "sdca_settings": InFolder(settings),
        "sdca_weighed": InFolder(stepped, "keys", weight="w"),
        "sdca_flat": InFolder(stepped, "int", targets=LABELS[:, 0].astype(int)),
        "sdca_regularized": InFolder(
            stepped,
            "hash",
            adaptive=True,
            loss="squared_loss",
            symmetric_l1_regularization=0.1,
            symmetric_l2_regularization=2.0,
            num_table_shards=2,
        ),
        "sdca_bad_steps": InFolder(bad_steps),
    }
)
