"""Trees of beams against a walk over them in Python."""

import numpy as np
import pytest

from tf_spec_compat import contrib
from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.seq2seq.beams import gather_tree_from_array

seq2seq = contrib.seq2seq


def walked(ids, parents, lengths, end):
    """The definition, beam by beam."""
    time, batch, beams = ids.shape
    found = np.full_like(ids, end)
    for entry in range(batch):
        for beam in range(beams):
            row = beam
            for step in reversed(range(min(lengths[entry], time))):
                found[step, entry, beam] = ids[step, entry, row]
                row = parents[step, entry, row]
            ends = np.flatnonzero(found[:, entry, beam] == end)
            if ends.size:
                found[ends[0] :, entry, beam] = end
    return found


def test_trees_of_many_shapes():
    """Sequences are those that the definition gives, for lengths within and beyond the steps."""
    random = np.random.default_rng(5)
    for time, batch, beams in ((1, 1, 1), (1, 2, 3), (6, 3, 4), (9, 1, 2), (5, 4, 1)):
        ids = random.integers(0, 6, (time, batch, beams)).astype(np.int32)
        parents = random.integers(0, beams, (time, batch, beams)).astype(np.int32)
        lengths = random.integers(0, time + 2, batch).astype(np.int32)
        found = seq2seq.gather_tree(ids, parents, lengths, 3)
        np.testing.assert_array_equal(found, walked(ids, parents, lengths, 3))


def test_no_steps():
    """There may be none."""
    nothing = np.zeros([0, 2, 3], np.int32)
    assert seq2seq.gather_tree(nothing, nothing, [0, 0], 3).shape == (0, 2, 3)


def test_parents_that_are_no_beams():
    """Such a tree fails when it is computed."""
    ids = np.zeros([2, 1, 2], np.int32)
    with pytest.raises(tf.errors.InvalidArgumentError):
        seq2seq.gather_tree(ids, ids + 7, [2], 3)


def test_arrays_in_the_order_of_beams():
    """What belongs to a beam goes with it; behind a beam's end nothing moves."""
    parents = np.array([[[0, 0]], [[1, 0]], [[1, 1]]], np.int32)
    values = np.arange(6.0).reshape(3, 1, 2)
    found = gather_tree_from_array(values, parents, [[3, 1]])
    np.testing.assert_array_equal(found, [[[0, 0]], [[3, 3]], [[4, 5]]])


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: seq2seq.tile_batch(tf.constant(1), 2), "t must have statically known rank"),
        (lambda: seq2seq.gather_tree([[1]], [[[1]]], [1], 0), "must be rank 3 but is rank 2"),
        (lambda: seq2seq.gather_tree([[[1]]], [[[0]]], [1, 1], 0), "Dimensions must be equal"),
        (lambda: seq2seq.gather_tree([[[1]]], [[[0]]], [1], [0]), "must be rank 0 but is rank 1"),
    ],
)
def test_shapes_that_do_not_fit(make, words):
    """They are refused in the words of contrib's op."""
    with pytest.raises(ValueError, match=words):
        make()


def test_a_search_by_the_loops_of_tf2(graph):
    """The sequences of a model that always prefers the next number, best first."""
    table = np.log(np.full([5, 5], 0.01) + 0.9 * np.eye(5, k=1)).astype(np.float32)

    class Next(contrib.rnn.RNNCell):
        """Gives the row of the table that its input is."""

        state_size, output_size = 1, 5

        def call(self, inputs, state):
            return inputs, state + 1

    decoder = seq2seq.BeamSearchDecoder(
        Next(), table, [0, 2], 4, seq2seq.tile_batch(tf.zeros([2, 1]), 2), 2
    )
    outputs, state, lengths = seq2seq.dynamic_decode(decoder, maximum_iterations=8)
    with tf1.Session() as session:
        ids, found, steps = session.run([outputs.predicted_ids, state.lengths, lengths])
    assert ids[0, :4, 0].tolist() == [1, 2, 3, 4]
    assert ids[1, :2, 0].tolist() == [3, 4]
    assert found[:, 0].tolist() == [4, 2]
    assert steps.dtype == np.int32
