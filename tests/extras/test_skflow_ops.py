"""`learn.ops` says what is wrong; its figures are compared in `test_models.py`."""

import logging

import numpy as np
import pytest
import tensorflow as tf
from tensorflow.python.util import deprecation

from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn.ops import embeddings_ops, losses_ops, seq2seq_ops

tf1 = tf.compat.v1


def test_names_are_those_of_the_modules():
    """`learn.ops` has the functions of its modules, one and the same."""
    assert learn.ops.embedding_lookup is embeddings_ops.embedding_lookup
    assert learn.ops.softmax_classifier is losses_ops.softmax_classifier
    assert learn.ops.rnn_decoder is seq2seq_ops.rnn_decoder


def test_wrong_arguments_are_named(graph):
    """The errors say what was given and what to do."""
    with pytest.raises(ValueError, match=r"params must be a matrix .* got shape \(2, 2, 2\)"):
        learn.ops.embedding_lookup(tf.zeros([2, 2, 2]), [0])
    with pytest.raises(TypeError, match=r"float32.*use tf\.cast"):
        learn.ops.embedding_lookup(tf.zeros([2, 2]), tf.constant([0.0]))
    with pytest.raises(ValueError, match=r"must be one-hot.*use tf\.one_hot"):
        learn.ops.softmax_classifier(tf.zeros([2, 2]), [1, 0], tf.zeros([2, 2]), tf.zeros([2]))
    with pytest.raises(IndexError, match="labels has 1 steps and decoding 2"):
        learn.ops.sequence_classifier([tf.zeros([2, 2])] * 2, [tf.zeros([2, 2])])
    with pytest.raises(ValueError, match="decoding is empty"):
        learn.ops.sequence_classifier([], [])


def test_model_learns(graph):
    """Embedded categories and a classifier are trained like any other variables."""
    categories = np.array([[0], [1], [2], [0], [1], [2]])
    embedded = learn.ops.categorical_variable(categories, 3, 4, name="category")
    labels = tf.one_hot([0, 1, 1, 0, 1, 1], 2)
    _, loss = learn.models.logistic_regression(tf.reshape(embedded, [6, 4]), labels)
    train = tf1.train.GradientDescentOptimizer(0.5).minimize(loss)
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        before = session.run(loss)
        for _ in range(50):
            session.run(train)
        assert session.run(loss) < 0.5 * before


def test_no_deprecations_are_logged(graph, monkeypatch):
    """What the functions stand on is silent."""
    lines = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())
    logger = logging.getLogger("tensorflow")
    monkeypatch.setattr(deprecation, "_PRINTED_WARNING", {})
    logger.addHandler(handler)
    try:
        learn.ops.sequence_classifier([tf.zeros([2, 2])], [tf.zeros([2, 2])])
        learn.models.linear_regression(tf.zeros([2, 2]), tf.zeros([2, 1]))
    finally:
        logger.removeHandler(handler)
    assert not [line for line in lines if "deprecated" in line]
