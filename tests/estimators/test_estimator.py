"""contrib's Estimator beyond what the oracle's cases compare."""

import copy
import logging
import os
import re

import numpy as np
import pytest

from tf_spec_compat import estimator as core
from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib.learn.estimators import estimator as lib
from tf_spec_compat.contrib.learn.estimators.model_fn import ModelFnOps
from tf_spec_compat.contrib.learn.estimators.run_config import RunConfig
from tf_spec_compat.errors import UnsupportedError

X = np.arange(12, dtype=np.float32).reshape(6, 2) / 10
Y = X.sum(1)


def parts(features, labels, mode):
    x = features["x"] if isinstance(features, dict) else features
    w = tf1.get_variable("w", [2, 1], initializer=tf1.constant_initializer(0.1))
    predictions = {"p": tf.squeeze(tf.matmul(x, w), 1)}
    if mode == "infer":
        return predictions, None, None
    loss = tf.reduce_mean(tf.square(predictions["p"] - labels))
    step = tf1.train.get_global_step()
    return predictions, loss, tf1.train.GradientDescentOptimizer(0.1).minimize(loss, step)


def constants():
    return tf.constant(X), tf.constant(Y)


def batches():
    return tf.compat.v2.data.Dataset.from_tensor_slices((X, Y)).batch(4)


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """An estimator after three steps."""
    folder = str(tmp_path_factory.mktemp("trained"))
    return lib.Estimator(parts, model_dir=folder).fit(input_fn=constants, steps=3)


def test_a_dataset_is_input(tmp_path):
    """An input_fn may return a Dataset; an epoch of it is what is trained, evaluated, predicted."""
    e = lib.Estimator(parts, model_dir=str(tmp_path)).fit(input_fn=batches)
    assert e.get_variable_value("global_step") == 2
    assert e.evaluate(input_fn=batches)["global_step"] == 2
    assert len(list(e.predict(input_fn=batches))) == len(X)


def test_an_estimator_spec_is_a_model(trained):
    """A model_fn may return an EstimatorSpec; its hooks run, its metrics and ours are computed."""

    class Counts(tf1.train.SessionRunHook):
        runs = 0

        def after_run(self, run_context, run_values):
            self.runs += 1

    hook = Counts()

    def model_fn(features, labels, mode):
        predictions, loss, train_op = parts(features, labels, mode)
        metrics = None if loss is None else {"m": tf1.metrics.mean(predictions["p"])}
        return core.EstimatorSpec(
            mode, predictions, loss, train_op, metrics, evaluation_hooks=[hook]
        )

    e = lib.Estimator(model_fn, model_dir=trained.model_dir)
    results = e.evaluate(input_fn=constants, steps=2)
    assert hook.runs == 2
    assert results["loss"] == trained.evaluate(input_fn=constants, steps=2)["loss"]
    assert results["m"] == pytest.approx(np.mean([r["p"] for r in e.predict(X)]), rel=1e-5)


def test_checkpoints_are_those_of_the_core_estimator(trained):
    """The real Estimator evaluates what was fitted here, with the same numbers."""

    def model_fn(features, labels, mode):
        return core.EstimatorSpec(mode, *parts(features, labels, mode))

    other = core.Estimator(model_fn, model_dir=trained.model_dir)
    ours = trained.evaluate(input_fn=constants, steps=1)
    assert other.evaluate(constants, steps=1) == ours


def test_a_core_config_is_taken(tmp_path):
    """The configuration may be the core's; a wrong one is an AttributeError, as in contrib."""
    config = core.RunConfig(model_dir=str(tmp_path), tf_random_seed=5)
    e = lib.Estimator(parts, config=config)
    assert (e.model_dir, e.config.tf_random_seed) == (str(tmp_path), 5)
    with pytest.raises(AttributeError, match="must be a RunConfig"):
        lib.Estimator(parts, config={})


@pytest.mark.filterwarnings("ignore:To make it possible to preserve tf.data options")
@pytest.mark.parametrize("strategy", ["OneDeviceStrategy", "MirroredStrategy"])
def test_an_evaluation_may_be_distributed(trained, strategy):
    """Under a distribution strategy the metrics are the same, the loss among them."""
    devices = {"OneDeviceStrategy": "/cpu:0", "MirroredStrategy": ["/cpu:0"]}[strategy]
    config = core.RunConfig(eval_distribute=getattr(tf.distribute, strategy)(devices))
    other = lib.Estimator(parts, model_dir=trained.model_dir, config=config)
    ours = trained.evaluate(input_fn=batches)
    assert other.evaluate(input_fn=batches) == pytest.approx(ours, rel=1e-6)


def test_the_config_belongs_to_the_estimator(trained):
    """Whatever is done to the config that is handed out does not change the estimator."""
    assert trained.config is not trained.config
    assert isinstance(trained.config, RunConfig)


def test_a_copy_works_in_the_same_folder(trained):
    """A deep copy builds its own model, and has the same checkpoint."""
    other = copy.deepcopy(trained)
    assert other.model_dir == trained.model_dir
    assert other.evaluate(input_fn=constants, steps=1) == trained.evaluate(
        input_fn=constants, steps=1
    )


def test_evaluation_without_progress_stops_in_time(trained, caplog, monkeypatch):
    """`log_progress=False` evaluates as many batches, and does not count them in the log."""
    seen = []

    def counted():
        features, labels = constants()
        with tf1.control_dependencies([tf1.py_func(lambda: seen.append(1) or True, [], tf.bool)]):
            return tf.identity(features), labels

    monkeypatch.setattr(logging.getLogger("tensorflow"), "propagate", True)
    with caplog.at_level(logging.INFO, logger="tensorflow"):
        results = trained.evaluate(input_fn=counted, steps=3, log_progress=False)
    assert results == trained.evaluate(input_fn=constants, steps=3)
    assert len(seen) == 3
    assert "Evaluation [3/3]" not in [r.getMessage() for r in caplog.records[: len(seen)]]


def test_hooks_of_an_evaluation_by_x_run(trained):
    """Hooks run where input is arrays too, which contrib forgot."""

    class Ends(tf1.train.SessionRunHook):
        ended = False

        def end(self, session):
            self.ended = True

    hook = Ends()
    trained.evaluate(X, Y, hooks=[hook])
    assert hook.ended


def test_sparse_predictions_come_in_batches(tmp_path):
    """Sparse predictions can be had batch by batch; one by one they are refused with advice."""

    def model_fn(features, labels, mode):
        predictions, loss, train_op = parts(features, labels, mode)
        predictions["s"] = tf1.sparse.from_dense(features)
        return ModelFnOps(mode, predictions, loss, train_op)

    e = lib.Estimator(model_fn, model_dir=str(tmp_path)).fit(X, Y, steps=1)
    (batch,) = e.predict(X, iterate_batches=True)
    assert batch["s"].values.shape == (11,)
    with pytest.raises(IndexError, match="iterate_batches=True"):
        list(e.predict(X))
    assert len(list(e.predict(X, outputs=["p"]))) == len(X)


def test_the_first_prediction_says_how_many_examples_there_are(tmp_path):
    """Of predictions that have more rows, as states of RNNs may, the others are left out."""

    def model_fn(features, labels, mode):
        predictions, loss, train_op = parts(features, labels, mode)
        predictions["state"] = tf.concat([features, features], 0)
        return ModelFnOps(mode, predictions, loss, train_op)

    e = lib.Estimator(model_fn, model_dir=str(tmp_path)).fit(X, Y, steps=1)
    np.testing.assert_array_equal([row["state"] for row in e.predict(X)], X)
    with pytest.raises(IndexError, match="'state': 12, 'p': 6"):
        list(backwards(e).predict(X))


def backwards(e):
    """The same estimator, with its predictions in the other order."""

    def model_fn(features, labels, mode):
        ops = e._model_fn(features, labels, mode)
        return ops._replace(predictions=dict(reversed(ops.predictions.items())))

    return lib.Estimator(model_fn, model_dir=e.model_dir)


def test_predicting_leaves_nothing_behind_when_it_is_not_finished(trained):
    """A generator that is closed early closes its session."""
    rows = trained.predict(X, batch_size=2)
    assert set(next(rows)) == {"p"}
    rows.close()
    with pytest.raises(StopIteration):
        next(rows)


def test_arrays_of_an_endless_input_are_those_of_one_batch(trained):
    """An input_fn may never end, so without an iterable one batch is predicted, as in contrib."""

    def endless():
        return batches().repeat()

    assert trained.predict(input_fn=endless, as_iterable=False)["p"].shape == (4,)
    assert trained.predict(X, batch_size=4, as_iterable=False)["p"].shape == (6,)


def test_feeding_logs_no_deprecations(tmp_path, caplog, monkeypatch):
    """The hook that feeds `x` and `y` is not the user's, so nobody hears that it is deprecated."""
    monkeypatch.setattr(logging.getLogger("tensorflow"), "propagate", True)
    caplog.set_level(logging.WARNING, "tensorflow")
    lib.Estimator(parts, model_dir=str(tmp_path)).fit(x=X, y=Y, steps=1)
    assert [r.getMessage() for r in caplog.records if "FeedFnHook" in r.getMessage()] == []


def test_predicting_logs_no_deprecations(trained, caplog, monkeypatch):
    """No batch, the first or a later one, brings a deprecation that is not the user's."""
    monkeypatch.setattr(logging.getLogger("tensorflow"), "propagate", True)
    with caplog.at_level(logging.WARNING, logger="tensorflow"):
        assert len(list(trained.predict(X, batch_size=2))) == len(X)
    assert [r.getMessage() for r in caplog.records if "deprecated" in r.getMessage()] == []


def test_errors_in_the_model_come_at_the_call(trained):
    """`predict` raises when it is called, not when its generator is first asked."""

    def model_fn(features, labels, mode):
        raise RuntimeError("mine")

    with pytest.raises(RuntimeError, match="mine"):
        lib.Estimator(model_fn, model_dir=trained.model_dir).predict(X)


def test_errors_have_the_words_of_contrib(trained, tmp_path):
    """What programs look for in contrib's messages is in ours, before what we have to add."""

    def functions(name):
        metrics = {name: tf1.metrics.mean_squared_error}
        return lambda: trained.evaluate(X, Y, steps=1, metrics=metrics)

    for words, call in {
        "Can not provide both steps and max_steps": lambda: trained.fit(X, Y, steps=1, max_steps=1),
        "Features are incompatible with given information": lambda: trained.fit(X[:, :1], Y),
        "Metrics passed provide only name, no prediction": functions("m"),
        "Invalid metric for ('m', 'p', 'q')": functions(("m", "p", "q")),
        "Couldn't find 'checkpoint' file": lib.Estimator(parts, str(tmp_path)).get_variable_names,
    }.items():
        with pytest.raises(ValueError, match=f"^{re.escape(words)}"):
            call()


@pytest.mark.parametrize("result", [None, (1,), (1, 2), {"p": 1}, 3])
def test_what_a_model_fn_returned_is_said(tmp_path, result):
    """A model_fn that returns the wrong thing is told what it returned and what it should."""
    e = lib.Estimator(lambda features, labels: result, model_dir=str(tmp_path))
    with pytest.raises((TypeError, ValueError), match=r"please return ModelFnOps.* returned"):
        e.fit(X, Y, steps=1)


def test_graph_transforms_are_refused_with_advice(trained, tmp_path):
    """Graph rewrites, which TensorFlow 2 dropped, are refused, and nothing is written."""
    specs = (lib.GraphRewriteSpec(("serve",), ("fold_constants",)),)
    with pytest.raises(UnsupportedError, match="graph transforms"):
        trained.export_savedmodel(str(tmp_path), lambda: None, graph_rewrite_specs=specs)
    assert os.listdir(tmp_path) == []


def test_a_failed_export_is_not_there(trained, tmp_path):
    """When an export fails, there is no folder that looks like an export."""

    def serving_input_fn():
        raise RuntimeError("mine")

    with pytest.raises(RuntimeError, match="mine"):
        trained.export_savedmodel(str(tmp_path), serving_input_fn)
    assert [name for name in os.listdir(tmp_path) if name.isdigit()] == []


def test_a_subclass_builds_its_own_model(tmp_path):
    """BaseEstimator asks its subclass for each mode's ops; without those for eval it says so."""

    class Own(lib.BaseEstimator):
        def _get_train_ops(self, features, labels):
            return ModelFnOps("train", *parts(features, labels, "train"))

        def _get_predict_ops(self, features):
            return ModelFnOps("infer", *parts(features, None, "infer"))

    e = Own(str(tmp_path)).fit(X, Y, steps=2)
    assert len(list(e.predict(X))) == len(X)
    with pytest.raises(TypeError, match="no _get_eval_ops"):
        e.evaluate(X, Y)
    with pytest.raises(TypeError, match="abstract"):
        lib.BaseEstimator()


def test_parameters_are_scikit_learns(trained):
    """`get_params` and `set_params` see the public attributes, and wrong names are answered."""
    e = lib.Estimator(lambda features, labels, params: None, params={"a": 1})
    assert e.get_params() == {"params": {"a": 1}}
    assert e.set_params(params=2).params == 2
    with pytest.raises(ValueError, match=r"parameter b .*\['params'\]"):
        e.set_params(b=1)


def test_variables_are_placed_on_the_parameter_servers(monkeypatch):
    """With parameter servers there is a device setter that uses them, without there is none."""
    assert lib._get_replica_device_setter(RunConfig()) is None
    monkeypatch.setenv(
        "TF_CONFIG",
        '{"cluster": {"ps": ["h:1", "h:2"], "worker": ["h:3"]}, '
        '"task": {"type": "worker", "index": 0}}',
    )
    with tf.Graph().as_default(), tf1.device(lib._get_replica_device_setter(RunConfig())):
        made = [tf1.get_variable(name, [1]).device for name in "ab"]
        other = tf.constant(1).device
    assert [device[:10] for device in made] == ["/job:ps/ta", "/job:ps/ta"]
    assert len(set(made)) == 2
    assert other.startswith("/job:worker/task:0")


def test_a_monitor_that_is_a_hook_is_used_as_it_is(tmp_path):
    """Hooks among the monitors run in the training session."""

    class Steps(tf1.train.SessionRunHook):
        runs = 0

        def after_run(self, run_context, run_values):
            self.runs += 1

    hook = Steps()
    lib.Estimator(parts, model_dir=str(tmp_path)).fit(X, Y, steps=4, monitors=[hook])
    assert hook.runs == 4
