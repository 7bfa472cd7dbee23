"""Linear estimators, beyond what the oracle's cases compare."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tf_spec_compat._tf import estimator, legacy_keras_problem, tf, tf1
from tf_spec_compat.contrib import layers, learn
from tf_spec_compat.contrib.learn.estimators import linear
from tf_spec_compat.contrib.linear_optimizer.sdca_optimizer import SDCAOptimizer
from tf_spec_compat.heads.core_heads import as_estimator_head

A = layers.real_valued_column("a", dimension=2)
X = np.random.RandomState(1).randn(20, 2).astype(np.float32)
Y = X @ np.array([[1.0], [-2.0]], np.float32) + 0.5


def inputs() -> tuple[dict[str, Any], Any]:
    ids = tf.constant([str(row) for row in range(len(X))])
    return {"a": tf.constant(X), "id": ids}, tf.constant(Y)


def core_head() -> Any:
    """A head of tf.estimator; where those want a Keras that is not here, a contrib head as one."""
    if legacy_keras_problem() is None:
        return estimator.RegressionHead()
    return as_estimator_head(learn.regression_head())


def built(made: Any) -> Any:
    """The model, in a graph of its own."""
    with tf1.Graph().as_default():
        tf1.train.create_global_step()
        return made._call_model_fn(*inputs(), "train")


def test_sdca_finds_the_solution_of_the_normal_equations() -> None:
    """SDCA minimizes half the squared error and half the squared norm of all weights."""
    made = linear.LinearRegressor(
        [A], optimizer=SDCAOptimizer("id", symmetric_l2_regularization=4.0)
    )
    made.fit(input_fn=inputs, steps=60)
    ones = np.concatenate([X, np.ones([len(X), 1])], 1).astype(np.float64)
    best = np.linalg.solve(ones.T @ ones + 4.0 * np.eye(3), ones.T @ Y)
    weights = made.get_variable_value("linear/a/weight")
    bias = made.get_variable_value("linear/bias_weight")
    assert np.concatenate([weights[:, 0], bias]) == pytest.approx(best[:, 0], abs=2e-3)


def test_core_heads_are_heads() -> None:
    """A head of tf.estimator trains like the contrib head of the same kind."""
    losses = []
    for head in (learn.regression_head(), core_head()):
        made = linear.LinearEstimator([A], head)
        made.fit(input_fn=inputs, steps=3)
        losses.append(made.evaluate(input_fn=inputs, steps=1)["loss"])
    assert losses[0] == pytest.approx(losses[1], rel=1e-5)


@pytest.mark.parametrize(
    ("cls", "options", "error", "words"),
    [
        ("LinearRegressor", {"feature_columns": []}, AssertionError, "must not be empty"),
        ("LinearClassifier", {"n_classes": 1}, ValueError, "n_classes must be > 1"),
        ("LinearClassifier", {"n_classes": 3, "sdca": 1}, AssertionError, "binary classification"),
        ("LinearClassifier", {"_joint_weight": 1, "sdca": 1}, AssertionError, "_joint_weight is"),
        ("LinearClassifier", {"enable_centered_bias": 1, "sdca": 1}, ValueError, "with SDCA"),
        ("LinearRegressor", {"label_dimension": 2, "sdca": 1}, AssertionError, "label_dimension=1"),
        ("LinearRegressor", {"_joint_weights": 1, "sdca": 1}, AssertionError, "incompatible with"),
        ("LinearEstimator", {"sdca": 1, "head": None}, ValueError, "does not support SDCA"),
    ],
)
def test_constructors_refuse(cls: str, options: Any, error: Any, words: str) -> None:
    """What no model can be made of raises contrib's exceptions at once."""
    options = {"feature_columns": [A], **options}
    if options.pop("sdca", False):
        options["optimizer"] = SDCAOptimizer("id")
    with pytest.raises(error, match=words):
        getattr(linear, cls)(**options)


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"optimizer": "ftrl"}, KeyError, "no such optimizer; pass one, or one of .*'Ftrl'"),
        ({"optimizer": 3}, AttributeError, "'apply_gradients'; pass a"),
        ({"feature_columns": [A, A]}, ValueError, "Duplicate feature column"),
        ({"weight_column_name": "w"}, ValueError, "Weights w missing from features"),
        ({"label_dimension": 2}, ValueError, "incompatible"),
        ({"optimizer": SDCAOptimizer("zz")}, KeyError, "zz"),
    ],
)
def test_building_refuses(options: Any, error: Any, words: str) -> None:
    """What does not fit the data raises contrib's exceptions when the model is built."""
    with pytest.raises(error, match=words):
        built(linear.LinearRegressor(**{"feature_columns": [A], **options}))


def test_a_head_that_is_none_is_told() -> None:
    """Something else than a head is refused by the name of what it lacks."""
    head: Any = 3
    with pytest.raises(AttributeError, match="head 3 has no attribute 'logits_dimension'"):
        built(linear.LinearEstimator([A], head))


def test_sdca_wants_its_own() -> None:
    """`sdca_model_fn` refuses other optimizers and heads."""
    params = {"head": learn.multi_class_head(3), "feature_columns": [A], "optimizer": "SGD"}
    params.update(weight_column_name=None, update_weights_hook=None)
    with pytest.raises(ValueError, match="Optimizer must be of type SDCAOptimizer"):
        linear.sdca_model_fn({}, None, "train", params)
    params["optimizer"] = SDCAOptimizer("id")
    with pytest.raises(ValueError, match="Unsupported head type"):
        linear.sdca_model_fn({}, None, "train", params)


def test_the_bias_is_a_column_of_ones() -> None:
    """For SDCA the bias goes among the columns, by a name that no other may have."""
    with tf1.Graph().as_default():
        bias = tf1.get_variable("bias", [1])
        tensors: dict[Any, Any] = {A: tf.constant(X)}
        variables: dict[Any, Any] = {}
        linear._add_bias_column([A], tensors, bias, variables)
        (column,) = variables
        assert variables[column] == [bias]
        assert column.name == "tf_virtual_bias_column"
        assert tensors[column].shape.as_list() == [20, 1]
        with pytest.raises(ValueError, match="reserved column name"):
            linear._add_bias_column([column], tensors, bias, variables)
        with pytest.raises(ValueError, match="feature_columns can't be empty"):
            linear._add_bias_column([], tensors, bias, variables)


@pytest.mark.parametrize("joint", [False, True])
@pytest.mark.parametrize("crossed", [False, True])
def test_sizes_may_be_floats(crossed: bool, joint: bool) -> None:
    """A number of ids may be given as `1e2`, as programs did; TensorFlow 2 wants integers."""
    column, more = (layers.sparse_column_with_hash_bucket(name, 1e2) for name in "cd")
    if crossed:
        column = layers.crossed_column([column, more], 5e1)
    with tf1.Graph().as_default():
        tf1.train.create_global_step()
        words = tf.sparse.from_dense([["p"], ["q"]])
        made = linear.LinearRegressor([column], _joint_weights=joint)
        made.model_fn({"c": words, "d": words}, tf.constant([[1.0], [0.0]]), "train")
        (weights,) = (v for v in tf1.trainable_variables() if "weights" in v.name)
    assert weights.shape.as_list() == [50 if crossed else 100, 1]
