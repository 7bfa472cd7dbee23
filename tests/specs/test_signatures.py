"""The signatures of a contrib export."""

import tensorflow as tf

from tf_spec_compat.contrib.learn.estimators.constants import ProblemType
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
