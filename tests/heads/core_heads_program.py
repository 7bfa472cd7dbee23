"""Heads in both directions, with Keras 2. Run by `test_heads` in a process of its own."""

from importlib import import_module

import numpy as np
import pytest

from tests.heads.heads_of_all_kinds import Data, evaluated, make, quick_session
from tests.specs.test_round_trips import check_keras_metrics
from tf_spec_compat._tf import estimator, tf, tf1
from tf_spec_compat.contrib import layers, learn
from tf_spec_compat.contrib.learn.estimators import head as head_lib
from tf_spec_compat.heads.core_heads import as_contrib_head, as_estimator_head
from tf_spec_compat.specs import model_fn_for_estimator, to_estimator_spec

RANDOM = np.random.default_rng(0)
X = RANDOM.normal(size=[16, 2]).astype(np.float32)
Y = (X[:, :1] > X[:, 1:]).astype(np.int64)
W = RANDOM.uniform(0.5, 2, [16, 1]).astype(np.float32)
COLUMNS = [tf.feature_column.numeric_column("x", [2])]
SHAPES = {"x": tf1.FixedLenFeature([2], tf.float32), "w": tf1.FixedLenFeature([1], tf.float32)}
SERVING = estimator.export.build_parsing_serving_input_receiver_fn(SHAPES)
BOTH = {"a": Y, "b": Y.astype(np.float32)}


def inputs(labels, epochs=None):
    arrays = ({"x": X, "w": W}, labels)
    return lambda: tf1.data.Dataset.from_tensor_slices(arrays).repeat(epochs).batch(16)


def second_version(module, name):
    """An estimator of `tf.estimator` itself; `estimator` is the namespace of TensorFlow 1."""
    return getattr(import_module(f"tensorflow_estimator.python.estimator.canned.{module}"), name)


def wide_and_deep():
    return {
        "linear_feature_columns": COLUMNS,
        "dnn_feature_columns": COLUMNS,
        "dnn_hidden_units": [3],
    }


ESTIMATORS = {
    "dnn": lambda h: estimator.DNNEstimator(h, [3], COLUMNS),
    "linear": lambda h: estimator.LinearEstimator(h, COLUMNS),
    "both": lambda h: estimator.DNNLinearCombinedEstimator(h, **wide_and_deep()),
    "dnn_v2": lambda h: second_version("dnn", "DNNEstimatorV2")(h, [3], COLUMNS, batch_norm=True),
    "linear_v2": lambda h: second_version("linear", "LinearEstimatorV2")(h, COLUMNS),
    "both_v2": lambda h: second_version("dnn_linear_combined", "DNNLinearCombinedEstimatorV2")(
        h, **wide_and_deep()
    ),
}


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path, monkeypatch):
    """Models without a folder of their own go to the test's."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


@pytest.mark.parametrize("name", ESTIMATORS)
def test_contribs_head_works_in_core_estimators(name, tmp_path):
    """Each canned estimator of either version trains, evaluates, predicts and exports with it."""
    head = learn.multi_class_head(2, weight_column_name="w", enable_centered_bias=name == "dnn")
    model = ESTIMATORS[name](head.as_estimator_head())
    model.train(inputs(Y), steps=2)
    result = model.evaluate(inputs(Y, 1))
    assert result["global_step"] == 2
    assert {"accuracy", "auc", "accuracy/baseline_label_mean", "loss"} <= set(result)
    if name not in ("dnn_v2", "linear"):
        return  # Two will do: from here on the version makes no difference.
    predicted = next(iter(model.predict(inputs(Y, 1))))
    assert {"logits", "logistic", "probabilities", "classes"} == set(predicted)
    path = model.export_saved_model(str(tmp_path / "export"), SERVING)
    served = tf.saved_model.load(path.decode()).signatures["serving_default"]
    assert set(served.structured_outputs) == {"classes", "scores"}


@pytest.mark.parametrize(
    ("head", "labels", "prediction"),
    [
        (lambda: learn.multi_class_head(3), Y, "classes"),
        (lambda: learn.regression_head(label_dimension=2), X, "scores"),
        (lambda: head_lib.binary_svm_head(), Y, "classes"),
        (
            lambda: head_lib.multi_head(
                [
                    learn.multi_class_head(2, label_name="a", head_name="a"),
                    learn.regression_head(label_name="b", head_name="b"),
                ]
            ),
            BOTH,
            ("b", "scores"),
        ),
    ],
)
def test_other_heads_work_in_a_core_estimator(head, labels, prediction, tmp_path):
    """Other heads train, evaluate, predict and export in a core estimator as well."""
    model = estimator.LinearEstimator(head().as_estimator_head(), COLUMNS)
    model.train(inputs(labels), steps=1)
    assert model.evaluate(inputs(labels, 1))["loss"] > 0
    assert prediction in next(iter(model.predict(inputs(labels, 1))))
    path = model.export_saved_model(str(tmp_path / "export"), SERVING)
    assert "serving_default" in tf.saved_model.load(path.decode()).signatures


def test_a_core_estimator_trains_contribs_head_as_contrib_would():
    """A linear model has contrib's weights and metrics after gradient descent, to the digit."""

    def by_hand(features, labels, mode):
        weights = tf1.get_variable("weights", [2, 1], initializer=tf1.zeros_initializer())
        bias = tf1.get_variable("bias", [1], initializer=tf1.zeros_initializer())
        head = learn.multi_class_head(2, weight_column_name="w")
        return head.create_model_fn_ops(
            features, mode, labels, train, logits=features["x"] @ weights + bias
        ).estimator_spec()

    def train(loss):
        return tf1.train.GradientDescentOptimizer(0.5).minimize(loss, tf1.train.get_global_step())

    head = as_estimator_head(learn.multi_class_head(2, weight_column_name="w"))
    ours = estimator.LinearEstimator(head, COLUMNS, optimizer=lambda: descent()).train(
        inputs(Y), steps=5
    )
    theirs = estimator.Estimator(by_hand).train(inputs(Y), steps=5)
    expected, found = (each.evaluate(inputs(Y, 1)) for each in (theirs, ours))
    assert set(found) == set(expected)
    for key, value in expected.items():
        np.testing.assert_allclose(found[key], value, rtol=1e-5, err_msg=key)


def descent():
    return tf1.train.GradientDescentOptimizer(0.5)


@pytest.mark.usefixtures("graph")
def test_the_head_has_all_that_a_core_head_has():
    """Loss, predictions, metrics, name and dimension are contrib's; regularization is added."""
    data = Data("binary")
    contrib = make("binary", "mine")
    head = as_estimator_head(contrib)
    assert isinstance(head, estimator.Head)
    assert (head.name, head.logits_dimension) == ("mine", 1)
    assert head.loss_reduction == estimator.BinaryClassHead().loss_reduction
    ops = data.ops(contrib, "eval")
    more = [tf1.constant(3.0), tf1.constant(4.0)]
    losses = [
        ops.loss,
        head.loss(data.labels, data.logits, data.features),
        head.loss(data.labels, data.logits, data.features, regularization_losses=more),
        head.create_estimator_spec(
            data.features, "eval", data.logits, data.labels, regularization_losses=more
        ).loss,
    ]
    with quick_session() as session:
        values = session.run(losses, next(data.batches()))
    np.testing.assert_allclose(np.subtract(values, values[0]), [0, 0, 7, 7], atol=1e-5)
    assert set(head.predictions(data.logits)) == set(ops.predictions)
    assert list(head.predictions(data.logits, ["classes"])) == ["classes"]
    with pytest.raises(ValueError, match=r"no predictions \['other'\]"):
        head.predictions(data.logits, ["other"])
    updated = head.update_metrics(head.metrics(), data.features, data.logits, data.labels)
    assert set(updated) == set(ops.eval_metric_ops)


@pytest.mark.usefixtures("graph")
def test_a_head_needs_an_optimizer_or_a_function_to_train():
    """Neither of them, or both, is the `ValueError` of core heads."""
    data = Data("binary")
    head = make("binary").as_estimator_head()
    arguments = (data.features, "train", data.logits, data.labels)
    for given in ({}, {"optimizer": descent(), "train_op_fn": lambda loss: tf1.no_op()}):
        with pytest.raises(ValueError, match="train_op_fn"):
            head.create_estimator_spec(*arguments, **given)
    spec = head.create_estimator_spec(*arguments, train_op_fn=lambda loss: tf1.no_op())
    assert spec.train_op is not None


def test_heads_unwrap():
    """There and back is the same head; a head of the right kind stays as it is."""
    contrib, core = learn.multi_class_head(2), estimator.BinaryClassHead()
    assert as_contrib_head(as_estimator_head(contrib)) is contrib
    assert as_estimator_head(as_contrib_head(core)) is core
    assert as_contrib_head(contrib) is contrib
    assert as_estimator_head(core) is core
    for convert in (as_contrib_head, as_estimator_head):
        with pytest.raises(TypeError, match="got 3 of"):
            convert(3)


CORE = {
    "binary": lambda **k: estimator.BinaryClassHead(**k),
    "classes": lambda **k: estimator.MultiClassHead(3, **k),
    "regression": lambda **k: estimator.RegressionHead(**k),
    "poisson": lambda **k: estimator.PoissonRegressionHead(**k),
    "labels": lambda **k: estimator.MultiLabelHead(3, **k),
}


@pytest.mark.usefixtures("graph")
@pytest.mark.parametrize("name", CORE)
def test_a_core_head_measures_the_same_as_contribs(name):
    """Loss, metrics and predictions of a core head are its own; so are those of a TPU's shards."""
    data = Data(name)
    core = CORE[name](weight_column="w", name="n")
    head = as_contrib_head(core)
    assert (head.head_name, head.logits_dimension) == ("n", core.logits_dimension)
    spec = core.create_estimator_spec(data.features, "eval", data.logits, data.labels)
    ops = data.ops(head, "eval")
    assert type(ops) is learn.ModelFnOps
    metric_fn, tensors = data.tpu_spec(head, "eval").eval_metrics
    halves = {key: tf.concat([each[:4], each[4:]], 0) for key, each in tensors.items()}
    both = {
        kind: to_estimator_spec(ops._replace(eval_metric_ops=metrics)).eval_metric_ops
        for kind, metrics in (
            ("core", spec.eval_metric_ops),
            ("contrib", ops.eval_metric_ops),
            ("shards", metric_fn(**halves)),
        )
    }
    pairs = {(kind, key): pair for kind, pairs in both.items() for key, pair in pairs.items()}
    pairs["core", "loss"] = tf1.metrics.mean(spec.loss)
    pairs["contrib", "loss"] = tf1.metrics.mean(ops.loss)
    values = evaluated(pairs, data)
    for kind, key in values:
        np.testing.assert_allclose(values[kind, key], values["core", key], rtol=1e-5, err_msg=key)
    assert len(values) == 3 * len(spec.eval_metric_ops) + 2


@pytest.mark.usefixtures("graph")
@pytest.mark.parametrize("mode", ["train", "infer"])
def test_a_core_head_trains_and_serves(mode):
    """A core head trains by the function it is given, and its name is what it serves."""
    data = Data("binary")
    ops = data.ops(as_contrib_head(estimator.BinaryClassHead(name="n")), mode)
    assert (ops.train_op is not None) is (mode == "train")
    if mode == "infer":
        assert [*ops.output_alternatives] == ["n", "n/classification", "n/regression", "n/predict"]
        assert "serving_default" in ops.estimator_spec("n").export_outputs


@pytest.mark.usefixtures("graph")
def test_core_heads_make_their_own_logits():
    """A core head gets the linear layer that contrib's have, under the same names."""
    data = Data("binary")
    head = as_contrib_head(estimator.BinaryClassHead(name="n"))
    head.create_model_fn_ops(data.features, "infer", logits_input=tf.ones([4, 3]))
    names = [variable.op.name for variable in tf1.global_variables()]
    assert names == ["n/logits/weights", "n/logits/biases"]
    for given in ({}, {"logits": data.logits, "logits_input": data.logits}):
        with pytest.raises(ValueError, match="logits_input supplied"):
            head.create_model_fn_ops(data.features, "infer", **given)


@pytest.mark.usefixtures("graph")
def test_core_heads_take_what_contribs_take():
    """Missing labels, train op functions and label names are contrib's errors."""
    data = Data("binary")
    head = as_contrib_head(estimator.BinaryClassHead(name="n"))
    with pytest.raises(ValueError, match="labels is None"):
        head.create_model_fn_ops(data.features, "eval", logits=data.logits)
    with pytest.raises(ValueError, match="train_op_fn can not be None"):
        head.create_model_fn_ops(data.features, "train", data.labels, logits=data.logits)
    with pytest.raises(KeyError, match="the head's name is 'n'"):
        head.create_model_fn_ops(data.features, "eval", {"m": data.labels}, logits=data.logits)
    labels = {"n": data.labels}
    assert (
        head.create_model_fn_ops(data.features, "eval", labels, logits=data.logits).loss.shape == []
    )


def contrib_model_fn(head):
    def model_fn(features, labels, mode):
        return as_contrib_head(head).create_model_fn_ops(
            features,
            mode,
            labels,
            lambda loss: descent().minimize(loss, tf1.train.get_global_step()),
            logits_input=features["x"],
        )

    return model_fn


@pytest.mark.parametrize("kind", ["core", "contrib"])
def test_heads_mix(kind):
    """A multi head of contrib's takes core heads, and one of core's takes contrib's."""
    if kind == "core":
        one = learn.multi_class_head(2, head_name="a").as_estimator_head()
        head = estimator.MultiHead([one, estimator.RegressionHead(name="b")])
        expected = {"accuracy/a", "labels/prediction_mean/a", "average_loss/b"}
    else:
        two = learn.regression_head(label_name="b", head_name="b")
        head = head_lib.multi_head([estimator.BinaryClassHead(name="a"), two])
        expected = {"accuracy/a", "average_loss/a", "loss/b"}
    model = learn.Estimator(contrib_model_fn(head))

    def input_fn():
        return tf1.data.make_one_shot_iterator(inputs(BOTH)()).get_next()

    result = model.fit(input_fn=input_fn, steps=1).evaluate(input_fn=input_fn, steps=1)
    assert expected <= set(result)


@pytest.mark.parametrize("kind", ["LinearEstimator", "DNNEstimator"])
def test_core_heads_work_in_contribs_estimators(kind):
    """contrib's own estimators train and evaluate with a core head."""
    columns = [layers.real_valued_column("x", 2)]
    more = {"hidden_units": [3]} if kind == "DNNEstimator" else {}
    head = estimator.BinaryClassHead(name="n")
    model = getattr(learn, kind)(head=head, feature_columns=columns, **more)

    def input_fn():
        return {"x": tf.constant(X)}, tf.constant(Y)

    result = model.fit(input_fn=input_fn, steps=1).evaluate(input_fn=input_fn, steps=1)
    assert {"accuracy/n", "loss"} <= set(result)


@pytest.mark.usefixtures("graph")
def test_keras_metrics_take_all_roads():
    """Metrics of Keras 2 cross, ready-made and from a `metric_fn`; the caller's dicts stay."""
    check_keras_metrics()


def test_keras_metrics_are_evaluated_by_contribs_estimator():
    """A model_fn whose metrics are Keras's gives the same figures by contrib's road and core's."""

    def model_fn(features, labels, mode):
        scores = tf1.layers.dense(features["x"], 1)
        loss = tf.reduce_mean(tf.square(scores - labels))
        step = tf1.assign_add(tf1.train.get_global_step(), 1)
        error = tf.keras.metrics.MeanAbsoluteError()
        error.update_state(labels, scores)
        metrics = {"keras": error, "error": tf1.metrics.mean_absolute_error(labels, scores)}
        return learn.ModelFnOps(mode, {"s": scores}, loss, step, metrics)

    read = inputs(Y.astype(np.float32), epochs=2)
    model = learn.Estimator(model_fn).fit(input_fn=read)
    ours = model.evaluate(input_fn=read)
    core = estimator.Estimator(model_fn_for_estimator(model_fn), model.model_dir).evaluate(read)
    assert ours == core
    assert ours["keras"] == pytest.approx(ours["error"])
