"""The signatures of a contrib export."""

import pytest
import tensorflow as tf

from tf_spec_compat.contrib.learn.estimators.constants import ProblemType
from tf_spec_compat.contrib.learn.estimators.model_fn import ModelFnOps
from tf_spec_compat.contrib.learn.utils import saved_model_export_utils as utils


def test_probabilities_stand_in_for_scores_that_are_none(graph):
    """As in TF 1.15.5, a score of `None` is no score."""
    examples = tf.compat.v1.placeholder(tf.string, [None])
    outputs = {"scores": None, "probabilities": tf.ones([2, 2]), "other": tf.ones([1])}
    signature = utils.build_standardized_signature_def(
        {"x": examples}, outputs, ProblemType.CLASSIFICATION
    )
    assert signature.method_name == "tensorflow/serving/classify"
    assert signature.outputs["scores"].name == outputs["probabilities"].name


@pytest.mark.parametrize(
    ("problem", "key"),
    [(ProblemType.CLASSIFICATION, "scores"), (ProblemType.LINEAR_REGRESSION, "value")],
)
@pytest.mark.parametrize("kind", ["sparse strings", "floats"])
def test_examples_are_a_tensor_of_strings(problem, key, kind, graph):
    """Anything else that would be fed is named, with what serves it."""
    given = {
        "sparse strings": lambda: tf.compat.v1.sparse_placeholder(tf.string),
        "floats": lambda: tf.compat.v1.placeholder(tf.float32, [None]),
    }[kind]()
    with pytest.raises(ValueError, match=r"examples must be a string Tensor, got .*UNSPECIFIED"):
        utils.build_standardized_signature_def({"x": given}, {key: tf.ones([2])}, problem)


def test_several_inputs_are_for_predict(graph):
    """What has two inputs, or is of no problem type, gets a predict signature of all there is."""
    inputs = {name: tf.compat.v1.placeholder(tf.string, [None]) for name in "ab"}
    outputs = {"scores": tf.ones([2, 2]), "other": tf.ones([1])}
    for given, problem in (
        (inputs, ProblemType.CLASSIFICATION),
        ({"a": inputs["a"]}, ProblemType.UNSPECIFIED),
        ({"a": inputs["a"]}, ProblemType.LINEAR_REGRESSION),
    ):
        signature = utils.build_standardized_signature_def(given, outputs, problem)
        assert signature.method_name == "tensorflow/serving/predict"
        assert {key: info.name for key, info in signature.inputs.items()} == {
            key: tensor.name for key, tensor in given.items()
        }
        assert sorted(signature.outputs) == ["other", "scores"]


def test_one_output_is_the_value_of_a_regression(graph):
    """Its name does not matter."""
    examples = tf.compat.v1.placeholder(tf.string, [None])
    value = tf.ones([2])
    signature = utils.build_standardized_signature_def(
        {"x": examples}, {"any": value}, ProblemType.LINEAR_REGRESSION
    )
    assert signature.method_name == "tensorflow/serving/regress"
    assert signature.outputs["outputs"].name == value.name


@pytest.mark.parametrize("alternatives", [None, {}])
def test_predictions_stand_in_for_alternatives(alternatives, graph):
    """A model without output alternatives serves its predictions."""
    one = tf.ones([1])
    ops = ModelFnOps("infer", one, output_alternatives=alternatives)
    expected = {
        "default_output_alternative": (ProblemType.UNSPECIFIED, {"output": ops.predictions})
    }
    assert utils.get_output_alternatives(ops) == (expected, "default_output_alternative")
    ops = ModelFnOps("infer", {"a": one}, output_alternatives=alternatives)
    (served,) = utils.get_output_alternatives(ops)[0].values()
    assert served == (ProblemType.UNSPECIFIED, {"a": one})
