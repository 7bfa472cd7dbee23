"""Averages of variables, and the saver that puts them in the place of the variables."""

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat.contrib import opt

tf1 = tf.compat.v1


def test_saver_swaps_variables_and_averages(graph, tmp_path):
    """The checkpoint has the average under the variable's name; restoring swaps them back."""
    weight = tf1.get_variable("weight", initializer=8.0)
    optimizer = opt.MovingAverageOptimizer(tf1.train.GradientDescentOptimizer(1.0), 0.75)
    train_op = optimizer.minimize(4.0 * weight)
    saver = optimizer.swapping_saver()
    path = str(tmp_path / "model")
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        session.run(train_op)
        assert session.run(weight) == 4.0
        saver.save(session, path)
        reader = tf1.train.load_checkpoint(path)
        assert reader.get_tensor("weight") == 7.0  # 0.75 * 8 + 0.25 * 4
        assert reader.get_tensor("weight/ExponentialMovingAverage") == 4.0
        session.run(weight.assign(0.0))
        saver.restore(session, path)
        assert session.run(weight) == 4.0
        plain = tf1.train.Saver([weight], name="plain")
        plain.restore(session, path)
        assert session.run(weight) == 7.0


def test_other_variables_are_saved_as_they_are(graph, tmp_path):
    """Partitions are swapped by their full name, and what is not trained is not swapped."""
    partitioner = tf1.fixed_size_partitioner(2)
    table = tf1.get_variable(
        "table", [4], initializer=tf1.ones_initializer(), partitioner=partitioner
    )
    count = tf1.get_variable("count", initializer=3.0, trainable=False)
    optimizer = opt.MovingAverageOptimizer(tf1.train.GradientDescentOptimizer(1.0), 0.5)
    train_op = optimizer.minimize(tf.reduce_sum(tf.convert_to_tensor(table)))
    saver = optimizer.swapping_saver()
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        session.run(train_op)
        saver.save(session, str(tmp_path / "model"))
        assert session.run(count) == 3.0
    reader = tf1.train.load_checkpoint(str(tmp_path / "model"))
    np.testing.assert_array_equal(reader.get_tensor("table"), np.full(4, 0.5))
    assert reader.get_tensor("count") == 3.0


def test_saver_needs_averages_and_their_variables(graph):
    """Before there is a step, and without an average's variable, it raises contrib's errors."""
    weight = tf1.get_variable("weight", initializer=8.0)
    optimizer = opt.MovingAverageOptimizer(tf1.train.GradientDescentOptimizer(1.0))
    with pytest.raises(RuntimeError, match=r"^Must call apply_gradients or minimize before"):
        optimizer.swapping_saver()
    optimizer.minimize(4.0 * weight)
    (average,) = (v for v in tf1.global_variables() if "Average" in v.name)
    with pytest.raises(
        ValueError, match=r"^Variable to swap weight is not part of variables to sa"
    ):
        optimizer.swapping_saver([average])
