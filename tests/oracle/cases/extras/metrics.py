"""Each metric of `contrib.metrics`: values, updates, variables, names, and what is refused."""

import inspect

import numpy as np

from tests.oracle.legacy import contrib, module, tf
from tests.oracle.signatures import public, signatures

from .metrics_inputs import (
    GUESSES,
    MORE,
    NEAR,
    NEEDED,
    REALS,
    ROWS,
    SCORES,
    TRUTHS,
    WEIGHTS,
)


def parts(found):
    """The tensors of a metric, in order, named tuples and dicts flattened."""
    if isinstance(found, dict):
        return [tensor for key in sorted(found) for tensor in parts(found[key])]
    if isinstance(found, (tuple, list)):
        return [tensor for item in found for tensor in parts(item)]
    return [found]


def _shape(tensor):
    return None if tensor.shape.ndims is None else tensor.shape.as_list()


def measured(found):
    """What a metric gives after its second update, and what it left in the graph."""
    value, update = found
    with tf.Session() as session:
        session.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
        fresh = None
        if len(parts(value)) == 1 and parts(value)[0].dtype.is_floating:
            fresh = session.run(parts(value))
        first = session.run(parts(update))
        second = session.run(parts(update))
        last = session.run(parts(value))
    return {
        "fresh": fresh,
        "updates": [first, second],
        "value": last,
        "types": [
            [part.dtype.base_dtype.name, _shape(part)]
            for part in parts(found)
            if hasattr(part, "dtype")
        ],
        "values": [tensor.name for tensor in parts(value) if isinstance(value, tf.Tensor)],
        "made of": ["Tensor" if hasattr(v, "op") else type(v).__name__.lstrip("_") for v in found]
        if isinstance(value, tuple)
        else None,
        "variables": [
            [v.op.name, v.dtype.base_dtype.name, _shape(v)] for v in tf.local_variables()
        ],
        "collections": {
            key: len(tf.get_collection(key))
            for key in ("m", "u", "metric_variables", "local_variables", "variables")
        },
    }


def call(name, arguments):
    """Calls a metric with tensors made of the arrays among the arguments."""
    given = {
        key: tf.constant(item) if isinstance(item, np.ndarray) else item
        for key, item in arguments.items()
    }
    return measured(getattr(contrib.metrics, name)(**given))


def plus(name, arguments):
    """The arguments, and weights, name and collections where the metric takes them."""
    taken = inspect.signature(getattr(contrib.metrics, name)).parameters
    size = len(next(iter(v for v in arguments.values() if isinstance(v, np.ndarray))))
    weights = WEIGHTS if size == 6 else ROWS
    if name in ("streaming_mean_cosine_distance",):
        weights = ROWS[:, None]
    more = {"weights": weights, "name": "mine"}
    more.update(metrics_collections=["m"], updates_collections=["u"])
    return dict(arguments, **{key: item for key, item in more.items() if key in taken})


def once(*tensors):
    """The values of tensors that need no variables."""
    with tf.Session() as session:
        session.run(tf.local_variables_initializer())
        return session.run(list(tensors))


def sets():
    """The functions on sets, on rows of small integers."""
    metrics = contrib.metrics
    a = tf.constant([[1, 2, 2], [3, 4, 5]], tf.int64)
    b = tf.constant([[2, 6, 6], [3, 5, 7]], tf.int64)

    def rows(sparse):
        return [list(part) for part in once(tf.sparse.to_dense(sparse))]

    return {
        "difference": rows(metrics.set_difference(a, b)),
        "other": rows(metrics.set_difference(a, b, aminusb=False)),
        "intersection": rows(metrics.set_intersection(a, b)),
        "union": rows(metrics.set_union(a, b, validate_indices=False)),
        "size": once(metrics.set_size(metrics.set_union(a, b))),
    }


def cases():
    """Every public name of `contrib.metrics`."""
    metrics = contrib.metrics
    for name in sorted(NEEDED):
        yield name, lambda n=name: call(n, NEEDED[n])
        yield name + " with all", lambda n=name: call(n, plus(n, NEEDED[n]))
    for title, (name, arguments) in sorted(MORE.items()):
        yield title, lambda n=name, a=arguments: call(n, a)
    yield (
        "by position",
        lambda: [
            measured(
                metrics.streaming_precision(tf.constant(GUESSES), tf.constant(TRUTHS), WEIGHTS)
            ),
            measured(metrics.streaming_recall(tf.constant(GUESSES[::-1].copy()), TRUTHS)),
            measured(metrics.streaming_mean_relative_error(NEAR, REALS, np.abs(REALS) + 1)),
        ],
    )
    yield "accuracy", lambda: once(metrics.accuracy(tf.constant(GUESSES), tf.constant(TRUTHS)))
    yield (
        "accuracy weighted",
        lambda: once(metrics.accuracy(tf.constant(GUESSES), tf.constant(TRUTHS), WEIGHTS)),
    )
    yield "accuracy reals", lambda: metrics.accuracy(tf.constant(REALS), tf.constant(REALS))
    yield (
        "accuracy types",
        lambda: metrics.accuracy(tf.constant(GUESSES), tf.constant(TRUTHS.astype(np.int32))),
    )
    yield (
        "confusion_matrix",
        lambda: once(
            metrics.confusion_matrix(TRUTHS, GUESSES),
            metrics.confusion_matrix([1, 2], [2, 2], 4, tf.int64, "mine", [3, 5]),
        ),
    )
    yield "confusion_matrix classes", lambda: once(metrics.confusion_matrix([1, 5], [0, 1], 2))
    yield "sets", sets
    yield (
        "aggregate_metrics",
        lambda: [len(part) for part in metrics.aggregate_metrics((1, 2), (3, 4))],
    )
    yield "aggregate_metrics of none", lambda: metrics.aggregate_metrics()
    yield (
        "aggregate_metric_map",
        lambda: [dict(part) for part in metrics.aggregate_metric_map({"a": (1, 2), "b": (3, 4)})],
    )
    yield (
        "auc_using_histogram",
        lambda: measured(
            metrics.auc_using_histogram(
                tf.constant(TRUTHS > 0), tf.constant(SCORES), score_range=[0.0, 1.0], nbins=10
            )
        ),
    )
    yield "names", lambda: public(metrics)
    yield "signatures", lambda: signatures(metrics)
    ops = module("metrics.python.ops.metric_ops")
    listed = sorted({*dir(ops), *public(metrics)})
    yield (
        "metric_ops",
        lambda: [
            name
            for name in listed
            if name.startswith(("streaming", "aggregate")) and hasattr(ops, name)
        ],
    )
    yield (
        "by their paths",
        lambda: [
            getattr(module("metrics.python." + path), name) is getattr(metrics, name)
            for path, name in (
                ("ops.metric_ops", "streaming_mean"),
                ("ops.set_ops", "set_size"),
                ("ops.confusion_matrix_ops", "confusion_matrix"),
                ("ops.histogram_ops", "auc_using_histogram"),
                ("metrics.classification", "accuracy"),
            )
        ],
    )
