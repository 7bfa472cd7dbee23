"""Small programs that optimizers train: dense, sparse and partitioned variables."""

import numpy as np

from tests.oracle.facts import plain
from tests.oracle.legacy import tf

STEPS = 4


def numbers(*shape):
    """Gives an array of floats that repeat no soon."""
    size = int(np.prod(shape))
    return (np.cos(np.arange(size) * 1.7 + size) * 0.5).astype(np.float32).reshape(shape)


def fixed(name, *shape, **options):
    """Gives a variable with the values of `numbers`."""
    return tf.get_variable(name, initializer=tf.constant(numbers(*shape)), **options)


def dense(resource=False):
    """Gives a loss of a matrix and a vector."""
    w = fixed("w", 3, 2, use_resource=resource)
    b = fixed("b", 2, use_resource=resource)
    x = tf.constant(numbers(4, 3))
    return tf.reduce_sum(tf.square(tf.matmul(x, w) + b - 0.3)) + 0.1 * tf.reduce_sum(tf.sin(w))


def step_count():
    """Gives the global step as a float."""
    return tf.cast(tf.train.get_or_create_global_step(), tf.float32)


def sparse(resource=False, partitioner=None):
    """Gives a loss of rows of a table, one row twice, which change with the global step."""
    table = tf.get_variable(
        "table",
        [6, 2],
        initializer=tf.ones_initializer()
        if partitioner
        else tf.constant_initializer(numbers(6, 2)),
        partitioner=partitioner,
        use_resource=resource,
    )
    first = tf.train.get_or_create_global_step() % 3
    rows = tf.nn.embedding_lookup(table, tf.stack([first, first + 2, first, 0]), "div")
    return tf.reduce_sum(tf.square(rows - [[0.5, -0.2], [1.0, 0.1], [0.4, 0.2], [-0.3, 0.0]]))


def both(resource=False):
    """Gives a loss of dense and sparse variables."""
    return dense(resource) + sparse(resource)


def linear(resource=False):
    """Gives a loss whose gradients are constant, whenever variables are read."""
    w, b = fixed("w", 3, 2, use_resource=resource), fixed("b", 2, use_resource=resource)
    table = fixed("table", 6, 2, use_resource=resource)
    first = tf.train.get_or_create_global_step() % 3
    rows = tf.nn.embedding_lookup(table, tf.stack([first, first + 2, first, 0]))
    parts = [(w, numbers(3, 2)), (b, numbers(2)), (rows, numbers(4, 2))]
    return tf.add_n([tf.reduce_sum(part * values) for part, values in parts])


def partitioned(resource=False):
    """Gives a loss of a partitioned table."""
    return sparse(resource, tf.fixed_size_partitioner(2))


def values(session):
    """Gives all variables by their names."""
    variables = {v.op.name: v for v in tf.global_variables() + tf.local_variables()}
    return {name: plain(value) for name, value in session.run(variables).items()}


def slots(optimizer):
    """Gives the names of the slots, and of the variables of the optimizer."""
    return [sorted(optimizer.get_slot_names()), sorted(v.op.name for v in optimizer.variables())]


def train(make, loss, steps=STEPS, feed=None, **options):
    """Trains by the optimizer that `make` gives; returns all variables afterwards, and slots."""
    step = tf.train.get_or_create_global_step()
    value = loss()
    optimizer = make()
    update = optimizer.minimize(value, global_step=step, **options)
    with tf.Session() as session:
        session.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
        for _ in range(steps):
            session.run(update, feed)
        return [values(session), slots(optimizer)]
