"""A legacy model_fn in `TPUEstimator(use_tpu=False)`: train, evaluate, predict and export."""

import inspect
import runpy
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from tf_spec_compat._tf import EstimatorSpec, TPUEstimatorSpec, estimator, tf, tf1
from tf_spec_compat.contrib import learn
from tf_spec_compat.specs import model_fn_for_estimator, model_fn_for_tpu_estimator

EXAMPLE = Path(__file__).parents[2] / "examples" / "tpu_estimator.py"
X = np.random.default_rng(0).normal(size=[16, 2]).astype(np.float32)
Y = (X[:, :1] > X[:, 1:]).astype(np.int64)
BATCH = 8


def train_input(params):
    data = tf1.data.Dataset.from_tensor_slices(({"x": X}, Y))
    return data.repeat().batch(params["batch_size"], drop_remainder=True)


def predict_input(params):
    return tf1.data.Dataset.from_tensor_slices({"x": X}).batch(params["batch_size"])


def receiver_fn():
    x = tf1.placeholder(tf.float32, [None, 2])
    return estimator.export.ServingInputReceiver({"x": x}, {"x": x})


def parsing_receiver_fn():
    examples = tf1.placeholder(tf.string, [None])
    parsed = tf1.parse_example(examples, {"x": tf1.FixedLenFeature([2], tf.float32)})
    return estimator.export.ServingInputReceiver(parsed, {"examples": examples})


class Counter(tf1.train.SessionRunHook):
    runs = 0

    def after_run(self, run_context, run_values):
        type(self).runs += 1


def logits_of(features, width=1):
    weights = tf1.get_variable("w", [2, width], initializer=tf1.zeros_initializer())
    return features["x"] @ weights


def train(loss):
    return tf1.train.GradientDescentOptimizer(0.5).minimize(loss, tf1.train.get_global_step())


def with_head(features, labels, mode):
    head = learn.multi_class_head(2)
    return head.create_model_fn_ops(features, mode, labels, train, logits=logits_of(features))


def with_multi_head(features, labels, mode, params):
    """Several heads, which need a default to be served."""
    assert mode == "infer" or params["batch_size"] == BATCH
    heads = [learn.multi_class_head(2, head_name="a"), learn.regression_head(head_name="b")]
    logits = logits_of(features, 2)
    return learn.multi_head(heads).create_model_fn_ops(features, mode, labels, train, logits)


def by_hand(features, labels, mode, params, config):
    assert params["more"] == 3
    assert params["use_tpu"] is False
    assert isinstance(config, estimator.tpu.RunConfig)
    logits = logits_of(features)
    if labels is None:
        labels = tf.zeros_like(logits)
    loss = tf1.losses.sigmoid_cross_entropy(labels, logits)
    return learn.ModelFnOps(
        mode,
        {"logits": logits},
        loss,
        train(loss) if mode == "train" else None,
        eval_metric_ops={"mean": tf1.metrics.mean(logits), "loss": tf1.metrics.mean(loss)},
        training_chief_hooks=[Counter()],
    )


def with_tuple(x, y, mode):
    ops = by_hand(x, y, mode, {"more": 3, "use_tpu": False}, estimator.tpu.RunConfig())
    return ops.predictions, ops.loss, ops.train_op


def with_spec(features, labels, mode, params, config):
    return by_hand(features, labels, mode, params, config).estimator_spec()


def with_two_tpu_specs(features, labels, mode):
    """Makes a second spec after the one that counts, as a model of several parts may."""
    logits = logits_of(features)
    loss = None if labels is None else tf1.losses.sigmoid_cross_entropy(labels, logits)
    step = train(loss) if mode == "train" else None

    def spec(name):
        metric_fn = (lambda logits: {name: tf1.metrics.mean(logits)}, [logits])
        return TPUEstimatorSpec(mode, {"logits": logits}, loss, step, eval_metrics=metric_fn)

    first, _ = spec("right"), spec("wrong")
    return first


CASES = {
    "head": (with_head, "classes", {"accuracy", "auc"}, parsing_receiver_fn),
    "multi_head": (
        with_multi_head,
        ("a", "classes"),
        {"accuracy/a", "loss/b"},
        parsing_receiver_fn,
    ),
    "by_hand": (by_hand, "logits", {"mean"}, receiver_fn),
    "tuple": (with_tuple, "logits", set(), receiver_fn),
    "spec": (with_spec, "logits", {"mean"}, receiver_fn),
    "two_tpu_specs": (with_two_tpu_specs, "logits", {"right"}, receiver_fn),
}


def make(model_fn, folder):
    return estimator.tpu.TPUEstimator(
        model_fn,
        str(folder),
        config=estimator.tpu.RunConfig(),
        params={"more": 3},
        use_tpu=False,
        train_batch_size=BATCH,
        eval_batch_size=BATCH,
        predict_batch_size=BATCH,
    )


@pytest.mark.parametrize("name", CASES)
def test_a_legacy_model_lives_in_a_tpu_estimator(name, tmp_path):
    """Each kind of legacy model trains, evaluates, predicts, exports and is served."""
    legacy, prediction, metrics, serving = CASES[name]
    Counter.runs = 0
    model_fn = model_fn_for_tpu_estimator(legacy, default_serving_output_alternative_key="a")
    model = make(model_fn, tmp_path / "model")
    model.train(train_input, steps=4)
    assert Counter.runs == (4 if name in ("by_hand", "spec") else 0)  # Chief hooks, of the chief.
    result = model.evaluate(train_input, steps=2)
    assert result["global_step"] == 4
    assert result["loss"] > 0
    assert metrics <= set(result)
    assert "wrong" not in result
    predicted = [each[prediction] for each in model.predict(predict_input)]
    assert len(predicted) == len(X)
    path = model.export_saved_model(str(tmp_path / "export"), serving)
    assert "serving_default" in tf.saved_model.load(path.decode(), ["serve"]).signatures


def test_the_numbers_are_those_of_an_estimator(tmp_path):
    """`TPUEstimator` and `Estimator` measure and predict the same with the same legacy model."""
    tpu = make(model_fn_for_tpu_estimator(with_head), tmp_path / "tpu")
    tpu.train(train_input, steps=5)
    params = {"batch_size": BATCH}
    plain = estimator.Estimator(model_fn_for_estimator(with_head), str(tmp_path / "plain"))
    plain.train(lambda: train_input(params), steps=5)
    np.testing.assert_allclose(
        tpu.get_variable_value("w"), plain.get_variable_value("w"), rtol=1e-6
    )
    ours = tpu.evaluate(train_input, steps=2)
    theirs = plain.evaluate(lambda: train_input(params), steps=2)
    assert set(ours) == set(theirs)
    for key, value in theirs.items():
        np.testing.assert_allclose(ours[key], value, rtol=1e-6, err_msg=key)


def test_a_tpu_spec_is_a_legacy_result_for_estimator_too(tmp_path):
    """A model_fn that returns a `TPUEstimatorSpec` runs in a plain `Estimator`, metrics and all."""
    model = estimator.Estimator(model_fn_for_estimator(with_two_tpu_specs), str(tmp_path))
    params = {"batch_size": BATCH}
    model.train(lambda: train_input(params), steps=1)
    assert "right" in model.evaluate(lambda: train_input(params), steps=1)


@pytest.mark.usefixtures("graph")
def test_chief_hooks_are_left_to_the_chief():
    """On a worker that is not the chief the chief's hooks do not run; without a config they do."""
    tf1.train.get_or_create_global_step()
    model_fn = model_fn_for_tpu_estimator(
        lambda features, labels, mode: EstimatorSpec(
            mode, features, tf1.constant(1.0), tf1.no_op(),
            training_chief_hooks=[Counter()], training_hooks=[Counter(), Counter()],
        )
    )  # fmt: skip
    counts = {}
    for chief in (True, False, None):
        config = None if chief is None else SimpleNamespace(is_chief=chief)
        spec = model_fn({"x": tf.ones([2])}, None, "train", {}, config)
        counts[chief] = len(spec.training_hooks)
    assert counts == {True: 3, False: 2, None: 3}


def test_it_takes_what_tpu_estimator_passes():
    """The model_fn has the name and text of the legacy one, and all arguments, `params` too."""
    model_fn = model_fn_for_tpu_estimator(with_multi_head)
    assert (model_fn.__name__, model_fn.__doc__) == ("with_multi_head", with_multi_head.__doc__)
    arguments = ["features", "labels", "mode", "params", "config"]
    assert [*inspect.signature(model_fn_for_tpu_estimator(with_head)).parameters] == arguments
    with pytest.raises(TypeError, match="callable, got 3"):
        model_fn_for_tpu_estimator(3)
    with pytest.raises(TypeError, match="'more', which no Estimator passes"):
        model_fn_for_tpu_estimator(lambda features, labels, more: None)


@pytest.mark.usefixtures("graph")
def test_ready_made_metrics_stop_a_model_on_a_tpu():
    """Built for a TPU, a legacy model with metrics of its own is told to pass `eval_metrics`."""
    tf1.train.get_or_create_global_step()

    def legacy(features, labels):
        metrics = {"mine": tf1.metrics.mean(1.0)}
        return learn.ModelFnOps("eval", features, tf1.constant(1.0), eval_metric_ops=metrics)

    model_fn = model_fn_for_tpu_estimator(legacy)
    assert model_fn({"x": tf.ones([2])}, None, "eval", {}, None).eval_metrics

    def computation(x):
        with pytest.raises(ValueError, match=r"pass eval_metrics=\(metric_fn, tensors\)"):
            model_fn({"x": x}, None, "eval", {}, None)
        return x

    assert tf1.tpu.rewrite(computation, [tf.ones([2])])


def test_the_example_learns(capsys, tmp_path, monkeypatch):
    """examples/tpu_estimator.py trains a legacy model of irises, and says how good it is."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = runpy.run_path(str(EXAMPLE))["main"]()
    assert result["accuracy"] > 0.95
    assert capsys.readouterr().out.startswith(f"accuracy {result['accuracy']:.3f}, loss ")
