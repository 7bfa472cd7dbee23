"""DNN estimators, beyond what the oracle's cases compare."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tf_spec_compat._tf import estimator, legacy_keras_problem, tf, tf1
from tf_spec_compat.contrib import layers, learn
from tf_spec_compat.contrib.learn.estimators import dnn
from tf_spec_compat.heads.core_heads import as_estimator_head

A = layers.real_valued_column("a")
X = np.linspace(0, 1, 8, dtype=np.float32)[:, None]


def inputs() -> tuple[dict[str, Any], Any]:
    return {"a": tf.constant(X)}, tf.constant(2 * X)


def core_head() -> Any:
    """A head of tf.estimator; where those want a Keras that is not here, a contrib head as one."""
    if legacy_keras_problem() is None:
        return estimator.RegressionHead()
    return as_estimator_head(learn.regression_head())


def built(made: Any, mode: str = "train") -> Any:
    """The model, in a graph of its own."""
    with tf1.Graph().as_default() as graph:
        tf1.train.create_global_step()
        ops = made._call_model_fn(*inputs(), mode)
        names = [operation.name for operation in graph.get_operations()]
    return ops, names


def test_core_heads_are_heads() -> None:
    """A head of tf.estimator trains and is evaluated like the contrib head of the same kind."""
    for head in (learn.regression_head(), core_head()):
        made = dnn.DNNEstimator(
            head, [3], [A], optimizer="SGD", config=learn.RunConfig(tf_random_seed=1)
        )
        made.fit(input_fn=inputs, steps=2)
        loss = made.evaluate(input_fn=inputs, steps=1)["loss"]
        if isinstance(head, learn.Head):
            expected = loss
    assert loss == pytest.approx(expected, rel=1e-4)


def test_only_training_drops_out() -> None:
    """Dropout is in the graph that trains, and in no other."""
    made = dnn.DNNRegressor([3], [A], dropout=0.5)
    dropped = {
        mode: any("Dropout" in name for name in built(made, mode)[1])
        for mode in ("train", "eval", "infer")
    }
    assert dropped == {"train": True, "eval": False, "infer": False}


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"optimizer": "sgd"}, ValueError, "Optimizer name should be one of"),
        ({"optimizer": 3}, ValueError, "Unrecognized optimizer"),
        ({"feature_columns": [A, A]}, ValueError, "Duplicate feature column"),
        ({"feature_columns": ["a"]}, ValueError, "Items of feature_columns must be a"),
        ({"hidden_units": ["3"]}, ValueError, "num_outputs type should be one of"),
        ({"label_dimension": 0}, ValueError, "Invalid logits_dimension 0"),
        ({"label_dimension": 2}, ValueError, "incompatible"),
        ({"embedding_lr_multipliers": {A: 2.0}}, ValueError, "only be defined for embedding"),
    ],
)
def test_errors_say_what_to_do(options: Any, error: Any, words: str) -> None:
    """Bad options raise contrib's exceptions, with contrib's key words."""
    with pytest.raises(error, match=words):
        built(dnn.DNNRegressor(**{"hidden_units": [3], "feature_columns": [A], **options}))


def test_activations_by_name() -> None:
    """An unknown name is answered with those that there are."""
    made = dnn.DNNEstimator(learn.regression_head(), [3], [A], activation_fn="selu")
    with pytest.raises(ValueError, match=r"Activation name should be one of \[relu, tanh, sig"):
        built(made)


@pytest.mark.parametrize("n_classes", [0, 1, -1, None])
def test_one_class_is_no_classification(n_classes: Any) -> None:
    """There must be two classes at least."""
    with pytest.raises(ValueError, match="n_classes must be > 1 for classification"):
        dnn.DNNClassifier([3], [A], n_classes=n_classes)


def test_arrays_and_scikit_learns_way(tmp_path: Path) -> None:
    """`fit(x, y)` feeds arrays, and `SKCompat` wraps the classifier."""
    x = np.concatenate([np.full([20, 2], -1.0), np.full([20, 2], 1.0)]).astype(np.float32)
    y = np.repeat([0, 1], 20)
    columns = learn.infer_real_valued_columns_from_input(x)
    made = dnn.DNNClassifier([4], columns, str(tmp_path), optimizer="Adam")
    wrapped = learn.SKCompat(made)
    wrapped.fit(x, y, batch_size=20, steps=60)
    answers = wrapped.predict(x)
    assert sorted(answers) == ["classes", "logistic", "logits", "probabilities"]
    assert wrapped.score(x, y)["accuracy"] > 0.9
    assert list(made.predict(x)) == list(answers["classes"])
    some = made.predict(x, batch_size=7, outputs=["classes"], as_iterable=False)
    assert some["classes"].tolist() == list(answers["classes"])


def test_the_callers_things_stay_as_they_were() -> None:
    """Neither features nor params are changed by building a model."""
    made = dnn.DNNRegressor([3], [A])
    params = dict(made.params)
    with tf1.Graph().as_default():
        tf1.train.create_global_step()
        features, labels = inputs()
        before = dict(features)
        made.model_fn(features, labels, "train")
        assert list(features) == list(before)
        assert features["a"] is before["a"]
    assert made.params == params


def test_nothing_deprecated_is_logged(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    """Training and evaluation say nothing of deprecations."""
    column = layers.embedding_column(layers.sparse_column_with_hash_bucket("a", 3), 2)

    def words() -> Any:
        indices = tf.constant([[0, 0], [1, 0]], tf.int64)
        sparse = tf.SparseTensor(indices, ["p", "q"], tf.constant([2, 1], tf.int64))
        return {"a": sparse}, tf.constant([[0], [1]])

    made = dnn.DNNClassifier([2], [column], str(tmp_path), dropout=0.1, gradient_clip_norm=1.0)
    with caplog.at_level(logging.WARNING, "tensorflow"):
        made.fit(input_fn=words, steps=1)
        made.evaluate(input_fn=words, steps=1)
    said = [record.getMessage() for record in caplog.records]
    ours = [text for text in said if "deprecat" in text and "/tf_spec_compat/contrib/" in text]
    assert not ours
