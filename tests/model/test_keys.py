import pytest

from tf_spec_compat._tf import estimator
from tf_spec_compat.contrib.learn.estimators import constants
from tf_spec_compat.contrib.learn.estimators.constants import ProblemType
from tf_spec_compat.contrib.learn.estimators.metric_key import MetricKey
from tf_spec_compat.contrib.learn.estimators.model_fn import ModeKeys
from tf_spec_compat.contrib.learn.estimators.prediction_key import PredictionKey

# As TensorFlow 1.15.5 has them.
VALUES = {
    ProblemType: {
        "UNSPECIFIED": 0,
        "CLASSIFICATION": 1,
        "LINEAR_REGRESSION": 2,
        "LOGISTIC_REGRESSION": 3,
    },
    PredictionKey: {
        "CLASSES": "classes",
        "GENERIC": "output",
        "LOGISTIC": "logistic",
        "LOGITS": "logits",
        "PROBABILITIES": "probabilities",
        "SCORES": "scores",
        "TOP_K": "top_k",
    },
    MetricKey: {
        "ACCURACY": "accuracy",
        "ACCURACY_BASELINE": "accuracy/baseline_label_mean",
        "ACCURACY_MEAN": "accuracy/threshold_%f_mean",
        "AUC": "auc",
        "AUC_PR": "auc_precision_recall",
        "CLASS_AUC": "auc/class%d",
        "CLASS_AUC_PR": "auc_precision_recall/class%d",
        "CLASS_LABEL_MEAN": "labels/actual_label_mean/class%d",
        "CLASS_LOGITS_MEAN": "labels/logits_mean/class%d",
        "CLASS_PREDICTION_MEAN": "labels/prediction_mean/class%d",
        "CLASS_PROBABILITY_MEAN": "labels/probability_mean/class%d",
        "LABEL_MEAN": "labels/actual_label_mean",
        "LOSS": "loss",
        "PRECISION_MEAN": "precision/positive_threshold_%f_mean",
        "PREDICTION_MEAN": "labels/prediction_mean",
        "RECALL_MEAN": "recall/positive_threshold_%f_mean",
    },
    ModeKeys: {"TRAIN": "train", "EVAL": "eval", "INFER": "infer"},
}


@pytest.mark.parametrize("keys", VALUES, ids=lambda keys: keys.__name__)
def test_keys_have_contribs_names_and_values(keys):
    """Each class of keys has the names and values of TF 1.15.5, and no others."""
    found = {
        name: value
        for name, value in vars(keys).items()
        if not name.startswith("_") and name != "validate"
    }
    assert found == VALUES[keys]


def test_input_feature_collection_has_contribs_name():
    """The collection of input feature keys is the one that contrib's export uses."""
    assert constants.COLLECTION_DEF_KEY_FOR_INPUT_FEATURE_KEYS == "input_feature_keys"


def test_modes_are_those_of_the_real_estimator():
    """A mode that `tf.estimator` passes is one of contrib's, `PREDICT` being `INFER`."""
    core = estimator.ModeKeys
    assert (core.TRAIN, core.EVAL, core.PREDICT) == (ModeKeys.TRAIN, ModeKeys.EVAL, ModeKeys.INFER)


@pytest.mark.parametrize("mode", ["train", "eval", "infer"])
def test_known_mode_is_valid(mode):
    """A known mode passes validation, which returns nothing."""
    assert ModeKeys.validate(mode) is None


@pytest.mark.parametrize("mode", ["predict", "Train", "", b"train", None, 1, ["train"]])
def test_unknown_mode_is_named_in_the_error(mode):
    """An unknown mode is a `ValueError` that shows it and lists the known ones."""
    with pytest.raises(ValueError, match="Invalid mode") as caught:
        ModeKeys.validate(mode)
    assert repr(mode) in str(caught.value)
    assert "'train', 'eval', 'infer'" in str(caught.value)
