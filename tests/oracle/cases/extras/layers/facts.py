"""Builds layers in a graph of their own and writes down what a user can see of them."""

import numpy as np

from tests.oracle.facts import collections, plain, summary_values, tensor_facts, variables
from tests.oracle.harness import session_config
from tests.oracle.legacy import tf
from tests.oracle.words import said

__all__ = ["Layer", "attempt", "image", "pattern", "rows"]


def pattern(*shape):
    """Gives numbers of no special symmetry, between -1 and 1."""
    return np.sin(np.arange(int(np.prod(shape)), dtype=np.float32) * 1.7 + 0.3).reshape(shape)


def rows(*shape):
    return tf.constant(pattern(*(shape or (4, 3))), name="given")


def image(*shape):
    return tf.constant(pattern(*(shape or (2, 4, 4, 2))), name="given")


def attempt(function, *args, **kwargs):
    """Gives what the call gives, or the classes and words of what it raised."""
    try:
        return function(*args, **kwargs)
    except Exception as error:  # noqa: BLE001 - the type is the thing recorded
        return {"raised": said(error)}


class Layer(object):
    """A case for `harness.observe`: `build()` gives tensors, plain facts, or a nest of both.

    With `gradients`, the gradient of the outputs' squares is recorded for each trainable variable.
    Trainable variables are given fixed values first, for initial values are random; `assign=False`
    leaves them as they are.
    """

    def __init__(self, build, gradients=False, assign=True):
        self._build = build
        self._gradients = gradients
        self._assign = assign

    def facts(self):
        """Runs the case."""
        with tf.Graph().as_default() as graph:
            tf.set_random_seed(1)
            made = _flat(self._build())
            tensors = {k: v for k, v in made.items() if isinstance(v, (tf.Tensor, tf.SparseTensor))}
            record = {
                "outputs": {
                    k: [v.op.name, tensor_facts(v)] if k in tensors else [plain(v)]
                    for k, v in made.items()
                },
                "variables": variables(),
                "collections": collections(),
            }
            losses = tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)
            aliases = {v.op.name: getattr(v, "aliases", None) for v in tensors.values()}
            record["aliases"] = {k: v for k, v in aliases.items() if v}
            gradients = self._slopes(tensors) if self._gradients else {}
            updates = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
            merged = tf.summary.merge_all()
            assign = [
                v.assign(pattern(*v.shape.as_list()) / 2 + 0.1)
                for v in sorted(tf.trainable_variables(), key=lambda v: v.op.name)
                if self._assign
            ]
            with tf.Session(graph=graph, config=session_config()) as session:
                session.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
                session.run([tf.tables_initializer(), *assign])
                for key, value in session.run(tensors).items():
                    record["outputs"][key].append(plain(value))
                record["losses"] = [plain(v) for v in session.run(losses)]
                record["gradients"] = plain(session.run(gradients))
                if merged is not None:
                    record["summaries"] = summary_values(session.run(merged))
                if updates:
                    session.run(updates)
                    values = [v for v in tf.global_variables() if v not in tf.trainable_variables()]
                    record["after"] = {v.op.name: plain(session.run(v)) for v in values}
        return {k: v for k, v in record.items() if v not in ({}, [])}

    @staticmethod
    def _slopes(tensors):
        loss = tf.add_n([tf.reduce_sum(tf.square(v)) for v in tensors.values()])
        found = zip(tf.trainable_variables(), tf.gradients(loss, tf.trainable_variables()))
        return {v.op.name: tf.reduce_sum(tf.abs(g)) for v, g in found if g is not None}


def _flat(made, path=""):
    if isinstance(made, dict) and list(made) != ["raised"]:
        items = made.items()
    elif isinstance(made, (list, tuple)) and not isinstance(made, tf.SparseTensor):
        items = enumerate(made)
    else:
        return {path: made}
    flat = {}
    for key, value in items:
        flat.update(_flat(value, "%s%s%s" % (path, "/" if path else "", key)))
    return flat
