"""A model is compared with itself in every form, and with one that is a little different."""

import numpy as np
import pytest

from tf_spec_compat import model_fn_for_estimator, to_estimator_spec
from tf_spec_compat._tf import EstimatorSpec, TPUEstimatorSpec, estimator, tf, tf1
from tf_spec_compat.contrib.layers import optimize_loss
from tf_spec_compat.estimators.estimator import Estimator
from tf_spec_compat.heads.factories import regression_head
from tf_spec_compat.testing import assert_same_model, compare_models

STEPS = 3


def input_fn():
    x = np.random.RandomState(0).randn(32, 3).astype("float32")
    data = tf.data.Dataset.from_tensor_slices(({"x": x}, x.sum(1, keepdims=True)))
    return data.shuffle(32).repeat().batch(8)


def network(features, mode, scope, dropout=True, extra=False):
    with tf1.variable_scope(scope):
        w = tf1.get_variable("w", [3, 4], initializer=tf1.glorot_uniform_initializer())
        v = tf1.get_variable("v", [4, 1], initializer=tf1.glorot_uniform_initializer())
    if extra:
        tf1.constant(0)  # moves the seeds that TensorFlow would give to what follows
    net = tf.tanh(tf.matmul(features["x"], w))
    if dropout and mode == "train":
        net = tf.nn.dropout(net, 0.25)
    return tf.matmul(net, v)


def minimize(loss, rate=0.1):
    return tf1.train.AdamOptimizer(rate).minimize(loss, tf1.train.get_global_step())


def ops_model_fn(features, labels, mode, params):
    logits = network(features, mode, "net")
    tf1.summary.scalar("mean", tf.reduce_mean(logits))
    head = regression_head()
    return head.create_model_fn_ops(
        features,
        mode,
        labels=labels,
        logits=logits,
        train_op_fn=lambda loss: minimize(loss, params["rate"]),
    )


def spec_model_fn(features, labels, mode, params):
    return to_estimator_spec(ops_model_fn(features, labels, mode, params))


def plain_spec(mode, logits, labels, rate):
    """The same model by hand, whose head is no head."""
    predictions = {"scores": tf.squeeze(logits, [1])}
    if mode == "infer":
        exports = {"serving_default": estimator.export.RegressionOutput(predictions["scores"])}
        return EstimatorSpec(mode, predictions=predictions, export_outputs=exports)
    loss = tf1.losses.mean_squared_error(labels, logits)
    return EstimatorSpec(mode, predictions=predictions, loss=loss, train_op=minimize(loss, rate))


def by_hand(scope="net", rate=0.1, extra=False, dropout=True):
    def model_fn(features, labels, mode):
        logits = network(features, mode, scope, dropout, extra)
        tf1.summary.scalar("mean", tf.reduce_mean(logits))
        return plain_spec(mode, logits, labels, rate)

    return model_fn


def tuple_model_fn(features, labels, mode):
    spec = by_hand()(features, labels, mode)
    return spec.predictions, spec.loss, spec.train_op


def tpu_model_fn(features, labels, mode, params):
    spec = by_hand()(features, labels, mode)
    return TPUEstimatorSpec(
        mode, spec.predictions, spec.loss, spec.train_op, export_outputs=spec.export_outputs or None
    )


def compare(legacy, new, **options):
    return compare_models(legacy, new, input_fn, steps=STEPS, **options)


def test_ops_and_spec_are_the_same_model():
    """Dropout, shuffled input and Adam's slots included, figures of ModelFnOps and spec agree."""
    report = compare(ops_model_fn, spec_model_fn, params={"rate": 0.1}, rtol=0, atol=0)
    assert report.ok, report.to_text()
    assert report.compared["loss"] == STEPS
    assert report.compared["variable"] == 8  # two, their slots, and two powers of Adam
    assert min(report.compared[kind] for kind in ("summary", "metric", "prediction")) > 0
    assert min(report.compared[kind] for kind in ("signature", "served")) > 0
    assert report.not_compared == []
    assert "ModelFnOps" in report.legacy
    assert "EstimatorSpec" in report.new


def test_other_initial_values_and_more_ops_do_not_matter():
    """The new model begins with the legacy one's values under new names, and draws the same."""
    report = compare(by_hand(), by_hand("other", extra=True), rename={"net": "other"})
    assert report.ok, report.to_text()


def test_the_first_difference_is_in_the_step_in_which_it_shows():
    """Another learning rate shows in the second step's loss, after the first step's update."""
    report = compare(by_hand(), by_hand(rate=0.2))
    assert (report.first.kind, report.first.step) == ("loss", 2)
    assert report.first.largest > 0
    assert "signature" in report.compared


def test_draws_that_cannot_be_the_same_are_noted():
    """Without dropout the new model has no random op, and the report says so."""
    report = compare(by_hand(), by_hand(dropout=False), ignore=["*:*"])
    assert report.ok
    (note,) = report.notes
    assert "RandomUniform" in note
    assert "new: none" in note


def test_tuples_and_tpu_specs():
    """Both stand on either side; an output that only one serves is said, not passed over."""
    report = compare(tuple_model_fn, tpu_model_fn, ignore=["signature:*"])
    assert report.ok, report.to_text()
    assert report.not_compared == ["served serving_default.scores: the new model has none"]


def test_estimators_on_either_side():
    """contrib's Estimator and core's are taken through their own lives, export included."""
    params = {"rate": 0.1}
    legacy = Estimator(ops_model_fn, params=params)
    new = estimator.Estimator(model_fn_for_estimator(ops_model_fn), params=params)
    report = compare(legacy, new, ignore=["signature:*", "served:*"])
    assert report.ok, report.to_text()
    assert report.compared["prediction"] > 0
    assert report.legacy.startswith("Estimator")


def test_variables_without_a_counterpart_are_named():
    """A renamed variable without `rename` is missing on one side, and began with its own values."""
    report = compare(by_hand(), by_hand("other"))
    words = [str(each) for each in report.differences]
    assert "variable net/w: only in legacy" in words
    assert "variable other/w: only in new" in words
    assert any("other/w is not in the legacy model" in note for note in report.notes)


def test_the_assertion_begins_with_the_first_difference():
    """What pytest shows first is what differs first, by how much and in which step."""
    assert_same_model(by_hand(), by_hand(), input_fn, steps=1)
    with pytest.raises(AssertionError, match=r"^loss in step 2: legacy .* off by"):
        assert_same_model(by_hand(), by_hand(rate=0.2), input_fn, steps=2)


def test_bad_arguments_are_refused():
    """What cannot be compared says why."""
    with pytest.raises(ValueError, match="steps must be one or more"):
        compare_models(by_hand(), by_hand(), input_fn, steps=0)
    with pytest.raises(TypeError, match="model_fn or an Estimator"):
        compare_models(by_hand(), "model", input_fn)
    with pytest.raises(ValueError, match="rename has 'nothing'"):
        compare_models(by_hand(), by_hand(), input_fn, steps=1, rename={"nothing": "x"})
    with pytest.raises(ValueError, match="not a single batch"):
        compare_models(by_hand(), by_hand(), lambda: input_fn().take(0))


def test_a_setting_that_a_variable_holds_is_compared():
    """The rate of `optimize_loss` is a variable, which the same initial values would make equal."""

    def with_rate(rate):
        def model_fn(features, labels, mode):
            logits = network(features, mode, "net", dropout=False)
            if mode == "infer":
                return EstimatorSpec(mode, predictions=logits)
            loss = tf1.losses.mean_squared_error(labels, logits)
            step = tf1.train.get_global_step()
            train_op = optimize_loss(loss, step, rate, "SGD", summaries=[])
            return EstimatorSpec(mode, loss=loss, train_op=train_op, predictions=logits)

        return model_fn

    report = compare_models(with_rate(0.125), with_rate(0.25), input_fn, steps=1)
    assert str(report.first).startswith("initial value OptimizeLoss/learning_rate: legacy 0.125")
    assert compare_models(with_rate(0.125), with_rate(0.125), input_fn, steps=1).ok
