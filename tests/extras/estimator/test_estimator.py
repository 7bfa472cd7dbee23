"""`contrib.estimator`: names of all its releases, and what goes beyond the oracle's cases."""

import importlib

import numpy as np
import pytest

from tf_spec_compat._tf import estimator as core
from tf_spec_compat._tf import legacy_keras_problem, tf, tf1
from tf_spec_compat.contrib import estimator
from tf_spec_compat.errors import UnsupportedError

# Names that 1.15.5 had dropped and earlier releases had -> the module that they were in.
EARLIER = {
    "BaselineEstimator": "baseline",
    "DNNEstimator": "dnn",
    "DNNLinearCombinedEstimator": "dnn_linear_combined",
    "InMemoryEvaluatorHook": "hooks",
    "LinearEstimator": "linear",
    "RNNClassifier": "rnn",
    "RNNEstimator": "rnn",
    "make_early_stopping_hook": "early_stopping",
    "make_stop_at_checkpoint_step_hook": "hooks",
    "multi_head": "multi_head",
    "multi_label_head": "head",
    "read_eval_metrics": "early_stopping",
    "stop_if_higher_hook": "early_stopping",
    "stop_if_lower_hook": "early_stopping",
    "stop_if_no_decrease_hook": "early_stopping",
    "stop_if_no_increase_hook": "early_stopping",
}


@pytest.mark.parametrize("name", EARLIER)
def test_names_of_earlier_releases(name):
    """Each is in the package and in the module that it was in, under its own name."""
    found = getattr(estimator, name)
    path = f"tf_spec_compat.contrib.estimator.python.estimator.{EARLIER[name]}"
    assert found.__name__ == name
    assert getattr(importlib.import_module(path), name) is found


def test_core_has_the_hooks():
    """What tf.estimator has is handed on."""
    for name in ("stop_if_higher_hook", "InMemoryEvaluatorHook", "make_early_stopping_hook"):
        assert getattr(estimator, name) is getattr(core.experimental, name)
    assert estimator.DNNEstimator is core.DNNEstimator


def input_fn():
    """Two examples with two labels each."""
    return {"x": tf.constant([[1.0], [2.0]])}, tf.constant([[1, 0], [1, 1]])


def test_a_hook_stops_training(tmp_path):
    """`stop_if_higher_hook` reads the metrics of evaluations, and ends training by them."""
    head = estimator.multi_label_head(2)
    model = estimator.BaselineEstimator(
        head, str(tmp_path), tf1.train.GradientDescentOptimizer(0.1)
    )
    hook = estimator.stop_if_higher_hook(model, "loss", 0.1, run_every_secs=None, run_every_steps=1)
    model.train(input_fn, steps=2, hooks=[hook])
    model.evaluate(input_fn, steps=1)
    metrics = estimator.read_eval_metrics(model.eval_dir())
    assert [*metrics] == [2]
    assert metrics[2]["average_loss"] == pytest.approx(metrics[2]["loss"])
    model.train(input_fn, steps=10, hooks=[hook])
    assert 2 < model.get_variable_value("global_step") < 12


def test_several_heads_in_an_estimator_of_core(tmp_path):
    """An estimator of core takes a head of several, whose weights count."""
    heads = [estimator.regression_head(name="a"), estimator.multi_label_head(2, name="b")]
    model = estimator.BaselineEstimator(
        estimator.multi_head(heads, [1.0, 0.0]),
        str(tmp_path),
        tf1.train.GradientDescentOptimizer(0.5),
    )

    def both():
        features, labels = input_fn()
        return features, {"a": tf.constant([[1.0], [3.0]]), "b": labels}

    model.train(both, steps=20)
    bias = model.get_variable_value("baseline/bias")
    np.testing.assert_allclose(bias, [2.0, 0.0, 0.0], atol=1e-3)
    assert model.evaluate(both, steps=1)["loss/a"] == pytest.approx(1.0, rel=1e-3)


def test_layers_of_keras_2_are_named(tmp_path):
    """Where Keras 2 is missing, an estimator made of its layers says what to install."""
    columns = [tf.feature_column.numeric_column("x")]
    model = estimator.DNNEstimator(
        estimator.multi_label_head(2), [2], columns, str(tmp_path), "SGD"
    )
    if legacy_keras_problem() is None:
        model.train(input_fn, steps=1)
        assert "dnn/logits/bias" in model.get_variable_names()
    else:
        with pytest.raises(UnsupportedError, match="Keras 2"):
            model.train(input_fn, steps=1)


def test_recurrent_estimators_need_no_keras(tmp_path):
    """`RNNClassifier` learns which sequences go up, on every Keras."""
    rows = np.array([[0.0, 1, 2], [2, 1, 0], [1, 2, 3], [3, 2, 0]], np.float32)

    def sequences():
        sparse = tf.sparse.from_dense(rows + 1)
        return {"x": sparse}, tf.constant([[1], [0], [1], [0]])

    model = estimator.RNNClassifier(
        [tf.feature_column.sequence_numeric_column("x")],
        num_units=[4],
        cell_type="gru",
        model_dir=str(tmp_path),
        optimizer=tf1.train.AdamOptimizer(0.1),
        config=core.RunConfig(tf_random_seed=1),
    )
    model.train(sequences, steps=40)
    assert model.evaluate(sequences, steps=1)["accuracy"] == 1.0


def test_unknown_classes_are_told(graph):
    """Names of classes that are not in the vocabulary fail when they are looked up."""
    head = estimator.multi_label_head(2, label_vocabulary=["a", "b"])
    labels = tf.SparseTensor([[0, 0]], ["z"], [1, 1])
    loss = head.create_loss({}, "eval", tf.zeros([1, 2]), labels).training_loss
    with tf1.Session() as session:
        session.run(tf1.tables_initializer())
        with pytest.raises(tf.errors.InvalidArgumentError, match=r"values in \[0, 2\)"):
            session.run(loss)
