"""contrib's less common cells beyond what the oracle's cases compare."""

import numpy as np
import pytest

from tf_spec_compat import contrib
from tf_spec_compat._tf import tf, tf1

GRID = {"feature_size": 2, "frequency_skip": 2}


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (
            lambda r: r.Conv1DLSTMCell(input_shape=(3,), output_channels=1, kernel_shape=[1]),
            ValueError,
            r"Invalid input_shape \(3,\) for conv_ndims=1: give 1 sizes",
        ),
        (
            lambda r: called(r.TimeFreqLSTMCell(2)),
            TypeError,
            "got None and 1: pass them to TimeFreqLSTMCell",
        ),
        (
            lambda r: called(r.TimeFreqLSTMCell(2, feature_size=9)),
            ValueError,
            r"inputs of shape \(2, 4\) hold no band of feature_size=9",
        ),
        (lambda r: r.GridLSTMCell(2), ValueError, "Must specify num_frequency_blocks, got None"),
        (
            lambda r: called(r.GridLSTMCell(2, num_frequency_blocks=[1], **GRID)),
            ValueError,
            "requires 1 but gets 2, .*: columns 0 to 4, feature_size=2, frequency_skip=2",
        ),
        (
            lambda r: called(r.GridLSTMCell(2, num_frequency_blocks=[1, 1], **GRID)),
            ValueError,
            "but instead is 2: give start_freqindex_list",
        ),
    ],
)
def test_errors_say_what_was_given(make, error, words, graph):
    """Each error names what was given."""
    with pytest.raises(error, match=words):
        make(contrib.rnn)


def called(cell):
    return cell(tf.zeros([2, 4]), cell.zero_state(2, tf.float32))


def test_cells_in_graphs_of_tf2(graph):
    """All cells work with the variables and loops of TF2, and where the batch size is not known."""
    rnn = contrib.rnn
    inputs = tf1.placeholder(tf.float32, [None, 3, 4])
    space = rnn.Conv1DLSTMCell(input_shape=(4, 1), output_channels=2, kernel_shape=(3,))
    outputs = [
        tf1.nn.dynamic_rnn(cell, sequence, dtype=tf.float32, scope=cell.name)[0]
        for cell, sequence in (
            (space, inputs[..., None]),
            (rnn.PhasedLSTMCell(3), (inputs[..., :1], inputs)),
            (rnn.TimeFreqLSTMCell(3, feature_size=4), inputs),
            (rnn.GridLSTMCell(2, num_frequency_blocks=[2], **GRID), inputs),
            (rnn.BidirectionalGridLSTMCell(2, num_frequency_blocks=[2], **GRID), inputs),
        )
    ]
    assert [output.shape.as_list()[1:] for output in outputs] == [
        [3, 4, 2],
        [3, 3],
        [3, 3],
        [3, 8],
        [3, 16],
    ]
    gradients = tf1.gradients(outputs, tf1.trainable_variables())
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        found = session.run([*outputs, *gradients], {inputs: [[[0.1, 0.2, 0.3, 0.4]] * 3] * 2})
    assert all(np.isfinite(figures).all() for figures in found)
    assert {len(figures) for figures in found[: len(outputs)]} == {2}
