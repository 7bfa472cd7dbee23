"""What tensorflow-estimator can do behind the door, the same on every TensorFlow."""

import json
import os

import numpy as np
import pytest

from tf_spec_compat._tf import (
    EstimatorSpec,
    TPUEstimatorSpec,
    estimator,
    legacy_keras_problem,
    silenced_deprecations,
    tf,
    tf1,
)
from tf_spec_compat.errors import UnsupportedError

pytestmark = [
    # A distribution strategy reads a dataset's options in graph mode.
    pytest.mark.filterwarnings("ignore:To make it possible to preserve tf.data options"),
    # tf-keras, of its own names, where the canned estimators use them.
    pytest.mark.filterwarnings("ignore:.*is deprecated and will be removed:UserWarning"),
]

X = np.linspace(-1, 1, 32, dtype=np.float32).reshape(16, 2)
Y = X.sum(axis=1, keepdims=True)


@pytest.fixture(autouse=True)
def quiet():
    with silenced_deprecations():
        yield


def data(batches=None):
    return tf.data.Dataset.from_tensor_slices(({"x": X}, Y)).batch(8).repeat(batches)


def model_fn(features, labels, mode):
    weight = tf1.get_variable("w", [2, 1], initializer=tf1.zeros_initializer())
    predicted = tf.matmul(features["x"], weight)
    if mode == "infer":
        outputs = {"serving_default": estimator.export.PredictOutput({"y": predicted})}
        return EstimatorSpec(mode, {"y": predicted}, export_outputs=outputs)
    loss = tf1.losses.mean_squared_error(labels, predicted)
    optimizer = tf1.train.GradientDescentOptimizer(0.5)
    return EstimatorSpec(
        mode,
        predictions={"y": predicted},
        loss=loss,
        train_op=optimizer.minimize(loss, tf1.train.get_global_step()),
        eval_metric_ops={"mean": tf1.metrics.mean(predicted)},
    )


def receiver_fn():
    return estimator.export.ServingInputReceiver(
        {"x": tf1.placeholder(tf.float32, [None, 2])},
        {"x": tf1.placeholder(tf.float32, [None, 2], name="x")},
    )


def parsing_receiver_fn(columns):
    spec = tf.feature_column.make_parse_example_spec(columns)
    return estimator.export.build_parsing_serving_input_receiver_fn(spec)


def test_an_estimator_trains_evaluates_predicts_and_exports(tmp_path):
    """The whole life of a model, with the numbers of gradient descent done by hand."""
    trained = estimator.Estimator(model_fn, str(tmp_path / "model")).train(data, steps=2)
    weight = np.zeros([2, 1], np.float32)
    for rows in (slice(0, 8), slice(8, 16)):
        weight -= 0.5 * 2 / 8 * X[rows].T @ (X[rows] @ weight - Y[rows])
    np.testing.assert_allclose(trained.get_variable_value("w"), weight, rtol=1e-5)

    result = trained.evaluate(lambda: data(1))
    assert result["global_step"] == 2
    np.testing.assert_allclose(result["loss"], np.mean((X @ weight - Y) ** 2), rtol=1e-5)
    np.testing.assert_allclose(result["mean"], np.mean(X @ weight), atol=1e-6)
    predicted = [each["y"] for each in trained.predict(lambda: data(1))]
    np.testing.assert_allclose(predicted, X @ weight, rtol=1e-5, atol=1e-6)

    with tf.Graph().as_default():
        raw = estimator.export.build_raw_serving_input_receiver_fn(
            {"x": tf1.placeholder(tf.float32, [None, 2])}
        )
        path = trained.export_saved_model(str(tmp_path / "export"), raw)
    signature = tf.saved_model.load(path.decode()).signatures["serving_default"]
    served = signature(x=tf.constant(X))["y"]
    np.testing.assert_allclose(served, X @ weight, rtol=1e-5, atol=1e-6)


def test_a_tpu_estimator_trains_and_evaluates_without_a_tpu(tmp_path):
    """`TPUEstimator(use_tpu=False)` takes `TPUEstimatorSpec`s."""

    def tpu_model_fn(features, labels, mode, params):
        spec = model_fn(features, labels, mode)
        assert params["batch_size"] == 8
        return TPUEstimatorSpec(
            mode,
            loss=spec.loss,
            train_op=spec.train_op,
            eval_metrics=(lambda labels: {"label": tf1.metrics.mean(labels)}, [labels]),
        )

    made = estimator.tpu.TPUEstimator(
        tpu_model_fn,
        str(tmp_path),
        config=estimator.tpu.RunConfig(),
        use_tpu=False,
        train_batch_size=8,
        eval_batch_size=8,
        params={},
    )
    made.train(lambda params: data(), steps=2)
    result = made.evaluate(lambda params: data(), steps=2)
    np.testing.assert_allclose(result["label"], Y.mean(), atol=1e-6)
    assert result["global_step"] == 2


def test_train_and_evaluate_with_exporters_hooks_and_warm_start(tmp_path):
    """Exporters export, hooks evaluate and stop early, a warm start carries values over."""
    config = estimator.RunConfig(save_checkpoints_steps=2)
    first = estimator.Estimator(model_fn, str(tmp_path / "first"), config)
    in_memory = estimator.experimental.InMemoryEvaluatorHook(first, lambda: data(1), every_n_iter=2)
    result, _ = estimator.train_and_evaluate(
        first,
        estimator.TrainSpec(data, max_steps=5, hooks=[in_memory]),
        estimator.EvalSpec(
            lambda: data(1),
            throttle_secs=0,
            exporters=[
                estimator.LatestExporter("latest", receiver_fn),
                estimator.FinalExporter("final", receiver_fn),
                estimator.BestExporter("best", receiver_fn),
            ],
        ),
    )
    assert result["global_step"] == 5
    assert sorted(os.listdir(tmp_path / "first" / "export")) == ["best", "final", "latest"]
    assert list((tmp_path / "first" / "eval").glob("events*"))

    second = estimator.Estimator(
        model_fn, str(tmp_path / "second"), warm_start_from=str(tmp_path / "first")
    )
    stop = estimator.experimental.make_early_stopping_hook(
        second, lambda: True, run_every_secs=None, run_every_steps=1
    )
    second.train(data, hooks=[stop], max_steps=50)
    assert second.get_variable_value("global_step") < 5
    moved = abs(second.get_variable_value("w") - first.get_variable_value("w"))
    assert moved.max() < abs(first.get_variable_value("w")).max() / 2


def test_input_functions_and_baselines_need_no_keras(tmp_path):
    """numpy_input_fn and the v1 baseline estimators run on TensorFlow alone."""
    inputs = estimator.inputs.numpy_input_fn(
        {"x": X, "name": np.array(["a"] * 16)}, Y, batch_size=8, num_epochs=1, shuffle=True
    )
    made = estimator.BaselineRegressor(str(tmp_path))
    made.train(inputs)
    result = made.evaluate(inputs)
    np.testing.assert_allclose(result["label/mean"], Y.mean(), atol=1e-6)


@pytest.mark.parametrize("where", ["train_distribute", "experimental_distribute"])
def test_a_strategy_on_one_machine_works(tmp_path, where):
    """A local distribution strategy needs no coordinator, given directly or as an option."""
    strategy = tf.distribute.MirroredStrategy(["/cpu:0"])
    if where == "experimental_distribute":
        strategy = DistributeConfig(train_distribute=strategy)
    config = estimator.RunConfig(**{where: strategy})
    made = estimator.Estimator(model_fn, str(tmp_path), config).train(data, steps=2)
    assert made.get_variable_value("global_step") == 2


class DistributeConfig:
    """Has the fields of the option of that name, which TensorFlow has no public class for."""

    def __init__(self, train_distribute=None, eval_distribute=None, remote_cluster=None):
        self.train_distribute = train_distribute
        self.eval_distribute = eval_distribute
        self.remote_cluster = remote_cluster


def test_a_cluster_is_understood_and_a_coordinator_refused(monkeypatch, tmp_path, bridged):
    """A cluster configures the tasks; only a strategy across it needs the removed coordinator."""
    cluster = {"chief": ["h:1"], "worker": ["h:2", "h:3"], "ps": ["h:4"]}
    task = {"type": "worker", "index": 1}
    monkeypatch.setenv("TF_CONFIG", json.dumps({"cluster": cluster, "task": task}))
    config = estimator.RunConfig()
    assert (config.task_type, config.task_id, config.num_worker_replicas) == ("worker", 1, 3)

    strategy = tf.distribute.MirroredStrategy(["/cpu:0"])
    both = {
        "train_distribute": strategy,
        "experimental_distribute": DistributeConfig(train_distribute=strategy),
    }
    with pytest.raises(ValueError, match="train_distribute"):
        estimator.RunConfig(**both)
    # A chief by its old name never had the coordinator.
    old = {"cluster": {"master": ["h:1"]}, "task": {"type": "master", "index": 0}}
    monkeypatch.setenv("TF_CONFIG", json.dumps(old))
    assert estimator.RunConfig(train_distribute=strategy).is_chief
    if bridged:
        monkeypatch.setenv("TF_CONFIG", json.dumps({"cluster": cluster, "task": task}))
        made = estimator.Estimator(
            model_fn, str(tmp_path), estimator.RunConfig(train_distribute=strategy)
        )
        refused = r"distribute coordinator.*native\.Model.*TensorFlow 2\.15"
        with pytest.raises(UnsupportedError, match=refused):
            made.train(data, steps=1)
        monkeypatch.delenv("TF_CONFIG")
        remote = DistributeConfig(train_distribute=strategy, remote_cluster=cluster)
        with pytest.raises(UnsupportedError, match="distribute coordinator"):
            estimator.RunConfig(experimental_distribute=remote)


def test_tpu_embeddings_are_refused_at_use(only_bridged):
    """What only a TPU needs says so when it is used, and what to do."""
    column = tf1.tpu.experimental.embedding_column(
        tf.feature_column.categorical_column_with_identity("id", 4), 2
    )
    with pytest.raises(UnsupportedError, match=r"TPU embedding.*use_tpu=False.*TensorFlow 2\.15"):
        estimator.tpu.experimental.EmbeddingConfigSpec([column], optimization_parameters=object())
    from tensorflow_estimator.python.estimator.tpu import tpu_estimator

    with pytest.raises(UnsupportedError, match="TF_TPU_GRACEFUL_SHUTDOWN_MODE"):
        tpu_estimator.session_support.ResetComputation()
    with pytest.raises(UnsupportedError, match="TF_TPU_WATCHDOG_TIMEOUT"):
        tpu_estimator.session_support.start_worker_watchdog(None, shutdown_timeout=3)


def test_canned_models_run_or_say_what_they_need(tmp_path):
    """Canned linear and deep models work with Keras 2; without it the error has the advice."""
    columns = [tf.feature_column.numeric_column("x", [2])]
    makers = {
        "linear": lambda: estimator.LinearRegressor(columns, str(tmp_path / "linear")),
        "dnn": lambda: estimator.DNNRegressor([3], columns, str(tmp_path / "dnn")),
    }
    problem = legacy_keras_problem()
    for name, make in makers.items():
        if problem is not None:
            with pytest.raises(UnsupportedError, match="TF_USE_LEGACY_KERAS=1"):
                make().train(data, steps=1)
            continue
        made = make().train(data, steps=2)
        assert made.evaluate(lambda: data(1))["global_step"] == 2
        path = made.export_saved_model(str(tmp_path / f"{name}-out"), parsing_receiver_fn(columns))
        assert "predict" in tf.saved_model.load(path.decode()).signatures


def test_heads_of_the_second_version_run_or_say_what_they_need():
    """tensorflow-estimator's v2 heads need Keras 2 as well."""
    with tf.Graph().as_default():
        head = estimator.RegressionHead()
        arguments = ({"x": X}, "eval", tf.zeros([16, 1]), tf.constant(Y))
        if legacy_keras_problem() is None:
            assert head.create_estimator_spec(*arguments).mode == "eval"
        else:
            with pytest.raises(UnsupportedError, match="TF_USE_LEGACY_KERAS=1"):
                head.create_estimator_spec(*arguments)
