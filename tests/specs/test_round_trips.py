"""From each spec to each other and back, for every head and mode."""

import pytest

from tests.heads.heads_of_all_kinds import NAMES, Data, evaluated, make
from tf_spec_compat._tf import EstimatorSpec, TPUEstimatorSpec, estimator, tf, tf1
from tf_spec_compat.contrib.learn.estimators.model_fn import ModelFnOps
from tf_spec_compat.specs import (
    to_estimator_spec,
    to_model_fn_ops,
    to_signature_defs,
    to_tpu_estimator_spec,
)

pytestmark = pytest.mark.usefixtures("graph")

KEY = "two"  # The default of the multi head; the others need none.


class Hook(tf1.train.SessionRunHook):
    pass


def filled(name, mode):
    """What a head makes in a mode, with hooks and a scaffold."""
    data = Data(name)
    ops = data.ops(make(name, "head"), mode)
    more = {"training_hooks": [Hook()], "scaffold": tf1.train.Scaffold(init_fn=print)}
    return data, ops._replace(**more)


def signatures(spec):
    examples = tf1.placeholder(tf.string, [None], name="examples")
    return to_signature_defs(spec.export_outputs, examples) if spec.export_outputs else None


def assert_alike(a, b):
    """Two `EstimatorSpec`s that cannot be told apart."""
    assert type(a) is type(b) is EstimatorSpec
    for field in set(EstimatorSpec._fields) - {"export_outputs"}:
        assert getattr(a, field) == getattr(b, field), field
    with tf.Graph().as_default():
        expected = signatures(a)
    with tf.Graph().as_default():
        assert signatures(b) == expected


@pytest.mark.parametrize("mode", ["train", "eval", "infer"])
@pytest.mark.parametrize("name", NAMES)
def test_roads_lead_back(name, mode, graph):
    """Each road of conversions keeps every field, adds no node, and leaves what it was given."""
    _, ops = filled(name, mode)
    before = tuple(ops), dict(ops.eval_metric_ops), list(ops.training_hooks)
    nodes = len(graph.get_operations())
    spec = to_estimator_spec(ops, KEY)
    own = dict(spec.eval_metric_ops)

    tpu = to_tpu_estimator_spec(ops, default_serving_output_alternative_key=KEY)
    assert type(tpu) is TPUEstimatorSpec
    assert_alike(to_estimator_spec(tpu), spec)
    assert_alike(to_estimator_spec(to_tpu_estimator_spec(spec)), spec)
    assert_alike(tpu.as_estimator_spec(), spec)

    for back in (to_model_fn_ops(spec), to_model_fn_ops(tpu)):
        assert type(back) is ModelFnOps
        for field in ("mode", "loss", "train_op", "scaffold", "training_hooks"):
            assert getattr(back, field) == getattr(ops, field), field
        assert back.predictions == (ops.predictions or {})
        assert_alike(to_estimator_spec(back, KEY), spec)
        again = to_tpu_estimator_spec(back, default_serving_output_alternative_key=KEY)
        assert_alike(to_estimator_spec(again), spec)

    assert len(graph.get_operations()) == nodes
    assert (tuple(ops), dict(ops.eval_metric_ops), list(ops.training_hooks)) == before
    assert spec.eval_metric_ops == own


@pytest.mark.parametrize("name", ["binary", "multi"])
def test_values_survive_all_roads(name):
    """After ops, spec, TPU spec, ops and spec again the metrics have the same values."""
    data, ops = filled(name, "eval")
    spec = to_tpu_estimator_spec(to_estimator_spec(ops, KEY))
    back = to_model_fn_ops(to_estimator_spec(spec))
    expected = {key: pair for key, pair in ops.eval_metric_ops.items() if key != "loss"}
    assert evaluated(back.eval_metric_ops, data) == evaluated(expected, data)


def test_a_pair_comes_back_as_it_was_given():
    """From a `TPUEstimatorSpec` to the others and back leads to the same functions and tensors."""
    x = tf1.placeholder(tf.float32, [None])
    fields = {
        "loss": tf1.constant(1.0),
        "predictions": {"x": x},
        "train_op": tf1.no_op(),
        "eval_metrics": (lambda x: {"x": tf1.metrics.mean(x)}, {"x": x}),
        "host_call": (lambda x: [x], [x]),
        "training_hooks": (Hook(),),
        "evaluation_hooks": (Hook(),),
        "prediction_hooks": (Hook(),),
    }
    for mode in ("train", "eval", "infer"):
        given = TPUEstimatorSpec(mode, **fields)
        spec = to_estimator_spec(given)
        back = to_tpu_estimator_spec(spec)
        for field in set(TPUEstimatorSpec._fields) - {"export_outputs", "scaffold_fn"}:
            if field == "eval_metrics" and mode == "infer":
                assert back.eval_metrics is None  # Left out: nobody evaluates here.
            else:
                assert getattr(back, field) == getattr(given, field), field
        assert back.scaffold_fn() is spec.scaffold


def test_part_of_a_pair_comes_back_as_a_part():
    """Metrics picked from those of a `metric_fn` come back alone, of the same tensors."""
    x = tf1.placeholder(tf.float32, [None])

    def metric_fn(x):
        return {"a": tf1.metrics.mean(x), "b": tf1.metrics.mean(x + 1)}

    given = TPUEstimatorSpec("eval", loss=tf1.constant(1.0), eval_metrics=(metric_fn, [x]))
    ops = to_model_fn_ops(to_estimator_spec(given)._replace(predictions={"x": x}))
    del ops.eval_metric_ops["a"]
    metric_fn, tensors = to_tpu_estimator_spec(ops).eval_metrics
    assert tensors == {"0": x}
    assert [*metric_fn(x)] == ["b"]


def test_keras_metrics_take_all_roads():
    """Metrics of Keras 2 cross, ready-made and from a `metric_fn`; the caller's dicts stay."""
    if getattr(tf.keras, "__version__", "2").startswith("3"):
        pytest.skip("EstimatorSpec takes metrics of Keras 2 only; core_heads_program.py has these")
    check_keras_metrics()


def check_keras_metrics():
    x = tf1.placeholder(tf.float32, [None])

    def metric_fn(x):
        mean = tf.keras.metrics.Mean()
        mean.update_state(x)
        made.append({"mean": mean})
        return made[-1]

    made = []
    tpu = TPUEstimatorSpec("eval", {"x": x}, tf1.constant(1.0), eval_metrics=(metric_fn, [x]))
    spec = to_estimator_spec(tpu)
    assert made == [{"mean": made[0]["mean"]}]
    assert isinstance(made[0]["mean"], tf.keras.metrics.Metric)
    ops = to_model_fn_ops(spec)
    assert ops.eval_metric_ops == spec.eval_metric_ops
    assert to_tpu_estimator_spec(ops).eval_metrics == tpu.eval_metrics

    metrics = metric_fn(x)
    ready = ModelFnOps("eval", {"x": x}, tf1.constant(1.0), eval_metric_ops=metrics)
    with pytest.raises(ValueError, match="eval_metrics"):
        to_tpu_estimator_spec(ready)
    spec = to_estimator_spec(to_tpu_estimator_spec(ready, use_tpu=False))
    assert isinstance(metrics["mean"], tf.keras.metrics.Metric)
    value, update = spec.eval_metric_ops["mean"]
    with tf1.Session() as session:
        session.run([tf1.global_variables_initializer(), tf1.local_variables_initializer()])
        session.run(tf1.variables_initializer(metrics["mean"].variables))
        session.run(update, {x: [1.0, 2.0]})
        assert session.run(value) == 1.5


def test_a_subclass_and_its_attributes_stay():
    """A `TPUEstimatorSpec` of one's own class is given more without becoming a plain one."""

    class Marked(TPUEstimatorSpec):
        pass

    x = tf1.placeholder(tf.float32, [None])
    spec = Marked("infer", {"x": x})
    spec.note = "kept"
    assert to_tpu_estimator_spec(spec) is spec
    more = to_tpu_estimator_spec(spec, prediction_hooks=[Hook()], host_call=(print, [x]))
    assert (type(more), more.note, len(more.prediction_hooks)) == (Marked, "kept", 1)
    assert (spec.host_call, spec.prediction_hooks) == (None, ())


@pytest.mark.parametrize("predictions", [lambda: tf.ones([2]), lambda: {"a": tf.ones([2])}])
def test_what_tensorflow_serves_by_default_is_no_alternative(predictions):
    """A spec that names no export output gives what ModelFnOps without alternatives are."""
    spec = EstimatorSpec("infer", predictions=predictions())
    assert to_model_fn_ops(spec).output_alternatives is None
    other = EstimatorSpec(
        "infer",
        predictions=spec.predictions,
        export_outputs={"serving_default": estimator.export.PredictOutput({"b": tf.ones([2])})},
    )
    assert list(to_model_fn_ops(other).output_alternatives) == ["serving_default"]
