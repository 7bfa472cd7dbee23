"""Attention beyond what the oracle's cases compare."""

import numpy as np
import pytest

from tf_spec_compat import contrib
from tf_spec_compat._tf import tf, tf1

seq2seq = contrib.seq2seq
MEMORY = np.cos(np.arange(24)).reshape(2, 4, 3).astype(np.float32)


def test_monotonic_attention_of_doubles(graph):
    """The bias is of the query's type; contrib's was float32, and failed."""
    mechanism = seq2seq.LuongMonotonicAttention(3, MEMORY.astype(float), dtype=tf.float64)
    state = mechanism.initial_state(2, tf.float64)
    alignments, _ = mechanism(tf.ones([2, 3], tf.float64), state)
    assert alignments.dtype == tf.float64


def test_modes_agree():
    """Exact and parallel computation give the same; hard is exact for 0 and 1."""
    random = np.random.default_rng(3)
    before = random.random((3, 6)).astype(np.float32) / 6
    chosen = random.random((3, 6)).astype(np.float32)
    exact, parallel = (
        seq2seq.monotonic_attention(chosen, before, mode) for mode in ("recursive", "parallel")
    )
    np.testing.assert_allclose(exact, parallel, rtol=1e-4, atol=1e-6)
    sure = (chosen > 0.5).astype(np.float32)
    start = np.eye(6, dtype=np.float32)[:3]
    exact, hard = (seq2seq.monotonic_attention(sure, start, mode) for mode in ("recursive", "hard"))
    np.testing.assert_array_equal(exact, hard)


def test_clone_compares_shapes_that_are_known_late(graph):
    """A state of another batch fails when it is computed."""
    batch = tf1.placeholder(tf.int32, [])
    memory = tf1.placeholder(tf.float32, [None, 4, 3])
    cell = seq2seq.AttentionWrapper(contrib.rnn.GRUCell(3), seq2seq.LuongAttention(3, memory))
    given = tf1.placeholder(tf.float32, [None, 3])
    start = cell.zero_state(batch, tf.float32).clone(cell_state=given)
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        feed = {batch: 2, memory: MEMORY, given: np.ones([2, 3])}
        assert session.run(start.cell_state, feed).tolist() == [[1.0] * 3] * 2
        feed[given] = np.ones([6, 3])
        with pytest.raises(tf.errors.InvalidArgumentError, match="Invalid shape for tensor"):
            session.run(start.cell_state, feed)


def test_mechanisms_that_take_their_state_by_another_name(graph):
    """A mechanism of before 1.5 calls it `previous_alignments`."""

    class Old(seq2seq.LuongAttention):
        def __call__(self, query, previous_alignments):
            return super().__call__(query, previous_alignments)

    cell = seq2seq.AttentionWrapper(contrib.rnn.GRUCell(3), Old(3, MEMORY))
    output, _ = cell(tf.ones([2, 2]), cell.zero_state(2, tf.float32))
    assert output.shape.as_list() == [2, 3]


def test_layers_need_no_keras_2(graph):
    """The layers of contrib's days are there with every Keras, under the same names."""
    from tensorflow.python.layers.core import Dense

    cell = seq2seq.AttentionWrapper(
        contrib.rnn.GRUCell(3), seq2seq.BahdanauAttention(3, MEMORY), attention_layer=Dense(2)
    )
    cell(tf.ones([2, 2]), cell.zero_state(2, tf.float32))
    names = [variable.op.name for variable in tf1.trainable_variables()]
    assert names[0] == "memory_layer/kernel"
    assert "attention_wrapper/bahdanau_attention/query_layer/kernel" in names
    assert names[-2:] == ["attention_wrapper/dense/kernel", "attention_wrapper/dense/bias"]
