"""Every head with options that matter to its metrics, and data for it."""

import numpy as np

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib.learn.estimators import head as learn

SIZE = 8

# name -> (the head, its labels, whether it has weights)
CASES = {
    "regression": (lambda **k: learn.regression_head(**k), "floats", True),
    "regression_wide": (lambda **k: learn.regression_head(label_dimension=2, **k), "pairs", True),
    "regression_link": (lambda **k: learn.regression_head(link_fn=tf.sigmoid, **k), "floats", True),
    "poisson": (lambda **k: learn.poisson_regression_head(**k), "counts", True),
    "binary": (
        lambda **k: learn.multi_class_head(2, thresholds=[0.2, 0.7], **k),
        "bits",
        True,
    ),
    "binary_bias": (
        lambda **k: learn.multi_class_head(2, enable_centered_bias=True, **k),
        "bits",
        True,
    ),
    "binary_loss": (
        lambda **k: learn.multi_class_head(2, loss_fn=absolute_loss, **k),
        "bits",
        True,
    ),
    "classes": (
        lambda **k: learn.multi_class_head(3, metric_class_ids=[0, 2], **k),
        "ids",
        True,
    ),
    "classes_keys": (
        lambda **k: learn.multi_class_head(3, label_keys=[*"abc"], **k),
        "words",
        True,
    ),
    "svm": (lambda **k: learn.binary_svm_head(**k), "bits", True),
    "labels": (
        lambda **k: learn.multi_label_head(3, metric_class_ids=[1], **k),
        "sets",
        True,
    ),
    "labels_sparse": (lambda **k: learn.multi_label_head(3, **k), "sparse", False),
    "loss_only": (lambda **k: learn.loss_only_head(lambda: tf1.constant(2.0), **k), None, False),
}


def absolute_loss(labels, logits, weights=1.0):
    """Adds itself to the losses of the graph, as those of `tf.losses` do."""
    return tf1.losses.absolute_difference(labels, logits, weights=weights)


def multi(**_):
    return learn.multi_head(
        [
            learn.multi_class_head(2, label_name="bits", weight_column_name="w", head_name="two"),
            learn.regression_head(label_name="floats", head_name="number"),
            learn.multi_class_head(3, label_name="ids", metric_class_ids=[1], head_name="three"),
            learn.loss_only_head(lambda: tf1.constant(2.0), head_name="more"),
        ],
        loss_weights=[1.0, 2.0, 3.0, 4.0],
    )


CASES["multi"] = (multi, "all", False)
NAMES = [*CASES]


def make(name, head_name=None, weighted=False):
    """Returns a head; loss-only heads always have a name, and multi heads none."""
    factory, _, weights = CASES[name]
    options = {"head_name": head_name} if head_name else {}
    if weighted and weights:
        options["weight_column_name"] = "w"
    return factory(**options)


_LABELS = {
    "floats": (tf.float32, [None, 1], lambda r: r.normal(size=(SIZE, 1))),
    "pairs": (tf.float32, [None, 2], lambda r: r.normal(size=(SIZE, 2))),
    "counts": (tf.float32, [None, 1], lambda r: r.poisson(2.0, (SIZE, 1))),
    "bits": (tf.int64, [None, 1], lambda r: r.integers(2, size=(SIZE, 1))),
    "ids": (tf.int64, [None, 1], lambda r: r.integers(3, size=(SIZE, 1))),
    "words": (tf.string, [None, 1], lambda r: np.array([*"abc"])[r.integers(3, size=(SIZE, 1))]),
    "sets": (tf.int64, [None, 3], lambda r: r.integers(2, size=(SIZE, 3))),
}


class Data:
    """Placeholders for a head, and batches to feed."""

    def __init__(self, name):
        self.head_takes = CASES[name][1]
        self._fed = {}
        self.features = {"w": self._place("w", tf.float32, [None, 1])}
        self._make = {"w": lambda r: r.uniform(0.5, 2.0, (SIZE, 1))}
        width = make(name).logits_dimension
        self.logits = self._place("logits", tf.float32, [None, width]) if width else None
        if width:
            self._make["logits"] = lambda r: r.normal(size=(SIZE, width))
        self.labels = self._labels(self.head_takes)

    def _place(self, name, dtype, shape):
        self._fed[name] = tf1.placeholder(dtype, shape, name)
        return self._fed[name]

    def _labels(self, kind):
        if kind is None:
            return self._labels("bits")
        if kind == "all":
            return {name: self._labels(name) for name in ("bits", "floats", "ids")}
        if kind == "sparse":
            rows = self._labels("sets")
            where = tf.where(rows > 0)
            return tf.SparseTensor(where, where[:, 1], [SIZE, 3])
        dtype, shape, self._make[kind] = _LABELS[kind]
        return self._place(kind, dtype, shape)

    def batches(self, count=2):
        random = np.random.default_rng(1)
        for _ in range(count):
            yield {place: self._make[name](random) for name, place in self._fed.items()}

    def ops(self, head, mode, **more):
        return head.create_model_fn_ops(
            self.features, mode, self.labels, more.pop("train_op_fn", train), self.logits, **more
        )

    def tpu_spec(self, head, mode, **more):
        return head.create_tpu_estimator_spec(
            self.features, mode, self.labels, train, self.logits, **more
        )


def train(loss):
    return tf1.assign_add(tf1.train.get_or_create_global_step(), 1)


def quick_session():
    """A session that runs graphs as they are: optimizing them takes longer."""
    config = tf1.ConfigProto()
    config.graph_options.rewrite_options.disable_meta_optimizer = True
    config.graph_options.optimizer_options.opt_level = -1
    return tf1.Session(config=config)


def evaluated(metrics, data, count=2):
    """The values of metrics after `count` batches."""
    with quick_session() as session:
        session.run(
            [
                tf1.global_variables_initializer(),
                tf1.local_variables_initializer(),
                tf1.tables_initializer(),
            ]
        )
        for batch in data.batches(count):
            session.run([update for _, update in metrics.values()], batch)
        return session.run({name: value for name, (value, _) in metrics.items()})
