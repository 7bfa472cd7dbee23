"""Parts of models, beyond what the oracle's cases compare."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib import layers, learn
from tf_spec_compat.contrib.learn.estimators import composable_model

A = layers.real_valued_column("a")
X = np.linspace(0, 1, 8, dtype=np.float32)[:, None]


def inputs() -> tuple[dict[str, Any], Any]:
    return {"a": tf.constant(X)}, tf.constant(2 * X)


def parts() -> tuple[Any, Any]:
    return (
        composable_model.LinearComposableModel(1, optimizer="SGD"),
        composable_model.DNNComposableModel(1, [2], optimizer="SGD", dropout=0.5),
    )


def model_fn(features: Any, labels: Any, mode: str) -> Any:
    models = parts()
    built = [model.build_model(features, [A, A], mode == learn.ModeKeys.TRAIN) for model in models]

    def train_op_fn(loss: Any) -> Any:
        with tf.control_dependencies([op for model in models for op in model.get_train_step(loss)]):
            return tf1.assign_add(tf1.train.get_global_step(), 1).op

    return learn.regression_head().create_model_fn_ops(
        features, mode, labels, train_op_fn=train_op_fn, logits=tf.add_n(built)
    )


def test_two_parts_make_a_model(tmp_path: Path) -> None:
    """Both are trained, by their own steps, and found in the checkpoint afterwards."""
    made = learn.Estimator(model_fn, str(tmp_path))
    made.fit(input_fn=inputs, steps=2)
    wide, deep = parts()
    before = made.evaluate(input_fn=inputs, steps=1)["loss"]
    made.fit(input_fn=inputs, steps=40)
    assert made.evaluate(input_fn=inputs, steps=1)["loss"] < before
    assert wide.get_weights(str(tmp_path)).shape == (1, 1)
    assert wide.get_bias(str(tmp_path)).shape == (1,)
    assert [value.shape for value in deep.get_weights(str(tmp_path))] == [(1, 2), (2, 1)]
    assert [value.shape for value in deep.get_bias(str(tmp_path))] == [(2,), (1,)]


@pytest.mark.parametrize("model", parts())
def test_there_must_be_columns(model: Any) -> None:
    """No columns are a `TypeError` that says so."""
    with tf1.Graph().as_default(), pytest.raises(TypeError, match="must not be empty, got"):
        model.build_model(inputs()[0], [], True)


def test_nothing_is_trained_before_it_is_built() -> None:
    """Without columns there are no variables, and an unknown optimizer is named."""
    wide = composable_model.LinearComposableModel(1, optimizer="zz")
    assert wide._get_vars() == wide.get_train_step(None) == []
    with tf1.Graph().as_default():
        logits = wide.build_model(inputs()[0], [A], True)
        with pytest.raises(KeyError, match="zz: no such optimizer"):
            wide.get_train_step(tf.reduce_sum(logits))


def test_no_checkpoint(tmp_path: Path) -> None:
    """There is nothing to get where there is no checkpoint."""
    for model in parts():
        with pytest.raises((tf.errors.NotFoundError, ValueError)):
            model.get_weights(str(tmp_path))
