"""The input_fns of servers."""

import pytest
import tensorflow as tf

from tf_spec_compat.contrib.learn.utils import input_fn_utils

tf1 = tf.compat.v1


@pytest.mark.parametrize("size", [None, 3])
def test_examples_are_parsed(size, graph):
    """The placeholder has the size that was asked for, and features are those of the spec."""
    spec = {"x": tf.io.FixedLenFeature([2], tf.float32)}
    inputs = input_fn_utils.build_parsing_serving_input_fn(spec, size)()
    assert inputs.labels is None
    assert inputs.features["x"].shape.as_list() == [size, 2]
    assert inputs.default_inputs["examples"].shape.as_list() == [size]
    assert inputs.default_inputs["examples"].dtype == tf.string


def test_nothing_to_parse(graph):
    """It is a ValueError with an example of a spec."""
    with pytest.raises(ValueError, match=r"^Missing: features was \{\}\. Give at least one"):
        input_fn_utils.build_parsing_serving_input_fn({})()


def test_features_have_placeholders(graph):
    """Each has the dtype, the shape and the name of its feature, in any graph."""
    with tf.Graph().as_default():
        features = {"x": tf1.placeholder(tf.int32, [7, 2], name="mine")}
    inputs = input_fn_utils.build_default_serving_input_fn(features, 4)()
    made = inputs.features["x"]
    assert made is inputs.default_inputs["x"]
    assert inputs.default_inputs is not inputs.features
    assert (made.op.name, made.dtype, made.shape.as_list()) == ("mine", tf.int32, [4, 2])
    assert made.graph is graph


@pytest.mark.parametrize(
    ("make", "kind", "words"),
    [
        (lambda: {"x": tf1.placeholder(tf.int32)}, ValueError, r"as_list\(\) is not .*\['x'\]"),
        (lambda: {"x": tf.constant(1)}, IndexError, r"features\['x'\] is the scalar"),
        (lambda: {"x": 5}, AttributeError, r"features\['x'\] must be a Tensor, got 5"),
        (lambda: [5], AttributeError, r"features must be a dict .* got \[5\]"),
    ],
    ids=["unknown shape", "scalar", "number", "list"],
)
def test_what_makes_no_placeholder(make, kind, words, graph):
    """The feature is named, with what was given."""
    with pytest.raises(kind, match=words):
        input_fn_utils.build_default_serving_input_fn(make())()
