import collections

import pytest

from tf_spec_compat._tf import EstimatorSpec, estimator, tf, tf1
from tf_spec_compat.contrib.learn.estimators.constants import ProblemType
from tf_spec_compat.contrib.learn.estimators.model_fn import ModelFnOps
from tf_spec_compat.errors import NoDefaultHeadError
from tf_spec_compat.model.export_outputs import to_signature_defs
from tf_spec_compat.specs.estimator_spec import to_estimator_spec, to_model_fn_ops

pytestmark = pytest.mark.usefixtures("graph")

MODES = ["train", "eval", "infer"]


class Hook(tf1.train.SessionRunHook):
    pass


def vector(value=1.0):
    return tf1.constant([value])


def metric():
    return tf1.constant(1.0), tf1.no_op()


def foreign():
    """A tensor of another graph."""
    with tf.Graph().as_default():
        return tf1.constant(2.0)


def head_ops(mode, **fields):
    """What a head might return in `mode`, every field filled."""
    predictions = {"scores": vector()}
    given = {
        "predictions": predictions,
        "loss": tf1.constant(1.0),
        "train_op": tf1.no_op(),
        "eval_metric_ops": {"loss": metric(), "loss/head": metric(), "auc": metric()},
        "output_alternatives": {"head": (ProblemType.LINEAR_REGRESSION, dict(predictions))},
        "training_chief_hooks": [Hook()],
        "training_hooks": [Hook(), Hook()],
        "scaffold": tf1.train.Scaffold(),
    }
    return ModelFnOps(mode, **{**given, **fields})


def two_heads(**kinds):
    return {name: (ProblemType.UNSPECIFIED, {name: vector()}) for name in ("a", "b")}


def signatures(*specs):
    examples = tf1.placeholder(tf.string, [None])
    return [to_signature_defs(spec.export_outputs, examples) for spec in specs]


@pytest.mark.parametrize("mode", MODES)
def test_every_field_crosses(mode, graph):
    """In each mode all fields arrive, and the graph has no node more."""
    ops = head_ops(mode)
    nodes = len(graph.get_operations())
    spec = to_estimator_spec(ops)
    assert len(graph.get_operations()) == nodes
    assert type(spec) is EstimatorSpec
    for name in ("mode", "predictions", "loss", "train_op", "scaffold"):
        assert getattr(spec, name) == getattr(ops, name)
    assert spec.training_chief_hooks == tuple(ops.training_chief_hooks)
    assert spec.training_hooks == tuple(ops.training_hooks)
    assert spec.evaluation_hooks == spec.prediction_hooks == ()


def test_loss_metric_is_left_to_estimator():
    """The metric `loss` is left out, as `Estimator` makes its own; the others arrive."""
    ops = head_ops("eval")
    metrics = dict(ops.eval_metric_ops)
    spec = to_estimator_spec(ops)
    assert metrics.pop("loss") is ops.eval_metric_ops["loss"]
    assert spec.eval_metric_ops == metrics


@pytest.mark.parametrize("mode", MODES)
def test_single_head_is_served_by_default(mode):
    """A single head is the default where the model predicts, and has just its name elsewhere."""
    names = list(to_estimator_spec(head_ops(mode)).export_outputs)
    assert names == (["head", "serving_default"] if mode == "infer" else ["head"])


@pytest.mark.parametrize("mode", MODES)
def test_predictions_are_served_for_want_of_alternatives(mode):
    """Without alternatives the predictions are served, where the model predicts."""
    for nothing in (None, {}):
        ops = head_ops(mode, output_alternatives=nothing)
        outputs = to_estimator_spec(ops).export_outputs
        if mode == "infer":
            assert outputs["serving_default"].outputs == ops.predictions
        else:
            assert outputs is None


@pytest.mark.parametrize("mode", MODES)
def test_several_heads_need_a_default(mode):
    """Several heads have the default that is asked for, and without one fail as in contrib."""
    ops = head_ops(mode, output_alternatives=two_heads())
    outputs = to_estimator_spec(ops, "b").export_outputs
    assert list(outputs) == ["a", "b", "serving_default"]
    assert list(outputs["serving_default"].outputs) == ["b"]
    with pytest.raises(NoDefaultHeadError, match="default_serving_output_alternative_key"):
        to_estimator_spec(ops)


@pytest.mark.parametrize("mode", MODES)
def test_operations_stay_as_they_were(mode):
    """Neither the conversion nor an edit of its result changes what the operations hold."""
    ops = head_ops(mode, output_alternatives=two_heads())
    names = ("predictions", "eval_metric_ops", "output_alternatives", "training_hooks")
    before = {name: type(getattr(ops, name))(getattr(ops, name)) for name in names}
    spec = to_estimator_spec(ops, "a")
    spec.eval_metric_ops.clear()
    spec.export_outputs.clear()
    assert {name: getattr(ops, name) for name in names} == before


def test_keras_metrics_stay_in_the_callers_dict(graph):
    """A Keras metric, which `EstimatorSpec` replaces in its dict, stays in the caller's."""
    if getattr(tf.keras, "__version__", "2").startswith("3"):
        pytest.skip("EstimatorSpec takes metrics of Keras 2 only")
    mean = tf.keras.metrics.Mean()
    mean.update_state(tf1.constant(2.0))
    metrics = {"mean": mean}
    spec = to_estimator_spec(head_ops("eval", eval_metric_ops=metrics))
    assert metrics == {"mean": mean}
    value, update = spec.eval_metric_ops["mean"]
    assert (value.graph, update.graph) == (graph, graph)
    assert to_model_fn_ops(spec).eval_metric_ops == spec.eval_metric_ops


def test_two_specs_do_not_share():
    """A spec keeps its own outputs and metrics when another one is made, in either direction."""
    first, second = head_ops("infer"), head_ops("infer")
    specs = [to_estimator_spec(ops) for ops in (first, second)]
    back = [to_model_fn_ops(spec) for spec in specs]
    for ops, spec, again in zip((first, second), specs, back):
        scores = ops.predictions["scores"]
        assert spec.export_outputs["head"].value is scores
        assert again.output_alternatives == ops.output_alternatives
        assert spec.eval_metric_ops["auc"] is ops.eval_metric_ops["auc"]
        assert again.eval_metric_ops["auc"] is ops.eval_metric_ops["auc"]


def test_estimator_spec_passes():
    """An `EstimatorSpec` is returned as it is, whatever default is asked for."""
    spec = EstimatorSpec("infer", vector())
    assert to_estimator_spec(spec, "any") is spec


def test_fields_make_the_operations():
    """Anything with the fields of `ModelFnOps` is converted, whatever its class."""
    ops = head_ops("eval")
    alike = collections.namedtuple("Alike", (*ops._fields, "more"))(*ops, more=3)
    assert to_estimator_spec(alike).loss is ops.loss
    assert to_model_fn_ops(alike) is alike


def test_more_hooks_are_accepted():
    """Hooks that `ModelFnOps` have no field for can be added on the way."""
    hooks = {"evaluation_hooks": [Hook()], "prediction_hooks": (Hook(),)}
    spec = to_estimator_spec(head_ops("eval"), **hooks)
    assert {name: getattr(spec, name) for name in hooks} == {
        name: tuple(value) for name, value in hooks.items()
    }
    with pytest.raises(TypeError, match="hook"):
        to_estimator_spec(head_ops("eval"), evaluation_hooks=[3])


def test_hooks_are_added_to_those_of_a_spec():
    """An `EstimatorSpec` keeps its hooks, class and attributes when it is given more hooks."""

    class Marked(EstimatorSpec):
        pass

    own, more = Hook(), Hook()
    spec = Marked("infer", vector(), evaluation_hooks=[own])
    spec.note = "kept"
    both = to_estimator_spec(spec, evaluation_hooks=iter([more]), prediction_hooks=[more])
    assert (both.evaluation_hooks, both.prediction_hooks) == ((own, more), (more,))
    assert (type(both), both.note, both.predictions) == (Marked, "kept", spec.predictions)
    assert spec.evaluation_hooks == (own,)
    assert to_estimator_spec(spec, evaluation_hooks=[]) is spec
    with pytest.raises(TypeError, match="SessionRunHook"):
        to_estimator_spec(spec, prediction_hooks=[3])


@pytest.mark.parametrize("convert", [to_estimator_spec, to_model_fn_ops])
@pytest.mark.parametrize("other", [None, 3, {}, (1, 2, 3)], ids=repr)
def test_anything_else_is_shown_in_the_error(convert, other):
    """What is neither of the two is a `TypeError` that shows it."""
    with pytest.raises(TypeError, match="Expected ModelFnOps or an EstimatorSpec, got") as caught:
        convert(other)
    assert repr(other) in str(caught.value)


def test_unknown_mode_is_refused():
    """A mode that came in past the constructor is a `ValueError` that shows it."""
    with pytest.raises(ValueError, match="Invalid mode bogus; got 'bogus'"):
        to_estimator_spec(head_ops("infer")._replace(mode="bogus"))


@pytest.mark.parametrize(
    ("mode", "fields", "kind"),
    [
        ("infer", lambda: {"predictions": tf.SparseTensor([[0]], [1.0], [1])}, TypeError),
        ("train", lambda: {"predictions": {"a": tf.SparseTensor([[0]], [1.0], [1])}}, TypeError),
        ("eval", lambda: {"predictions": {"a": foreign()}}, ValueError),
        ("eval", lambda: {"eval_metric_ops": {"a": tf1.constant(1.0)}}, TypeError),
        ("infer", lambda: {"eval_metric_ops": {"a": 3}}, TypeError),
        ("eval", lambda: {"eval_metric_ops": {"a": [*metric()]}}, TypeError),
        ("eval", lambda: {"eval_metric_ops": {"a": (foreign(), foreign())}}, ValueError),
        ("infer", lambda: {"scaffold": 3}, TypeError),
        ("infer", lambda: {"output_alternatives": 3}, TypeError),
        ("train", lambda: {"output_alternatives": {"a": (7, {})}}, ValueError),
        ("infer", lambda: {"output_alternatives": None, "predictions": {1: vector()}}, ValueError),
    ],
)
def test_bad_fields_raise_what_they_did(mode, fields, kind):
    """A field that the spec cannot take raises contrib's exception type."""
    with pytest.raises((TypeError, ValueError)) as caught:
        to_estimator_spec(head_ops(mode, **fields()))
    assert caught.type is kind


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("alternatives", [None, "one", "nameless", "two", "svm"])
def test_operations_survive_the_round_trip(mode, alternatives, graph):
    """Operations to spec to operations to spec keep every field and signature, and add no node."""
    ops = head_ops(
        mode,
        output_alternatives={
            None: lambda: None,
            "one": lambda: {"a": (ProblemType.LINEAR_REGRESSION, {"probabilities": vector()})},
            "nameless": lambda: {None: (ProblemType.LOGISTIC_REGRESSION, {"scores": vector()})},
            "two": two_heads,
            "svm": lambda: {None: (3, {"logits": vector(), "classes": tf1.constant([1])})},
        }[alternatives](),
    )
    nodes = len(graph.get_operations())
    spec = to_estimator_spec(ops, "b")
    back = to_model_fn_ops(spec)
    again = to_estimator_spec(back)
    assert len(graph.get_operations()) == nodes
    assert type(back) is ModelFnOps
    for name in ("mode", "predictions", "loss", "train_op", "scaffold"):
        assert getattr(back, name) == getattr(ops, name)
    for name in ("training_hooks", "training_chief_hooks"):
        assert getattr(back, name) == list(getattr(ops, name))
    for name in set(EstimatorSpec._fields) - {"export_outputs"}:
        assert getattr(again, name) == getattr(spec, name)
    if spec.export_outputs is None:
        assert again.export_outputs is None
    else:
        before, after = signatures(spec, again)
        assert before == after


def test_spec_stays_as_it_was():
    """Edits of the operations do not reach the spec they came from."""
    spec = to_estimator_spec(head_ops("infer", output_alternatives=two_heads()), "a")
    outputs = {name: dict(output.outputs) for name, output in spec.export_outputs.items()}
    metrics = dict(spec.eval_metric_ops)
    ops = to_model_fn_ops(spec)
    ops.eval_metric_ops.clear()
    ops.predictions.clear()
    ops.training_hooks.clear()
    for _, tensors in ops.output_alternatives.values():
        tensors.clear()
    assert {name: output.outputs for name, output in spec.export_outputs.items()} == outputs
    assert spec.eval_metric_ops == metrics
    assert spec.predictions
    assert len(spec.training_hooks) == 2


def test_missing_predictions_come_back_empty():
    """Predictions that training does without are an empty dict in the spec and stay one."""
    spec = to_estimator_spec(head_ops("train", predictions=None))
    assert to_model_fn_ops(spec).predictions == {}


@pytest.mark.parametrize("field", ["evaluation_hooks", "prediction_hooks"])
def test_hooks_without_a_field_are_not_lost_silently(field):
    """Hooks that `ModelFnOps` have no field for are a `ValueError`, unless they may be dropped."""
    spec = EstimatorSpec("infer", vector(), **{field: [Hook()]})
    with pytest.raises(ValueError, match=rf"have no {field}.* pass drop=\('{field}',\)"):
        to_model_fn_ops(spec)
    (other,) = {"evaluation_hooks", "prediction_hooks"} - {field}
    with pytest.raises(ValueError, match=f"have no {field}"):
        to_model_fn_ops(spec, drop=[other])
    assert to_model_fn_ops(spec, drop=[field]).mode == "infer"


@pytest.mark.parametrize("drop", ["evaluation_hooks", 5, b"x"])
def test_names_to_drop_come_in_a_collection(graph, drop):
    """A bare string, of which each letter would be a name, and a number are a `TypeError`."""
    with pytest.raises(TypeError, match=r"drop must be a collection of names, got .*_hooks',\)"):
        to_model_fn_ops(EstimatorSpec("infer", vector()), drop=drop)


def test_a_class_is_no_spec():
    """The class `ModelFnOps` has all the fields, and is none."""
    for convert in (to_model_fn_ops, to_estimator_spec):
        with pytest.raises(TypeError, match=r"got the class .*ModelFnOps'> itself"):
            convert(ModelFnOps)


def test_only_hooks_can_be_dropped():
    """Anything else that is to be dropped is a `ValueError` that shows it."""
    with pytest.raises(ValueError, match=r"got \['loss'\]"):
        to_model_fn_ops(EstimatorSpec("infer", vector()), drop=["loss"])


def test_deprecations_stay_silent(caplog, monkeypatch):
    """Conversions log none of the deprecations that the spec and its outputs have."""
    from tensorflow.python.util import deprecation

    made = [
        head_ops(mode, **fields) for mode in MODES for fields in ({}, {"output_alternatives": {}})
    ]
    monkeypatch.setattr(deprecation, "_PRINTED_WARNING", {})
    logger = tf1.get_logger()
    caplog.clear()
    logger.addHandler(caplog.handler)
    try:
        for ops in made:
            to_model_fn_ops(to_estimator_spec(ops))
        assert "deprecated" not in caplog.text
        EstimatorSpec("infer", vector())
    finally:
        logger.removeHandler(caplog.handler)
    assert ("deprecated" in caplog.text) is hasattr(EstimatorSpec.__new__, "__wrapped__")


def test_loss_of_the_real_evaluation_has_no_rival(tmp_path):
    """An evaluation of a converted spec reports the mean loss, and the metrics."""

    def model_fn(features, labels, mode):
        loss = tf1.reduce_mean(features - labels)
        step = tf1.train.get_global_step()
        metrics = {"loss": tf1.metrics.mean(loss + 1), "mean": tf1.metrics.mean(labels)}
        train_op = tf1.assign_add(step, 1)
        return to_estimator_spec(ModelFnOps(mode, features, loss, train_op, metrics))

    def input_fn():
        return tf1.constant([3.0, 5.0]), tf1.constant([1.0, 2.0])

    config = estimator.RunConfig(model_dir=str(tmp_path))
    model = estimator.Estimator(model_fn, config=config)
    model.train(input_fn, steps=1)
    assert model.evaluate(input_fn, steps=1) == {"loss": 2.5, "mean": 1.5, "global_step": 1}
