"""`contrib.rnn` beyond what the oracle's cases compare."""

import inspect
import subprocess
import sys

import pytest

from tf_spec_compat import contrib
from tf_spec_compat._tf import tf, tf1


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda r: r.GRUBlockCell(2, 3), ValueError, "num_units=2, cell_size=3"),
        (lambda r: r.GLSTMCell(3, number_of_groups=2), ValueError, "3 and 2 given"),
        (lambda r: r.EmbeddingWrapper(r.GRUCell(2), 3, 0), ValueError, "must be > 0: 3, 0"),
        (lambda r: r.stack_bidirectional_rnn((), [], []), ValueError, r"cells_fw is \(\), pass"),
        (lambda r: r.FusedRNNCellAdaptor(3), TypeError, "is not an RNNCell"),
        (lambda r: r.FusedRNNCell(), TypeError, "abstract"),
        (lambda r: r.NASCell(3)(tf.ones([2]), (0, 0)), ValueError, "expected ndim=2"),
    ],
)
def test_errors_say_what_was_given(make, error, words, graph):
    """Each error names what was given."""
    with pytest.raises(error, match=words):
        make(contrib.rnn)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda r: r.UGRNNCell(), "missing 1 required positional argument: 'num_units'"),
        (lambda r: r.IndRNNCell(2, units=3), "unexpected keyword argument 'units'"),
        (lambda r: r.NASCell(2, use_peepholes=True), "use_peepholes"),
        (lambda r: r.SRUCell(2, forget_bias=2.0), "forget_bias"),
    ],
)
def test_arguments_that_a_cell_does_not_take(make, words):
    """They are refused, those that only another cell takes too."""
    with pytest.raises(TypeError, match=words):
        make(contrib.rnn)


def test_constructors_show_their_arguments():
    """Programs look for `reuse` among them, since TF 1.0 had none."""
    shown = inspect.getfullargspec(contrib.rnn.IndRNNCell.__init__)
    assert shown.args == ["self", "num_units", "activation", "reuse", "name", "dtype"]


def test_cells_in_graphs_of_tf2(graph):
    """Cells work with the variables and conditions of TF2, and without a warning."""
    rnn = contrib.rnn
    cell = rnn.MultiRNNCell([rnn.DropoutWrapper(rnn.BasicLSTMCell(3)), rnn.LSTMBlockCell(2)])
    outputs, state = tf1.nn.dynamic_rnn(cell, tf.ones([2, 4, 1]), dtype=tf.float32)
    assert outputs.shape.as_list() == [2, 4, 2]
    assert [part.shape.as_list() for part in tf.nest.flatten(state)] == [[2, 3]] * 2 + [[2, 2]] * 2


def test_recurrent_dropout(graph):
    """`LayerNormBasicLSTMCell` drops parts of the candidate, also by a tensor's share."""
    cell = contrib.rnn.LayerNormBasicLSTMCell(
        200, layer_norm=False, dropout_keep_prob=tf.constant(0.25)
    )
    output, _ = cell(tf.ones([5, 3]), cell.zero_state(5, tf.float32))
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        assert 0.15 < (session.run(output) != 0).mean() < 0.35


def test_a_sequence_of_length_zero(graph):
    """It ends in the state that it started from."""
    cell = contrib.rnn.LSTMBlockFusedCell(2)
    start = (tf.ones([2, 2]) * 3, tf.ones([2, 2]) * 4)
    _, state = cell([tf.ones([2, 1])] * 2, start, sequence_length=[0, 1])
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        c, h = session.run(state)
    assert c[0].tolist() == [3, 3]
    assert h[0].tolist() == [4, 4]


WITHOUT_LEGACY_KERAS = """
import os, sys, warnings
os.environ.pop("TF_USE_LEGACY_KERAS", None)
warnings.simplefilter("error", UserWarning)
from tf_spec_compat.contrib import rnn
from tf_spec_compat._tf import tf, tf1
with tf.Graph().as_default():
    cells = [rnn.BasicRNNCell(2), rnn.GRUCell(2), rnn.BasicLSTMCell(2), rnn.LSTMCell(2)]
    tf1.nn.static_rnn(rnn.MultiRNNCell(cells), [tf.ones([1, 2])], dtype=tf.float32)
    assert isinstance(cells[2], (rnn.RNNCell, rnn.LayerRNNCell))
    names = {v.op.name for v in tf1.global_variables()}
assert "rnn/multi_rnn_cell/cell_2/basic_lstm_cell/kernel" in names, names
with tf.Graph().as_default():
    rnn.GRUCell(2)(tf.ones([1, 2]), tf.ones([1, 2]))
    assert tf1.global_variables()[0].op.name == "gru_cell/gates/kernel"
"""


def test_no_keras_has_to_be_chosen():
    """Core's cells need no variable set and no tf-keras, on any TensorFlow, and warn of nothing."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_LEGACY_KERAS], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
