"""Decoders beyond what the oracle's cases compare: loops of TF2, inputs of several kinds."""

import numpy as np
import pytest

from tf_spec_compat import contrib
from tf_spec_compat._tf import tf, tf1

seq2seq = contrib.seq2seq
EMBEDDING = np.sin(np.arange(15)).reshape(5, 3).astype(np.float32)


def translator(training):
    """A small network with attention; returns outputs and lengths."""
    memory = tf.constant(np.cos(np.arange(24)).reshape(2, 4, 3), tf.float32)
    with tf1.variable_scope("net", reuse=tf1.AUTO_REUSE):
        cell = seq2seq.AttentionWrapper(
            contrib.rnn.GRUCell(3),
            seq2seq.BahdanauAttention(3, memory, [4, 2]),
            attention_layer_size=3,
            alignment_history=True,
        )
        if training:
            helper = seq2seq.TrainingHelper(memory, [3, 2])
        else:
            helper = seq2seq.GreedyEmbeddingHelper(EMBEDDING, [1, 2], 0)
        decoder = seq2seq.BasicDecoder(cell, helper, cell.zero_state(2, tf.float32))
        return seq2seq.dynamic_decode(decoder, impute_finished=training, maximum_iterations=4)


def trained():
    """Figures of a network that takes some steps, by the loops of the moment."""
    with tf.Graph().as_default(), tf1.Session() as session:
        outputs, state, lengths = translator(training=True)
        weights = tf.sequence_mask(lengths, 3, tf.float32)
        loss = seq2seq.sequence_loss(outputs.rnn_output, tf.constant([[0, 1, 2]] * 2), weights)
        step = tf1.train.GradientDescentOptimizer(0.5).minimize(loss)
        inferred, _, _ = translator(training=False)
        session.run(tf1.global_variables_initializer())
        values = session.run(tf1.global_variables())
        for number, (variable, value) in enumerate(zip(tf1.global_variables(), values)):
            settled = np.sin(np.arange(value.size) + number).reshape(value.shape)
            variable.load(settled, session)
        losses = [session.run([loss, step])[0] for _ in range(3)]
        history = state.alignment_history.stack()
        return [*losses, *session.run([history, inferred.rnn_output, inferred.sample_id])]


def test_loops_of_tf2_give_the_same():
    """Outputs, histories and gradients are those of TF1's loops, with variables of both kinds."""
    enabled = tf1.control_flow_v2_enabled()
    tf1.enable_control_flow_v2()
    new = trained()
    tf1.disable_control_flow_v2()
    try:
        old = trained()
    finally:
        if enabled:
            tf1.enable_control_flow_v2()
    assert new[0] > new[1] > new[2]
    for one, other in zip(new, old):
        np.testing.assert_allclose(one, other, rtol=1e-5, atol=1e-6)


def test_inputs_that_are_nested(graph):
    """A training helper reads inputs of several parts, which contrib could not sample beside."""
    pair = {"a": tf.ones([2, 3, 4]), "b": tf.zeros([2, 3])}
    helper = seq2seq.TrainingHelper(pair, [3, 1])
    finished, inputs = helper.initialize()
    assert inputs["a"].shape.as_list() == [2, 4]
    assert inputs["b"].shape.as_list() == [2]
    assert finished.shape.as_list() == [2]


def test_probabilities_for_each_sequence(graph):
    """Sampling probabilities may be a vector, which contrib took and then failed on."""
    helper = seq2seq.ScheduledOutputTrainingHelper(tf.ones([2, 3, 4]), [3, 3], [0.0, 1.0], seed=1)
    sampled = helper.sample(tf.constant(0), tf.zeros([2, 4]), None)
    with tf1.Session() as session:
        assert session.run(sampled).tolist() == [0, 1]


def test_a_decoder_that_fails(graph):
    """What a decoder of one's own raises comes through, also from `finalize`."""

    class Failing(seq2seq.BasicDecoder):
        def finalize(self, outputs, final_state, sequence_lengths):
            raise RuntimeError("no")

    helper = seq2seq.TrainingHelper(tf.ones([2, 3, 4]), [3, 3])
    decoder = Failing(contrib.rnn.GRUCell(3), helper, tf.zeros([2, 3]))
    with pytest.raises(RuntimeError, match=r"^no$"):
        seq2seq.dynamic_decode(decoder)


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda: seq2seq.dynamic_decode("x"), TypeError, "Expected decoder to be type Decoder"),
        (
            lambda: seq2seq.TrainingHelper([[[1.0]]], 1),
            ValueError,
            r"to be a vector.*pass one length",
        ),
        (lambda: seq2seq.GreedyEmbeddingHelper(EMBEDDING, [[1]], 0), ValueError, r"is \(1, 1\)"),
        (lambda: seq2seq.Helper(), TypeError, "abstract"),
        (lambda: seq2seq.Decoder(), TypeError, "abstract"),
        (
            lambda: seq2seq.BasicDecoder(
                contrib.rnn.GRUCell(3),
                seq2seq.GreedyEmbeddingHelper(EMBEDDING, [1], 0),
                None,
                lambda outputs: outputs,
            ),
            TypeError,
            r"output_layer must be a Layer.*such as tf.layers.Dense",
        ),
    ],
)
def test_errors_say_what_to_do(make, error, words, graph):
    """Each error has contrib's words, then what was given or what to do."""
    with pytest.raises(error, match=words):
        make()
