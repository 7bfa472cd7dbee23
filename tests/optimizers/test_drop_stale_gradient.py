"""Gradients that are too old."""

import pytest
import tensorflow as tf

from tf_spec_compat.contrib import opt

tf1 = tf.compat.v1


@pytest.mark.parametrize(("staleness", "value", "dropped"), [(0, 1.0, 1.0), (1, 0.5, 0.0)])
def test_drops_what_is_older_than_allowed(graph, staleness, value, dropped):
    """A step that another one overtakes while gradients are computed is left out and counted."""
    step = tf1.train.get_or_create_global_step()
    weight = tf1.get_variable("weight", initializer=1.0)
    sgd = tf1.train.GradientDescentOptimizer(0.5)
    optimizer = opt.DropStaleGradientOptimizer(sgd, staleness)
    [(gradient, _)] = optimizer.compute_gradients(weight * 1.0)
    with tf.control_dependencies([gradient]):
        other = step.assign_add(1)
    with tf.control_dependencies([other]):
        late = tf.identity(gradient)
    train_op = optimizer.apply_gradients([(late, weight)], global_step=step)
    counter = next(v for v in tf1.global_variables() if v.op.name == "stale_counter")
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        session.run(train_op)
        assert session.run([weight, counter]) == [value, dropped]


def test_needs_the_global_step(graph):
    """Without one there is nothing to count by."""
    weight = tf1.get_variable("weight", initializer=1.0)
    optimizer = opt.DropStaleGradientOptimizer(tf1.train.GradientDescentOptimizer(0.5), 0)
    with pytest.raises(TypeError, match=r"^unsupported operand.*pass global_step"):
        optimizer.minimize(weight * 1.0)
