"""Single steps of the other optimizers, by hand."""

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat.contrib import opt

tf1 = tf.compat.v1


def after(steps, make, loss_of=tf.reduce_sum, start=(3.0, -4.0)):
    """The variable after so many steps on a loss, the sum of the variable by default."""
    variable = tf1.Variable(np.array(start, np.float32))
    train_op = make().minimize(loss_of(variable), tf1.train.get_or_create_global_step())
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        for _ in range(steps):
            session.run(train_op)
        return session.run(variable)


@pytest.mark.parametrize("kind", ["AdaMaxOptimizer", "AdamGSOptimizer"])
def test_first_step_has_the_size_of_the_rate(graph, kind):
    """Adam's first step is the learning rate, whatever the gradient's size."""
    found = after(1, lambda: getattr(opt, kind)(learning_rate=0.5), lambda v: 7 * tf.reduce_sum(v))
    np.testing.assert_allclose(found, [2.5, -4.5], rtol=1e-5)


def test_nadam_looks_ahead(graph):
    """The first step has Nesterov's part of momentum besides."""
    found = after(1, lambda: opt.NadamOptimizer(0.5, beta1=0.8))
    np.testing.assert_allclose(found, [3 - 0.5 * 1.8, -4 - 0.5 * 1.8], rtol=1e-4)


def test_sign_optimizers_scale_by_agreement(graph):
    """A gradient that agrees with its momentum is doubled, or multiplied by the base."""
    np.testing.assert_allclose(after(1, lambda: opt.AddSignOptimizer(0.5)), [2, -5])
    found = after(1, lambda: opt.PowerSignOptimizer(0.5, base=4.0))
    np.testing.assert_allclose(found, [1, -6], rtol=1e-6)


def test_sign_optimizers_do_not_take_sparse_gradients_of_resources(graph):
    """They raise, as TF 1.15.5 did."""
    table = tf1.get_variable("table", [3, 1], use_resource=True)
    with pytest.raises(NotImplementedError):
        opt.AddSignOptimizer().minimize(tf.reduce_sum(tf.gather(table, [0])))


def test_lars_scales_by_the_ratio_of_norms(graph):
    """The rate is scaled by weights' norm over gradient's, unless the name is in the skip list."""

    def make(skip=None):
        return opt.LARSOptimizer(0.5, 0.0, weight_decay=0.0, eeta=0.1, skip_list=skip)

    rate = 0.5 * 0.1 * 5 / np.sqrt(2)
    np.testing.assert_allclose(after(1, make), [3 - rate, -4 - rate], rtol=1e-5)
    np.testing.assert_allclose(after(1, lambda: make(["Variable"])), [2.5, -4.5])
    with pytest.raises(ValueError, match=r"^momentum should be positive: -1"):
        opt.LARSOptimizer(0.5, momentum=-1)


def test_reg_adagrad_forgets_on_demand(graph):
    """Within `avoid_updating_slots` steps are taken that the accumulator does not see."""
    variable = tf1.Variable(3.0)
    optimizer = opt.RegAdagradOptimizer(0.5, initial_accumulator_value=4.0)
    with optimizer.avoid_updating_slots():
        regularize = optimizer.minimize(variable * 2.0)
    train_op = optimizer.minimize(variable * 2.0)
    slot = optimizer.get_slot(variable, "accumulator")
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        session.run(regularize)
        assert session.run([variable, slot]) == [2.5, 4.0]
        session.run(train_op)
        assert session.run(slot) == 8.0
    with pytest.raises(ValueError, match="initial_accumulator_value must be positive"):
        opt.RegAdagradOptimizer(0.5, initial_accumulator_value=0.0)
