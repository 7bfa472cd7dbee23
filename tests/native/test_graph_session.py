"""`GraphSession`: hooks and scaffolds find in it what a session has."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.errors import UnsupportedError
from tf_spec_compat.native.graph_functions import GraphFunctions
from tf_spec_compat.native.graph_session import GraphSession


def test_is_used_as_a_session_is() -> None:
    """Results are those of a session: sparse tensors and gradients, fed ones, callables, `eval`."""
    graph = tf.Graph()
    with graph.as_default():
        table = tf.constant([[1.0], [2.0], [3.0]])
        with_shape = tf.IndexedSlices(table[:1], tf.constant([2]), tf.constant([3, 1]))
        without = tf.IndexedSlices(table[:1], tf.constant([2]))
        sparse = tf1.sparse_placeholder(tf.float32)
        number = tf1.placeholder(tf.float32, [])
        more = number + 1.0
        total = tf.sparse.reduce_sum(sparse)
    value = tf1.SparseTensorValue([[0]], [2.0], [3])
    native = GraphSession(GraphFunctions(graph, {}))

    def used(session: Any) -> Any:
        with graph.as_default(), session.as_default():
            assert tf1.get_default_session() is session
            evaluated = total.eval({sparse: value})
        return [
            session.run([with_shape, {"a": without}]),
            session.run([sparse, total], {sparse: value, number: 1.0}),
            session.run(total, {sparse: tuple(value)}),
            session.make_callable([more, table], [number])(5.0),
            evaluated,
            [node.name for node in session.graph_def.node],
        ]

    with tf1.Session(graph=graph) as session:
        expected = used(session)
    found = used(native)
    assert repr(found) == repr(expected)
    eager = tf.SparseTensor([[0]], [2.0], [3])
    np.testing.assert_array_equal(native.run(total, {sparse: eager}), 2.0)
    assert tf.executing_eagerly()
    with pytest.raises(UnsupportedError, match="accept_options"):
        native.make_callable(table, accept_options=True)
