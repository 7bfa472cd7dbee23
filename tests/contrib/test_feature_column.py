"""The layer of `contrib.feature_column`: what goes beyond the oracle's cases."""

import importlib

import numpy as np
import pytest

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib import feature_column


def test_paths():
    """The layer is the same by both paths."""
    path = "tf_spec_compat.contrib.feature_column.python.feature_column.sequence_feature_column"
    deep = importlib.import_module(path)
    assert deep.sequence_input_layer is feature_column.sequence_input_layer


def test_lengths_have_to_agree(graph):
    """Columns whose sequences have different lengths fail when they are put together."""
    columns = [feature_column.sequence_numeric_column(name) for name in "ab"]
    features = {
        "a": tf.sparse.from_dense(np.array([[1.0, 2.0]])),
        "b": tf.sparse.from_dense(np.array([[1.0, 0.0]])),
    }
    inputs, _ = feature_column.sequence_input_layer(features, columns)
    with tf1.Session() as session, pytest.raises(tf.errors.InvalidArgumentError):
        session.run(inputs)
