"""Weight decay that gradients and their moments do not see."""

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat.contrib import opt

tf1 = tf.compat.v1


def trained(train_op, *variables):
    """The variables after one step."""
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        session.run(train_op)
        return session.run(list(variables))


def test_decay_is_apart_from_the_gradient(graph):
    """A step is the optimizer's, less a part of the weight; moments are of the gradient alone."""
    variable = tf1.Variable([2.0, -4.0])
    optimizer = opt.MomentumWOptimizer(weight_decay=0.25, learning_rate=0.5, momentum=0.9)
    train_op = optimizer.minimize(tf.reduce_sum(variable))
    value, momentum = trained(train_op, variable, optimizer.get_slot(variable, "momentum"))
    np.testing.assert_allclose(value, [2 * 0.75 - 0.5, -4 * 0.75 - 0.5])
    np.testing.assert_allclose(momentum, [1, 1])


def test_chosen_variables_decay(graph):
    """`decay_var_list` of `apply_gradients` names those that decay."""
    weights, bias = tf1.Variable(2.0), tf1.Variable(2.0)
    optimizer = opt.AdamWOptimizer(weight_decay=0.25, learning_rate=0.0)
    pairs = optimizer.compute_gradients(weights + bias)
    train_op = optimizer.apply_gradients(pairs, decay_var_list=[weights])
    assert trained(train_op, weights, bias) == [1.5, 2.0]


@pytest.mark.parametrize("resource", [False, True])
def test_sparse_gradients_decay_their_rows(graph, resource):
    """Rows that were not looked up do not decay."""
    table = tf1.get_variable("table", initializer=tf.fill([3, 1], 2.0), use_resource=resource)
    optimizer = opt.MomentumWOptimizer(0.25, 0.5, 0.0)
    (value,) = trained(optimizer.minimize(tf.reduce_sum(tf.gather(table, [0, 2]))), table)
    np.testing.assert_allclose(value, [[1.0], [2.0], [1.0]])


def test_any_optimizer_can_be_extended(graph):
    """The class that is made has the constructor of the base behind the decay."""
    make = opt.extend_with_decoupled_weight_decay(tf1.train.GradientDescentOptimizer)
    assert issubclass(make, opt.DecoupledWeightDecayExtension)
    assert issubclass(make, tf1.train.GradientDescentOptimizer)
    variable = tf1.Variable(2.0)
    train_op = make(lambda: 0.25, 0.5).minimize(variable * 1.0)
    assert trained(train_op, variable) == [1.0]


def test_a_decay_is_needed():
    """The first argument has no default."""
    with pytest.raises(TypeError, match="weight_decay"):
        opt.AdamWOptimizer()
