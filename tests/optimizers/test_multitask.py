"""Tasks that take turns, and clipping by the norm of all gradients."""

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat.contrib import opt

tf1 = tf.compat.v1


def test_momentum_does_not_move_a_task_without_examples(graph):
    """A variable whose gradient is zero keeps value and slot, until it has a gradient again."""
    scale = tf1.placeholder(tf.float32, [])
    weight = tf1.get_variable("weight", initializer=[1.0, 2.0])
    optimizer = opt.MultitaskOptimizerWrapper(tf1.train.MomentumOptimizer(0.5, 0.5))
    train_op = optimizer.minimize(scale * tf.reduce_sum(weight))
    found = []
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        for value in (1.0, 0.0, 1.0):
            session.run(train_op, {scale: value})
            found.append(session.run([weight, optimizer.get_slot(weight, "momentum")]))
    np.testing.assert_allclose(found[0], [[0.5, 1.5], [1, 1]])
    np.testing.assert_allclose(found[1], found[0])
    np.testing.assert_allclose(found[2], [[-0.25, 0.75], [1.5, 1.5]])


def test_only_optimizers_are_wrapped():
    """Anything else raises contrib's error, which names what was given."""
    with pytest.raises(TypeError, match=r"^Supplied optimizer must be an instance of.*a str"):
        opt.MultitaskOptimizerWrapper("Momentum")


def test_clips_by_the_norm_of_all_gradients(graph):
    """Pairs stay pairs, gradients that are None stay None, and the norm is that of before."""
    pairs = [(tf.constant([3.0]), "a"), (None, "b"), (tf.constant([4.0]), "c")]
    clipped, norm = opt.clip_gradients_by_global_norm(pairs, 2.5)
    assert [variable for _, variable in clipped] == ["a", "b", "c"]
    assert clipped[1][0] is None
    with tf1.Session() as session:
        first, last, norm = session.run([clipped[0][0], clipped[2][0], norm])
    np.testing.assert_allclose([first[0], last[0], norm], [1.5, 2.0, 5.0])
