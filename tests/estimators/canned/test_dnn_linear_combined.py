"""Wide and deep estimators, beyond what the oracle's cases compare."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tf_spec_compat._tf import estimator, legacy_keras_problem, tf, tf1
from tf_spec_compat.contrib import layers, learn
from tf_spec_compat.contrib.learn.estimators import dnn_linear_combined as combined
from tf_spec_compat.heads.core_heads import as_estimator_head

A = layers.real_valued_column("a")
X = np.linspace(0, 1, 8, dtype=np.float32)[:, None]
BOTH: dict[str, Any] = {
    "linear_feature_columns": [A],
    "dnn_feature_columns": [A],
    "dnn_hidden_units": [2],
}


def inputs() -> tuple[dict[str, Any], Any]:
    return {"a": tf.constant(X)}, tf.constant(2 * X)


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


@pytest.mark.parametrize(("fixed", "each"), [(False, 2), (True, 1)])
def test_parts_count_steps(fixed: bool, each: int) -> None:
    """Each part counts a step, unless the bug is fixed; `steps` counts so too."""
    made = combined.DNNLinearCombinedRegressor(fix_global_step_increment_bug=fixed, **BOTH)
    runs = []

    class Counter(tf1.train.SessionRunHook):
        def after_run(self, run_context: Any, run_values: Any) -> None:
            runs.append(1)

    made.fit(input_fn=inputs, steps=4, monitors=[Counter()])
    assert made.get_variable_value("global_step") == each * len(runs)
    assert len(runs) < 4 or fixed


def test_core_heads_are_heads() -> None:
    """A head of tf.estimator trains like the contrib head of the same kind."""
    losses = []
    for head in (learn.regression_head(), core_head()):
        made = combined.DNNLinearCombinedEstimator(
            head,
            config=learn.RunConfig(tf_random_seed=1),
            fix_global_step_increment_bug=True,  # Else `steps` may end after one step or two.
            **BOTH,
        )
        made.fit(input_fn=inputs, steps=2)
        losses.append(made.evaluate(input_fn=inputs, steps=1)["loss"])
    assert losses[0] == pytest.approx(losses[1], rel=1e-3)


SYNC = tf1.train.SyncReplicasOptimizer(tf1.train.GradientDescentOptimizer(0.1), 1)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"dnn_hidden_units": None}, "dnn_hidden_units must be defined when"),
        ({"dnn_hidden_units": []}, "dnn_hidden_units must be defined when"),
        ({"dnn_optimizer": SYNC}, "SyncReplicasOptimizer is not supported"),
        ({"linear_optimizer": SYNC}, "SyncReplicasOptimizer is not supported"),
        ({"linear_optimizer": "zz"}, "Optimizer name should be one of"),
        ({"dnn_optimizer": 3}, "Unrecognized optimizer"),
        ({"linear_feature_columns": [A, A]}, "Duplicate feature column"),
        ({"label_dimension": 3}, "incompatible"),
    ],
)
def test_building_refuses(options: Any, words: str) -> None:
    """What does not fit raises a `ValueError` with contrib's key words."""
    with pytest.raises(ValueError, match=words):
        built(combined.DNNLinearCombinedRegressor(**{**BOTH, **options}))


def test_there_must_be_columns() -> None:
    """Without any columns there is no model, in constructors as in the model_fn."""
    words = "Either linear_feature_columns or dnn_feature_columns must be defined"
    for make in (
        combined.DNNLinearCombinedClassifier,
        combined.DNNLinearCombinedRegressor,
        lambda: combined.DNNLinearCombinedEstimator(learn.regression_head()),
        lambda: combined._dnn_linear_combined_model_fn({}, None, "eval", {"head": LearnHead}),
    ):
        with pytest.raises(ValueError, match=words):
            make()


LearnHead = learn.regression_head()


def test_columns_of_any_collection() -> None:
    """Beyond contrib, a regressor's columns may come as a set and a tuple."""
    made = combined.DNNLinearCombinedRegressor(
        linear_feature_columns={A}, dnn_feature_columns=(A,), dnn_hidden_units=[2]
    )
    assert built(made).loss is not None
