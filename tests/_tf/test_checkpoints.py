"""Errors of reading damaged checkpoints; the oracle has those of estimators."""

import pytest
import tensorflow as tf

from tf_spec_compat._tf import checkpoints

tf1 = tf.compat.v1


@pytest.fixture
def prefix(tmp_path, graph):
    """A checkpoint of one variable."""
    tf1.get_variable("w", initializer=[1.0, 2.0])
    with tf1.Session() as session:
        session.run(tf1.global_variables_initializer())
        return tf1.train.Saver().save(session, str(tmp_path / "model"))


def data(prefix):
    return f"{prefix}.data-00000-of-00001"


def test_what_is_whole_is_read(prefix):
    """Names, shapes and values are those of TensorFlow's own functions."""
    assert checkpoints.list_variables(prefix) == [("w", [2])]
    assert checkpoints.load_variable(prefix, "w").tolist() == [1.0, 2.0]
    assert checkpoints.load_checkpoint(prefix).has_tensor("w")


def test_data_that_ends_early(prefix):
    """It is an OutOfRangeError that names the checkpoint and what to do."""
    with open(data(prefix), "wb"):
        pass
    words = r"model cannot be read; put back its files, or name an earlier one"
    with pytest.raises(tf.errors.OutOfRangeError, match=words):
        checkpoints.load_variable(prefix, "w")


def test_data_that_changed(prefix):
    """It is a DataLossError; the names are still there."""
    with open(data(prefix), "r+b") as file:
        file.write(b"\xff\xff")
    assert checkpoints.list_variables(prefix) == [("w", [2])]
    with pytest.raises(tf.errors.DataLossError, match="cannot be read"):
        checkpoints.load_variable(prefix, "w")


def test_an_index_that_is_none(prefix):
    """Nothing can be read, and that is a DataLossError."""
    with open(f"{prefix}.index", "wb") as file:
        file.write(b"zz" * 50)
    for read in (
        lambda: checkpoints.list_variables(prefix),
        lambda: checkpoints.load_checkpoint(prefix),
        lambda: checkpoints.load_variable(prefix, "w"),
    ):
        with pytest.raises(tf.errors.DataLossError):
            read()


def test_a_name_that_is_not_there(prefix):
    """It is a NotFoundError, with TensorFlow's words."""
    with pytest.raises(tf.errors.NotFoundError, match="zz"):
        checkpoints.load_variable(prefix, "zz")


def test_shapes_are_compared(prefix):
    """A variable of another shape is named, with both shapes; others may be there or not."""
    with tf.Graph().as_default():
        tf1.get_variable("w", [2])
        tf1.get_variable("v", [7])
        checkpoints.check_shapes(prefix)
    with tf.Graph().as_default():
        tf1.get_variable("w", [3])
        words = r"^Restoring from checkpoint failed\. .* w is \(3,\) in the graph and \(2,\) in "
        with pytest.raises(tf.errors.InvalidArgumentError, match=words):
            checkpoints.check_shapes(prefix)
