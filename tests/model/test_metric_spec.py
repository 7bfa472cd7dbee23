"""MetricSpec beyond what the oracle's cases compare: messages, and what contrib could not do."""

import functools

import pytest

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib.learn.metric_spec import MetricSpec


def test_tensorflows_metrics_are_understood(graph):
    """A metric of TensorFlow gets predictions, labels and weights in the right places."""
    spec = MetricSpec(tf1.metrics.mean_absolute_error, "p", weight_key="w")
    value, update = spec.create_metric_ops(
        {"w": tf.constant([1.0, 3.0])}, tf.constant([1.0, 1.0]), {"p": tf.constant([2.0, 4.0])}
    )
    with tf1.Session() as session:
        session.run(tf1.local_variables_initializer())
        session.run(update)
        assert session.run(value) == pytest.approx((1 * 1 + 3 * 3) / 4)


def test_keyword_only_arguments_are_filled():
    """Arguments that can only be passed by keyword are."""

    def metric(predictions, *, labels, weights=None):
        return predictions, labels, weights

    spec = MetricSpec(metric, weight_key="w")
    assert spec.create_metric_ops({"w": 3}, 2, 1) == (1, 2, 3)


def test_callable_objects_and_methods_are_metrics():
    """A bound method is a metric function, as is an object that can be called."""

    class Metric:
        def __call__(self, labels, predictions):
            return labels, predictions

    assert MetricSpec(Metric()).create_metric_ops({}, 2, 1) == (2, 1)
    assert MetricSpec(Metric().__call__).create_metric_ops({}, 2, 1) == (2, 1)
    assert "metric_fn=Metric," in str(MetricSpec(Metric()))


def test_what_a_partial_has_bound_is_no_argument():
    """A weight that a partial has bound cannot be asked for by key."""

    def metric(predictions, labels, weights):
        return weights

    bound = functools.partial(metric, weights=5)
    assert MetricSpec(bound).create_metric_ops({}, 2, 1) == 5
    with pytest.raises(ValueError, match="no argument"):
        MetricSpec(bound, weight_key="w")


@pytest.mark.parametrize(
    ("keys", "inputs", "labels", "predictions", "error", "words"),
    [
        ({"prediction_key": "z"}, {}, 1, {"p": 1}, KeyError, r"Key 'z' missing.*\['p'\]"),
        ({"label_key": "z"}, {}, {"l": 1}, 1, KeyError, r"Key 'z' missing.*\['l'\]"),
        ({"weight_key": "z"}, {"w": 1}, 1, 1, KeyError, r"'z'.*\['w'\]"),
        ({"weight_key": "z"}, None, 1, 1, TypeError, "dict of features"),
        ({"prediction_key": "z"}, {}, 1, 5, ValueError, "predictions dict, got 5"),
        ({}, {}, 1, {"p": 1, "q": 2}, ValueError, r"\['p', 'q'\]"),
    ],
)
def test_errors_name_the_keys_that_exist(keys, inputs, labels, predictions, error, words):
    """A wrong key is answered with those that there are."""
    spec = MetricSpec(lambda predictions, labels, weights=None: None, **keys)
    with pytest.raises(error, match=words):
        spec.create_metric_ops(inputs, labels, predictions)


def test_errors_of_the_metric_come_through():
    """What the metric function raises is raised as it is."""
    failure = RuntimeError("mine")

    def metric(predictions, labels):
        raise failure

    with pytest.raises(RuntimeError) as caught:
        MetricSpec(metric).create_metric_ops({}, 1, 2)
    assert caught.value is failure


@pytest.mark.parametrize("name", ["labels", "label", "targets", "target"])
def test_labels_have_several_names(name):
    """Labels are passed by whichever of their names an argument has."""
    scope = {}
    exec(f"def metric(predictions, {name}=None): return predictions, {name}", scope)
    assert MetricSpec(scope["metric"]).create_metric_ops({}, 2, 1) == (1, 2)


@pytest.mark.parametrize("name", ["predictions", "prediction", "logits", "logit"])
def test_predictions_have_several_names(name):
    """Likewise predictions, in any place."""
    scope = {}
    exec(f"def metric(other=0, *, labels, {name}=None): return other, labels, {name}", scope)
    assert MetricSpec(scope["metric"]).create_metric_ops({}, 2, 1) == (0, 2, 1)


@pytest.mark.parametrize("name", ["weights", "weight"])
def test_weights_have_two_names(name):
    """Weights are passed where there is a key for them; else their default stays."""
    scope = {}
    exec(f"def metric(predictions, {name}=7): return {name}", scope)
    assert MetricSpec(scope["metric"], weight_key="w").create_metric_ops({"w": 3}, 2, 1) == 3
    assert MetricSpec(scope["metric"]).create_metric_ops({}, 2, 1) == 7


def test_a_key_wants_an_argument():
    """A key for labels or weights that no argument takes is refused; without one all is well."""
    assert MetricSpec(lambda predictions: predictions).create_metric_ops({}, 2, 1) == 1
    for key in ("label_key", "weight_key"):
        with pytest.raises(ValueError, match=r"missing from .* no argument for what the Metric"):
            MetricSpec(lambda predictions: predictions, **{key: "k"})


def test_two_names_for_one_thing():
    """Which of two arguments gets the labels cannot be told."""
    with pytest.raises(ValueError, match=r"^Ambiguous arguments \{'labels', 'target'\}"):
        MetricSpec(lambda predictions, labels, target: None)
