"""SDCA and SVM: what goes beyond the comparison with TF 1.15.5."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib import layers, learn, linear_optimizer
from tf_spec_compat.contrib.learn.estimators import linear
from tf_spec_compat.contrib.linear_optimizer import sdca_estimator, sdca_ops, sdca_optimizer

PAGE = Path(__file__).parents[3] / "docs" / "estimators_kmeans_svm.md"


def features() -> dict[str, Any]:
    """Three examples."""
    return {"id": tf.constant(["a", "b", "c"]), "x": tf.constant([[-1.0], [-2.0], [2.0]])}


def given() -> tuple[dict[str, Any], Any]:
    """An input_fn."""
    return features(), tf.constant([[0], [0], [1]])


def get_step(column: Any, tensor: Any, **changes: Any) -> Any:
    """Calls `get_train_step` for one column."""
    arguments = {
        "columns_to_variables": {column: [tf1.get_variable("w", [1, 1])]},
        "weight_column_name": None,
        "loss_type": "hinge_loss",
        "features": {**features(), column: tensor},
        "targets": tf.constant([[0], [0], [1]]),
        "global_step": tf1.train.get_or_create_global_step(),
        **changes,
    }
    return sdca_optimizer.SDCAOptimizer("id").get_train_step(**arguments)


def test_names_are_those_of_contrib() -> None:
    """The package and its modules have one class each under contrib's names."""
    assert linear_optimizer.SDCAOptimizer is sdca_optimizer.SDCAOptimizer
    assert linear_optimizer.SdcaModel is sdca_ops.SdcaModel
    assert linear_optimizer.SparseFeatureColumn.__name__ == "SparseFeatureColumn"


@pytest.mark.parametrize(
    ("l2", "message"), [(-0.5, r"non-negative\. Found \(-0\.5"), (-1, r"Found \(-1\.0")]
)
def test_a_negative_regularization_is_told(l2: float, message: str) -> None:
    """An L2 below zero is a `ValueError` with the value."""
    with tf.Graph().as_default(), pytest.raises(ValueError, match=message):
        sdca_ops.SdcaModel({"a": 1}, {"b": 2}, {"symmetric_l2_regularization": l2})


def test_options_are_not_touched() -> None:
    """The caller's options keep an L2 that is raised to 1 inside."""
    column = layers.real_valued_column("x")
    with tf.Graph().as_default():
        model, _ = get_step(column, tf.ones([3, 1]))
        options = {"loss_type": "hinge_loss", "symmetric_l1_regularization": 0.0}
        options["symmetric_l2_regularization"] = 0.0
        before = dict(options)
        again = sdca_ops.SdcaModel(model._examples, model._variables, options)
        assert options == before
        assert again._options["symmetric_l2_regularization"] == 1.0


def test_a_column_that_sdca_cannot_train_is_named() -> None:
    """The error for such a column has its type and the types that go."""
    column = layers.embedding_column(layers.sparse_column_with_hash_bucket("w", 5), 2)
    message = r"does not support column type _EmbeddingColumn.*real-valued"
    with tf.Graph().as_default(), pytest.raises(ValueError, match=message):
        get_step(column, tf.zeros([3, 2]))


def test_a_tensor_of_three_dimensions_is_told() -> None:
    """A real-valued column that makes more than a matrix fails, by the name of the check."""
    kind = tf.errors.InvalidArgumentError
    with tf.Graph().as_default(), pytest.raises(kind, match="rank at most 2"):
        get_step(layers.real_valued_column("x"), tf.zeros([3, 1, 1]))


@pytest.mark.parametrize("missing", [{"features": {}}, {"weight_column_name": "nothing"}])
def test_a_missing_feature_is_a_key_error(missing: dict[str, Any]) -> None:
    """Missing columns and weights are `KeyError`s."""
    with tf.Graph().as_default(), pytest.raises(KeyError):
        get_step(layers.real_valued_column("x"), tf.ones([3, 1]), **missing)


def test_the_hook_of_an_svm_is_no_news(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That TensorFlow 2 deprecates the hook that an SVM makes for itself is not logged."""
    monkeypatch.setattr(logging.getLogger("tensorflow"), "propagate", True)
    caplog.set_level(logging.WARNING, "tensorflow")
    exec("linear._SdcaUpdateWeightsHook()", {"linear": linear})  # A place that never logged yet.
    assert caplog.messages == []


def test_an_svm_separates(tmp_path: Path) -> None:
    """Trained to the end, an SVM is right on every example, and has no probabilities."""
    model = learn.SVM("id", [layers.real_valued_column("x")], model_dir=str(tmp_path))
    model.fit(input_fn=given, steps=50)
    results = model.evaluate(input_fn=given, steps=1)
    assert (results["accuracy"], results["global_step"]) == (1, 50)
    classes = model.predict_classes(input_fn=features, as_iterable=False)
    assert classes.dtype == np.int64
    assert classes.tolist() == [0, 0, 1]
    with pytest.raises(ValueError, match="probabilities"):
        list(model.predict_proba(input_fn=features))


def test_kernels_and_heads_are_told() -> None:
    """Kernels, and heads that SDCA has no loss for, are named in the error."""
    columns = [layers.real_valued_column("x")]
    with pytest.raises(ValueError, match=r"Kernel SVMs.*'rbf'"):
        learn.SVM("id", columns, kernels="rbf")
    with pytest.raises(ValueError, match=r"MultiClassHead.*is not supported"):
        sdca_estimator._SDCAEstimator("id", columns, head=learn.multi_class_head(3))
    with pytest.raises(AssertionError, match="must not be empty"):
        sdca_estimator.SDCALinearRegressor("id", [])


def test_the_page_does_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    """The example of the documentation runs, and prints what stands beside its lines."""
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 4
    exec(compile("\n".join(blocks), str(PAGE), "exec"), {"__name__": "page"})
    printed = capsys.readouterr().out.splitlines()
    assert float(printed[0]) == pytest.approx(78.9, abs=0.1)
    assert printed[4] == "(150, 3)"
    assert float(printed[5]) > 0.75  # SDCA draws the order of examples.
    assert float(printed[-1]) == pytest.approx(0.693, abs=0.01)
