"""`learn.models` and `learn.ops` beyond what the oracle's cases compare."""

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat._tf import legacy_keras_problem
from tf_spec_compat.contrib.learn import models
from tf_spec_compat.errors import UnsupportedError

tf1 = tf.compat.v1


class Cell:
    """A cell that needs no Keras: the mean of its inputs so far, and its number of steps."""

    output_size = 2
    state_size = 3

    def zero_state(self, batch_size, dtype):
        return tf.zeros([batch_size, 3], dtype)

    def __call__(self, inputs, state, scope=None):
        steps = state[:, 2:] + 1.0
        total = state[:, :2] + inputs
        return total / steps, tf.concat([total, steps], 1)


def outputs(lengths=None, steps=3):
    """What both directions of `Cell` give, each step's `[2, 4]`, and the last states."""
    with tf.Graph().as_default(), tf1.Session() as session:
        sequence = np.arange(12.0, dtype="float32").reshape(3, 2, 2)[:steps]
        inputs = [tf.constant(step) for step in sequence]
        unrolled = models.bidirectional_rnn(
            Cell(), Cell(), inputs, dtype=tf.float32, sequence_length=lengths
        )
        return session.run(unrolled)


class TestBidirectional:
    """Cells of one's own, and sequences of different lengths."""

    def test_cells_need_no_keras(self):
        """Any object that can what an RNNCell can is a cell."""
        steps, state = outputs()
        np.testing.assert_allclose(steps[0][0], [0, 1, 4, 5])
        np.testing.assert_allclose(steps[2][0], [4, 5, 8, 9])
        np.testing.assert_allclose(state[0], [12, 15, 3, 12, 15, 3])

    def test_each_example_turns_at_its_own_end(self):
        """An example of two steps is read as if there were no third; contrib failed."""
        whole, whole_state = outputs()
        short, short_state = outputs(steps=2)
        found, state = outputs([2, 3])
        for step in range(2):
            np.testing.assert_allclose(found[step][0], short[step][0])
        np.testing.assert_allclose(found[2][0], np.zeros(4))
        np.testing.assert_allclose(state[0], short_state[0])
        for step in range(3):
            np.testing.assert_allclose(found[step][1], whole[step][1])
        np.testing.assert_allclose(state[1], whole_state[1])

    @pytest.mark.parametrize(
        ("cell", "inputs", "words"),
        [
            (5, [0.0], "cell_fw must be an instance of RNNCell, or like one, got 5"),
            (Cell(), 0.0, "inputs must be a list of tensors, one for each step, got 0.0"),
        ],
    )
    def test_wrong_arguments_are_named(self, cell, inputs, words):
        """The error says which argument is wrong, and what it was."""
        with pytest.raises(TypeError, match=words):
            models.bidirectional_rnn(cell, Cell(), inputs, dtype=tf.float32)


class TestModels:
    """What else is different here."""

    def test_missing_keras_is_explained(self, graph):
        """Where TensorFlow has no RNN cells for want of Keras 2, the error says what to do."""
        if legacy_keras_problem() is None:
            pytest.skip("Keras 2 is in use")
        rest = dict.fromkeys(
            ["sequence_length", "initial_state", "attn_length", "attn_size", "attn_vec_size"]
        )
        model = models.get_rnn_model(
            2, "gru", 1, lambda x: [x], False, models.linear_regression, **rest
        )
        with pytest.raises(UnsupportedError, match="TF_USE_LEGACY_KERAS=1"):
            model(tf.zeros([2, 2]), tf.zeros([2, 1]))

    def test_models_of_zeros_start_as_zeros(self, graph):
        """The variables of the `zero_init` models start as zeros."""
        models.linear_regression_zero_init(tf.ones([2, 3]), tf.ones([2, 1]))
        models.logistic_regression_zero_init(tf.ones([2, 3]), tf.ones([2, 2]))
        with tf1.Session() as session:
            session.run(tf1.global_variables_initializer())
            for value in session.run(tf1.global_variables()):
                np.testing.assert_array_equal(value, np.zeros_like(value))

    def test_unknown_shape_is_named(self, graph):
        """The error names the tensor whose shape is not known."""
        with pytest.raises(ValueError, match="unknown rank: that of y"):
            models.linear_regression(tf.zeros([2, 2]), tf1.placeholder(tf.float32))
