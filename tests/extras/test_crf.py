"""Conditional random fields beside sums and maxima over all sequences of tags, one by one."""

import itertools

import numpy as np
import pytest
import tensorflow as tf

from tf_spec_compat.contrib import crf

LENGTHS = np.array([1, 3, 2], np.int32)
STEPS, TAGS = 3, 3
UNARY = np.random.RandomState(1).randn(len(LENGTHS), STEPS, TAGS).astype(np.float32)
BINARY = np.random.RandomState(2).randn(TAGS, TAGS).astype(np.float32)
CHOSEN = np.array([[2, 0, 1], [0, 2, 2], [1, 0, 0]], np.int32)


def score(unary, tags):
    """The score of one sequence, by its definition."""
    binary = sum(BINARY[pair] for pair in zip(tags, tags[1:]))
    return sum(unary[step, tag] for step, tag in enumerate(tags)) + binary


def scores(row, admitted=None):
    """The scores of all sequences that a row of the batch can have, by their tags."""
    length = LENGTHS[row]
    return {
        tags: score(UNARY[row], tags)
        for tags in itertools.product(range(TAGS), repeat=length)
        if admitted is None or all(admitted[row, step, tag] for step, tag in enumerate(tags))
    }


def log_of_sum(found):
    return np.log(np.sum(np.exp(list(found))))


def run(*tensors):
    with tf.compat.v1.Session() as session:
        session.run(tf.compat.v1.global_variables_initializer())
        return session.run(tensors)


def test_scores_and_norms_are_those_of_all_sequences(graph):
    """Scores follow their definition, and the norm is the log of the sum over all sequences."""
    sequence, norm, (likelihood, transitions), unary, binary = (
        crf.crf_sequence_score(UNARY, CHOSEN, LENGTHS, BINARY),
        crf.crf_log_norm(UNARY, LENGTHS, BINARY),
        crf.crf_log_likelihood(UNARY, CHOSEN, LENGTHS, BINARY),
        crf.crf_unary_score(CHOSEN, LENGTHS, UNARY),
        crf.crf_binary_score(CHOSEN, LENGTHS, BINARY),
    )
    assert transitions is BINARY
    sequence, norm, likelihood, parts = run(sequence, norm, likelihood, unary + binary)
    expected = [score(UNARY[i], CHOSEN[i, :n]) for i, n in enumerate(LENGTHS)]
    np.testing.assert_allclose(sequence, expected, rtol=1e-5)
    np.testing.assert_allclose(parts, expected, rtol=1e-5)
    expected = [log_of_sum(scores(row).values()) for row in range(len(LENGTHS))]
    np.testing.assert_allclose(norm, expected, rtol=1e-5)
    np.testing.assert_allclose(likelihood, sequence - norm, rtol=1e-5)


def test_multitag_score_sums_over_what_is_admitted(graph):
    """Only the sequences that the bitmap admits count."""
    admitted = np.random.RandomState(3).rand(*UNARY.shape) < 0.6
    admitted[:, :, 1] = True
    (found,) = run(crf.crf_multitag_sequence_score(UNARY, admitted, LENGTHS, BINARY))
    expected = [log_of_sum(scores(row, admitted).values()) for row in range(len(LENGTHS))]
    np.testing.assert_allclose(found, expected, rtol=1e-5)


def test_decodes_the_best_sequence(graph):
    """`crf_decode` and `viterbi_decode` find the sequence with the highest score."""
    tags, best = run(*crf.crf_decode(UNARY, BINARY, LENGTHS))
    assert tags.dtype == np.int32
    for row, length in enumerate(LENGTHS):
        expected, highest = max(scores(row).items(), key=lambda item: item[1])
        assert tuple(tags[row, :length]) == expected
        assert not tags[row, length:].any()
        np.testing.assert_allclose(best[row], highest, rtol=1e-5)
        alone, value = crf.viterbi_decode(UNARY[row, :length], BINARY)
        assert tuple(alone) == expected
        np.testing.assert_allclose(value, highest, rtol=1e-5)


def test_what_is_behind_the_end_does_not_count(graph):
    """Neither values nor gradients depend on steps behind a sequence's end."""
    noise = np.where(np.arange(STEPS)[:, None] >= LENGTHS[:, None, None], 50.0, 0.0)
    inputs = tf.constant((UNARY + noise).astype(np.float32))
    likelihood, _ = crf.crf_log_likelihood(inputs, CHOSEN, LENGTHS, BINARY)
    plain, _ = crf.crf_log_likelihood(UNARY, CHOSEN, LENGTHS, BINARY)
    (gradient,) = tf.compat.v1.gradients(likelihood, inputs)
    tags = [crf.crf_decode(values, BINARY, LENGTHS)[0] for values in (inputs, UNARY)]
    found, expected, gradient, *tags = run(likelihood, plain, gradient, *tags)
    np.testing.assert_allclose(found, expected, rtol=1e-4)
    assert not gradient[noise[:, :, 0] > 0].any()
    np.testing.assert_array_equal(*tags)


def test_learns_the_transitions_of_its_scope(graph):
    """Without transitions they are a trained variable of the scope, which can be shared."""
    tf1 = tf.compat.v1
    with tf1.variable_scope("tagger"):
        likelihood, transitions = crf.crf_log_likelihood(UNARY, CHOSEN, LENGTHS)
        with pytest.raises(ValueError, match="Variable tagger/transitions already exists"):
            crf.crf_log_likelihood(UNARY, CHOSEN, LENGTHS)
    with tf1.variable_scope("tagger", reuse=True):
        assert crf.crf_log_likelihood(UNARY, CHOSEN, LENGTHS)[1] is transitions
    assert tf1.trainable_variables() == [transitions]
    assert transitions.shape.as_list() == [TAGS, TAGS]
    loss = -tf.reduce_mean(likelihood)
    train_op = tf1.train.GradientDescentOptimizer(0.5).minimize(loss)
    with tf1.Session() as session:
        session.run(transitions.initializer)
        first = session.run(loss)
        for _ in range(3):
            session.run(train_op)
        assert session.run(loss) < first


def test_bad_inputs_raise(graph):
    """Ranks and numbers of tags that do not agree raise where they are given; no steps, too."""
    with pytest.raises(ValueError, match=r"(?i)rank|dimension|out of range"):
        crf.crf_log_likelihood(UNARY[0], CHOSEN, LENGTHS, BINARY)
    with pytest.raises(ValueError, match=r"(?i)dimension"):
        crf.crf_log_norm(UNARY, LENGTHS, BINARY[:2, :2])
    with pytest.raises(ValueError, match=r"(?i)dimension"):
        crf.crf_decode(UNARY, BINARY[:2, :2], LENGTHS)
    with pytest.raises(IndexError):
        crf.viterbi_decode(UNARY[0, :0], BINARY)
