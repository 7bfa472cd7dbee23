"""Variables whose norms stay below a bound."""

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat.contrib import opt

tf1 = tf.compat.v1
START = np.array([[3.0, 4.0], [30.0, 40.0], [0.3, 0.4]], np.float32)


def clipped(loss_of, dims, resource):
    """The table after a step that only clips it."""
    table = tf1.get_variable("table", initializer=START, use_resource=resource)
    sgd = tf1.train.GradientDescentOptimizer(0.0)
    optimizer = opt.VariableClippingOptimizer(sgd, {table: dims}, max_norm=1.0)
    train_op = optimizer.minimize(loss_of(table))
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        session.run(train_op)
        return session.run(table)


@pytest.mark.parametrize("resource", [False, True])
def test_dense_gradients_clip_all_rows(graph, resource):
    """Rows with a larger norm have the largest one that is allowed; others stay."""
    found = clipped(tf.reduce_sum, [1], resource)
    np.testing.assert_allclose(found, [[0.6, 0.8], [0.6, 0.8], [0.3, 0.4]], rtol=1e-6)


@pytest.mark.parametrize("resource", [False, True])
def test_sparse_gradients_clip_their_rows(graph, resource):
    """A row that was not looked up keeps its norm."""
    found = clipped(lambda table: tf.reduce_sum(tf.gather(table, [0, 2])), [1], resource)
    np.testing.assert_allclose(found, [[0.6, 0.8], [30, 40], [0.3, 0.4]], rtol=1e-6)


def test_norms_over_the_first_dimension_need_the_whole_table(graph):
    """Where rows have no norm of their own, a sparse gradient clips all."""
    found = clipped(lambda table: tf.reduce_sum(tf.gather(table, [0])), [0, 1], False)
    np.testing.assert_allclose(found, START / np.linalg.norm(START), rtol=1e-6)


def test_other_variables_and_slots_are_the_wrapped_optimizers(graph):
    """What is not named is not clipped; slots are those of the optimizer within."""
    named, other, unused = (tf1.Variable([30.0, 40.0]) for _ in range(3))
    momentum = tf1.train.MomentumOptimizer(0.5, 0.9)
    optimizer = opt.VariableClippingOptimizer(momentum, {named: [0], unused: [0]}, 1.0)
    train_op = optimizer.minimize(tf.reduce_sum(named + other))
    assert optimizer.get_slot_names() == ["momentum"]
    assert optimizer.get_slot(other, "momentum") is momentum.get_slot(other, "momentum")
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        session.run(train_op)
        named, other, unused = session.run([named, other, unused])
    np.testing.assert_allclose(np.linalg.norm(named), 1, rtol=1e-6)
    np.testing.assert_allclose(other, [29.5, 39.5])
    np.testing.assert_allclose(unused, [30, 40])
