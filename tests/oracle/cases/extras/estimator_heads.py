"""`contrib.estimator.multi_label_head` and `multi_head`: all modes, and bad arguments."""

import numpy as np

from tests.oracle.legacy import contrib, tf

E = contrib.estimator

LOGITS = np.array([[0.5, -0.3, 2.0], [1.0, -1.0, 0.25]], np.float32)
OTHERS = np.array([[1.0, 2.0], [0.0, 0.5]], np.float32)
LABELS = [[1, 0, 1], [0, 0, 1]]
NAMES = ["a", "b", "c"]


def sparse(values):
    """Two classes for the first example, one for the second."""
    return lambda: tf.SparseTensor([[0, 0], [0, 1], [1, 0]], values, [2, 2])


def headed(make, mode, labels=None, logits=LOGITS, **options):
    """What a head makes of logits: the spec, its values, summaries and variables."""
    given = {"x": tf.ones([2, 1]), "w": tf.constant([[1.0], [3.0]])}
    if callable(labels):
        labels = labels()
    elif labels is not None and not isinstance(labels, dict):
        labels = tf.constant(labels)
    tf.train.get_or_create_global_step()
    v = tf.get_variable("v", initializer=2.0)
    if "rate" in options:
        options["optimizer"] = tf.train.GradientDescentOptimizer(options.pop("rate"))
        scaled = {k: x * v for k, x in logits.items()} if isinstance(logits, dict) else logits * v
    elif isinstance(logits, dict):
        scaled = {k: tf.constant(x) for k, x in logits.items()}
    else:
        scaled = tf.constant(logits)
    head = make()
    spec = head.create_estimator_spec(given, mode, scaled, labels, **options)
    found = {"name": head.name, "width": head.logits_dimension}
    with tf.Session() as session:
        session.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
        session.run(tf.tables_initializer())
        if spec.loss is not None:
            found["loss"] = session.run(spec.loss)
        metrics = spec.eval_metric_ops or {}
        session.run([update for _, update in metrics.values()])
        found["metrics"] = session.run({k: value for k, (value, _) in metrics.items()})
        found["predictions"] = {
            str(k): [session.run(v), v.dtype.name] for k, v in spec.predictions.items()
        }
        if spec.train_op is not None:
            session.run(spec.train_op)
            found["trained"] = session.run([v, tf.train.get_global_step()])
    found["outputs"] = {k: output(v) for k, v in (spec.export_outputs or {}).items()}
    found["summaries"] = [op.op.name for op in tf.get_collection("summaries")]
    found["variables"] = sorted(v.op.name for v in tf.local_variables())
    return found


def output(value):
    """An export output."""
    name = type(value).__name__
    if name == "PredictOutput":
        return [name, sorted(value.outputs)]
    parts = [getattr(value, part, None) for part in ("value", "scores", "classes")]
    return [name] + [part is not None and part.shape.as_list() for part in parts]


def losses(make, labels, logits):
    """What `create_loss` returns."""
    found = make().create_loss({"x": tf.ones([2, 1])}, "eval", logits, labels)
    with tf.Session() as session:
        return session.run({k: v for k, v in found._asdict().items() if k != "weights"})


def label(**options):
    """A head of three classes."""
    return lambda: E.multi_label_head(3, **options)


def two(*weights):
    """A classifier and a regression."""
    heads = [E.multi_class_head(3, name="a"), E.regression_head(name="b", label_dimension=2)]
    return E.multi_head(heads, list(weights) or None)


def mixed():
    """A head that is weighted, and one for several labels."""
    heads = [E.binary_classification_head(name="b", weight_column="w")]
    return E.multi_head([*heads, E.multi_label_head(3, name="m", thresholds=[0.5])], [2.0, 0.5])


def in_columns(labels, logits):
    """Distances of labels from logits, added up."""
    return tf.reduce_sum(tf.abs(tf.cast(labels, tf.float32) - logits), 1, keepdims=True)


EVERYTHING = {
    "weight_column": "w",
    "thresholds": [0.3, 0.6],
    "name": "h",
    "classes_for_class_based_metrics": [0, 2],
}
PAIR = {"a": LOGITS, "b": OTHERS}
TRUTHS = {"a": [[0], [2]], "b": [[1.0, 1.0], [0.0, 1.0]]}
MIXED = {"b": OTHERS[:, :1], "m": LOGITS}


def constants(values):
    """A dict of constants."""
    return lambda: {k: tf.constant(v) for k, v in values.items()}


BAD = {
    "one": {"n_classes": 1},
    "none": {"n_classes": None},
    "threshold": {"thresholds": [2]},
    "threshold below": {"thresholds": [0.1, -1]},
    "vocabulary": {"label_vocabulary": "abc"},
    "vocabulary short": {"label_vocabulary": ["a"]},
    "reduction none": {"loss_reduction": "none"},
    "reduction": {"loss_reduction": "zz"},
    "loss argument": {"loss_fn": lambda a: a},
    "class": {"classes_for_class_based_metrics": [5]},
    "class name": {"classes_for_class_based_metrics": ["a"]},
    "class unknown": {"classes_for_class_based_metrics": ["z"], "label_vocabulary": NAMES},
}


def cases():
    """Both heads."""
    yield "label eval", lambda: headed(label(), "eval", LABELS)
    yield "label infer", lambda: headed(label(name="h", label_vocabulary=NAMES), "infer")
    yield "label train", lambda: headed(label(name="h", weight_column="w"), "train", LABELS, rate=1)
    yield (
        "label train sum",
        lambda: headed(
            label(weight_column="w", loss_reduction="weighted_sum"),
            "train",
            LABELS,
            rate=0.5,
            regularization_losses=[tf.constant(1.5)],
        ),
    )
    yield "label everything", lambda: headed(label(**EVERYTHING), "eval", LABELS)
    yield (
        "label penalty",
        lambda: headed(label(), "eval", LABELS, regularization_losses=[tf.constant(1.5)]),
    )
    yield "label ids", lambda: headed(label(), "eval", sparse([0, 2, 2]))
    yield "label ids too large", lambda: headed(label(), "eval", sparse([0, 3, 2]))
    yield (
        "label names",
        lambda: headed(
            label(label_vocabulary=NAMES, classes_for_class_based_metrics=["a", "c"]),
            "eval",
            sparse(["a", "c", "c"]),
        ),
    )
    yield (
        "label names unknown",
        lambda: headed(label(label_vocabulary=NAMES), "eval", sparse(["a", "z", "c"])),
    )
    yield "label loss", lambda: headed(label(loss_fn=in_columns), "eval", LABELS)
    yield "label no labels", lambda: headed(label(), "eval")
    yield "label labels narrow", lambda: headed(label(), "eval", [[1, 0], [0, 0]])
    yield "label labels of 2", lambda: headed(label(), "eval", [[1, 0, 2], [0, 0, 1]])
    yield "label labels below", lambda: headed(label(), "eval", [[1, 0, -1], [0, 0, 1]])
    yield "label labels float", lambda: headed(label(), "eval", [[1.0, 0, 1], [0, 0, 1]])
    yield "label logits", lambda: headed(label(), "eval", LABELS, OTHERS)
    yield "label no optimizer", lambda: headed(label(), "train", LABELS)
    yield (
        "label two optimizers",
        lambda: headed(label(), "train", LABELS, rate=1, train_op_fn=lambda loss: loss),
    )
    yield "label losses", lambda: losses(label(), tf.constant(LABELS), tf.constant(LOGITS))
    for title, options in BAD.items():
        yield (
            "label bad " + title,
            lambda o=options: E.multi_label_head(**dict({"n_classes": 3}, **o)),
        )
    for mode in ("eval", "train"):
        options = {"rate": 1} if mode == "train" else {}
        yield (
            "heads " + mode,
            lambda m=mode, o=options: headed(two, m, constants(TRUTHS), PAIR, **dict(o)),
        )
        yield (
            "heads joined " + mode,
            lambda m=mode, o=options: headed(
                two, m, constants(TRUTHS), np.concatenate([LOGITS, OTHERS], 1), **dict(o)
            ),
        )
        yield (
            "heads mixed " + mode,
            lambda m=mode, o=options: headed(
                mixed, m, constants({"b": [[1], [0]], "m": LABELS}), MIXED, **dict(o)
            ),
        )
    yield "heads infer", lambda: headed(two, "infer", None, PAIR)
    yield "heads mixed infer", lambda: headed(mixed, "infer", None, MIXED)
    yield "heads no labels", lambda: headed(two, "eval", None, PAIR)
    yield "heads labels short", lambda: headed(two, "eval", constants({"a": [[0], [1]]}), PAIR)
    yield "heads labels one", lambda: headed(two, "eval", lambda: "labels", PAIR)
    yield "heads logits short", lambda: headed(two, "eval", constants(TRUTHS), {"a": LOGITS})
    yield "heads logits narrow", lambda: headed(two, "eval", constants(TRUTHS), OTHERS)
    yield "heads no optimizer", lambda: headed(two, "train", constants(TRUTHS), PAIR)
    yield "heads mode", lambda: headed(two, "zz", constants(TRUTHS), PAIR)
    yield (
        "heads losses",
        lambda: losses(lambda: two(2.0, 0.5), constants(TRUTHS)(), constants(PAIR)()),
    )
    yield "heads none", lambda: E.multi_head([])
    yield "heads weights", lambda: two(1.0)
    yield "heads no name", lambda: E.multi_head([E.regression_head()]).name
