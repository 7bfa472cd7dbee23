"""What the two kinds of Adam for embeddings leave alone."""

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat.contrib import opt

tf1 = tf.compat.v1


@pytest.mark.parametrize("resource", [False, True])
@pytest.mark.parametrize("kind", ["LazyAdamOptimizer", "LazyAdamGSOptimizer"])
def test_rows_that_were_not_looked_up_keep_values_and_moments(graph, kind, resource):
    """After a step on rows 0 and 2, the moments move row 0 only if row 0 is looked up again."""
    step = tf1.train.get_or_create_global_step()
    rows = tf1.placeholder(tf.int32, [None])
    table = tf1.get_variable("table", initializer=tf.ones([4, 2]), use_resource=resource)
    optimizer = getattr(opt, kind)(learning_rate=0.1)
    if kind == "LazyAdamGSOptimizer":
        optimizer = opt.LazyAdamGSOptimizer(step, 0.1)
    loss = tf.reduce_sum(tf.nn.embedding_lookup(table, rows))
    train_op = optimizer.minimize(loss, global_step=step)
    everything = [table] + [optimizer.get_slot(table, name) for name in ("m", "v")]
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        session.run(train_op, {rows: [0, 2]})
        before = session.run(everything)
        session.run(train_op, {rows: [2, 3]})
        after = session.run(everything)
    for old, new in zip(before, after):
        np.testing.assert_array_equal(old[:2], new[:2])
        assert (old[2:] != new[2:]).all()
    np.testing.assert_array_equal(before[0][1], 1)
    np.testing.assert_allclose(before[0][0], 0.9, rtol=1e-4)


def test_is_adam_where_gradients_are_dense(graph):
    """Dense gradients give the values that Adam gives."""
    values = np.linspace(-1, 1, 6).astype(np.float32)
    found = []
    for make in (opt.LazyAdamOptimizer, tf1.train.AdamOptimizer):
        variable = tf1.Variable(values)
        found.append(
            (variable, make(0.1).minimize(tf.reduce_sum(variable**2), var_list=[variable]))
        )
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        for _ in range(3):
            session.run([train_op for _, train_op in found])
        lazy, adam = session.run([variable for variable, _ in found])
    np.testing.assert_array_equal(lazy, adam)
    assert (lazy != values).all()


def test_a_row_that_is_given_twice_moves_once_by_the_sum(graph):
    """Gradients of the same row are added before the moments take them."""
    tables = [tf1.Variable(tf.ones([2, 1])) for _ in range(2)]
    losses = [
        tf.reduce_sum(tf.gather(tables[0], [0, 0])),
        2 * tf.reduce_sum(tf.gather(tables[1], [0])),
    ]
    steps = []
    for table, loss in zip(tables, losses):
        optimizer = opt.LazyAdamOptimizer()
        steps.append(optimizer.minimize(loss, var_list=[table]))
        tables.append(optimizer.get_slot(table, "m"))
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        session.run(steps)
        twice, once, m_twice, m_once = session.run(tables)
    np.testing.assert_array_equal(twice, once)
    np.testing.assert_array_equal(m_twice, m_once)


def test_nothing_to_train_raises(graph):
    """A loss without variables raises TensorFlow's error."""
    with pytest.raises(ValueError, match="No variables to optimize"):
        opt.LazyAdamOptimizer().minimize(tf.constant(1.0))
