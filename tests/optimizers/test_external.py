"""Optimizers outside of the graph, with one of our own in SciPy's place."""

import sys

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat.contrib import opt

tf1 = tf.compat.v1


class Descent(opt.ExternalOptimizerInterface):
    """Takes a few steps down the gradient, within bounds."""

    def _minimize(self, initial_val, loss_grad_func, step_callback, optimizer_kwargs, **given):
        assert not given["equality_funcs"] + given["inequality_funcs"]
        low, high = np.transpose(given["packed_bounds"])
        value = initial_val
        for _ in range(optimizer_kwargs["steps"]):
            _, gradient = loss_grad_func(value)
            value = np.clip(value - 0.25 * gradient, low, high)
            step_callback(value)
        return value


def test_minimizes_within_bounds_and_calls_back(graph):
    """Variables get the best values, in their shapes; callbacks see losses and steps."""
    a = tf1.Variable([[4.0, 2.0]], use_resource=False)  # as in TF 1.15.5, which feeds variables
    b = tf1.Variable(8.0, use_resource=False)
    loss = tf.reduce_sum(tf.square(a)) + tf.square(b)
    optimizer = Descent(loss, var_to_bounds={b: (3.0, np.inf)}, steps=2)
    losses, steps = [], []
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        optimizer.minimize(
            session, fetches=[loss], loss_callback=losses.append, step_callback=steps.append
        )
        np.testing.assert_allclose(session.run(a), [[1.0, 0.5]])
        assert session.run(b) == 3.0
    assert losses == [84.0, 21.0]
    np.testing.assert_allclose(steps, [[2, 1, 4], [1, 0.5, 3]])


def test_the_interface_alone_does_not_minimize(graph):
    """It says what a subclass has to do."""
    optimizer = opt.ExternalOptimizerInterface(tf1.Variable(1.0) * 1.0)
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        with pytest.raises(NotImplementedError, match=r"^To use ExternalOptimizerInterface, subcl"):
            optimizer.minimize(session)


def test_without_scipy_it_says_so(graph, monkeypatch):
    """The error names the package that is needed."""
    monkeypatch.setitem(sys.modules, "scipy", None)
    monkeypatch.delitem(sys.modules, "scipy.optimize", raising=False)
    optimizer = opt.ScipyOptimizerInterface(tf1.Variable(1.0) * 1.0)
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        with pytest.raises(ModuleNotFoundError, match=r"^No module named 'scipy': .*pip install"):
            optimizer.minimize(session)
