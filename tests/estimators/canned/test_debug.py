"""Debug and logistic estimators: what goes beyond the oracle's cases."""

from __future__ import annotations

import unittest
from pathlib import Path
from typing import Any

import pytest

from tf_spec_compat._tf import tf
from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn.estimators import debug, estimator_test_utils, test_data


def test_a_debug_classifier_is_the_floor_of_accuracy(tmp_path: Path) -> None:
    """On iris, whose species are equally frequent, it is right in a third of the cases."""
    model = debug.DebugClassifier(str(tmp_path), n_classes=3)
    model.fit(input_fn=test_data.iris_input_multiclass_fn, steps=20)
    results = model.evaluate(input_fn=test_data.iris_input_multiclass_fn, steps=1)
    assert results["accuracy"] == pytest.approx(1 / 3)
    estimator_test_utils.assert_in_range(1.09, 1.11, "loss", results)


def test_the_contract_of_estimators() -> None:
    """A class that has nothing of an estimator fails a test case."""
    tester = unittest.TestCase()
    estimator_test_utils.assert_estimator_contract(tester, learn.KMeansClustering)
    with pytest.raises(AssertionError):
        estimator_test_utils.assert_estimator_contract(tester, dict)


def test_ranges_are_told() -> None:
    """An error about a range has the metric, its value and the bound."""
    with pytest.raises(ValueError, match="loss: 3 > 2"):
        estimator_test_utils.assert_in_range(1, 2, "loss", {"loss": 3})
    with pytest.raises(ValueError, match="loss: 0 < 1"):
        estimator_test_utils.assert_in_range(1, 2, "loss", {"loss": 0})


def test_features_are_missing(tmp_path: Path) -> None:
    """Without features there is no batch size, and the error says so."""
    with pytest.raises(ValueError, match=r"Features cannot be empty.*batch size"):
        debug.DebugRegressor(str(tmp_path)).fit(input_fn=lambda: ({}, tf.zeros([2, 1])), steps=1)


@pytest.mark.parametrize(
    ("returned", "kind", "message"),
    [
        (lambda p: ({"p": p}, p, p), TypeError, "one Tensor of probabilities"),
        (lambda p: (p, p), ValueError, r"\(predictions, loss, train_op\)"),
        (lambda p: learn.ModelFnOps("infer", p), ValueError, "use Estimator for ModelFnOps"),
    ],
)
def test_a_logistic_model_fn_must_return_probabilities(
    returned: Any, kind: type[Exception], message: str, tmp_path: Path
) -> None:
    """A model_fn that returns something else gets an error that says what to return."""
    model = learn.LogisticRegressor(
        lambda features, labels, mode: returned(tf.sigmoid(features)), model_dir=str(tmp_path)
    )
    with pytest.raises(kind, match=message), tf.Graph().as_default():
        model._call_model_fn(tf.zeros([2, 1]), tf.zeros([2, 1]), "eval")
