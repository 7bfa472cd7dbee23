"""`to_tpu_estimator_spec` and `to_estimator_spec` of what it makes, field by field."""

import collections
import functools
import threading

import pytest

from tf_spec_compat._tf import EstimatorSpec, TPUEstimatorSpec, estimator, tf, tf1
from tf_spec_compat.contrib.learn.estimators.constants import ProblemType
from tf_spec_compat.contrib.learn.estimators.model_fn import ModelFnOps
from tf_spec_compat.errors import NoDefaultHeadError
from tf_spec_compat.specs import to_estimator_spec, to_model_fn_ops, to_tpu_estimator_spec

pytestmark = pytest.mark.usefixtures("graph")

MODES = ["train", "eval", "infer"]


class Hook(tf1.train.SessionRunHook):
    pass


def vector(value=1.0):
    return tf1.constant([value, value])


def mean(name):
    """A function that makes one metric, of that name."""

    def metric_fn(x):
        return {name: tf1.metrics.mean(x)}

    return metric_fn


def ops(mode="eval", **fields):
    given = {"predictions": {"x": vector()}, "loss": tf1.constant(1.0), "train_op": tf1.no_op()}
    return ModelFnOps(mode, **{**given, **fields})


def scaffold(note):
    made = tf1.train.Scaffold()
    made.note = note
    return made


def ready_made():
    return {"mine": tf1.metrics.mean(vector())}


def test_the_real_class_calls_what_was_made_last():
    """TensorFlow's own road runs the metrics of another spec; ours those of the spec's fields."""
    specs = {
        name: TPUEstimatorSpec(
            "eval", loss=tf1.constant(1.0), eval_metrics=(mean(name), [vector()])
        )
        for name in "ab"
    }
    assert [*specs["a"].as_estimator_spec().eval_metric_ops] == ["b"], "TensorFlow has mended it"
    for name, spec in specs.items():
        assert [*to_estimator_spec(spec).eval_metric_ops] == [name]


def test_two_specs_do_not_share():
    """Host calls, metrics and scaffolds of two specs stay apart, converted in any order."""
    made = {}
    for name in "ab":
        x = vector()
        made[name] = (
            x,
            to_tpu_estimator_spec(
                ops("train"),
                eval_metrics=(mean(name), {"x": x}),
                host_call=(lambda x: [x], {"x": x}),
                scaffold_fn=functools.partial(scaffold, name),
            ),
        )
    for name in "bab":
        x, spec = made[name]
        converted = to_estimator_spec(spec)
        assert [*converted.eval_metric_ops] == [name]
        assert converted.scaffold.note == name
        (hook,) = converted.training_hooks
        assert hook.before_run(None).fetches == [x]


def test_two_threads_do_not_share():
    """Specs that are made and converted in several threads at once keep their metrics."""
    wrong, barrier = [], threading.Barrier(4)

    def work(name):
        barrier.wait()
        for _ in range(20):
            with tf.Graph().as_default():
                pair = (mean(name), [vector()])
                spec = to_tpu_estimator_spec(ops(), eval_metrics=pair)
                if [*to_estimator_spec(spec).eval_metric_ops] != [name]:
                    wrong.append(name)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


@pytest.mark.parametrize("mode", MODES)
def test_every_field_crosses(mode, graph):
    """In each mode all fields of the operations arrive, and the graph has no node more."""
    alternatives = {"head": (ProblemType.UNSPECIFIED, {"x": vector()})}
    given = ops(mode, output_alternatives=alternatives, training_hooks=[Hook()])
    nodes = len(graph.get_operations())
    more = {"evaluation_hooks": [Hook()], "prediction_hooks": [Hook(), Hook()]}
    spec = to_tpu_estimator_spec(given, **more)
    assert len(graph.get_operations()) == nodes
    assert type(spec) is TPUEstimatorSpec
    for name in ("mode", "predictions", "loss", "train_op"):
        assert getattr(spec, name) == getattr(given, name)
    assert spec.export_outputs["head"].outputs == {"x": alternatives["head"][1]["x"]}
    assert spec.training_hooks == tuple(given.training_hooks)
    assert (spec.evaluation_hooks, spec.prediction_hooks) == tuple(map(tuple, more.values()))
    assert spec.eval_metrics is spec.host_call is spec.scaffold_fn is None
    converted = to_estimator_spec(spec)
    for name in ("training_hooks", "evaluation_hooks", "prediction_hooks"):
        assert getattr(converted, name) == getattr(spec, name)


def test_several_heads_need_a_default():
    """Several heads have the default that is asked for, and without one fail as in contrib."""
    two = {name: (ProblemType.UNSPECIFIED, {name: vector()}) for name in "ab"}
    given = ops("infer", output_alternatives=two)
    spec = to_tpu_estimator_spec(given, default_serving_output_alternative_key="b")
    assert [*spec.export_outputs["serving_default"].outputs] == ["b"]
    with pytest.raises(NoDefaultHeadError):
        to_tpu_estimator_spec(given)


def test_a_head_without_a_name_gets_one():
    """TPUEstimator sorts the names of outputs, so None is a string there."""
    given = ops("infer", output_alternatives={None: (ProblemType.UNSPECIFIED, {"x": vector()})})
    assert "None" in to_tpu_estimator_spec(given).export_outputs
    assert None not in to_tpu_estimator_spec(given).export_outputs


def test_an_estimator_spec_crosses():
    """All fields of an `EstimatorSpec` arrive, its scaffold as a function that returns it."""
    hooks = {f"{name}_hooks": [Hook()] for name in ("training", "evaluation", "prediction")}
    given = EstimatorSpec("infer", vector(), scaffold=scaffold("mine"), **hooks)
    spec = to_tpu_estimator_spec(given)
    assert spec.scaffold_fn() is given.scaffold
    assert spec.export_outputs == given.export_outputs
    for name, value in hooks.items():
        assert getattr(spec, name) == tuple(value)


def test_ready_made_metrics_are_for_the_cpu_only():
    """Metrics that a graph has already cannot go to a TPU: that is said, and so is what to do."""
    metrics = ready_made()
    given = ops(eval_metric_ops={**metrics, "loss": tf1.metrics.mean(1.0)})
    for use_tpu in (None, True):
        with pytest.raises(
            ValueError, match=r"\['mine'\].*pass eval_metrics=\(metric_fn, tensors\)"
        ):
            to_tpu_estimator_spec(given, use_tpu=use_tpu)
    spec = to_tpu_estimator_spec(given, use_tpu=False)
    assert spec.as_estimator_spec().eval_metric_ops == metrics
    assert to_estimator_spec(spec).eval_metric_ops == metrics
    # A way round through an EstimatorSpec makes them no better.
    with pytest.raises(ValueError, match="eval_metrics"):
        to_tpu_estimator_spec(to_estimator_spec(spec))
    pair = (mean("mine"), [vector()])
    assert to_tpu_estimator_spec(given, eval_metrics=pair).eval_metrics == pair
    assert [*given.eval_metric_ops] == ["mine", "loss"]


@pytest.mark.parametrize("mode", ["train", "infer"])
def test_ready_made_metrics_are_left_out_where_nobody_evaluates(mode):
    """Outside of evaluation ready-made metrics do not stop a model from running on a TPU."""
    given = ops(mode, eval_metric_ops=ready_made())
    assert to_tpu_estimator_spec(given).eval_metrics is None
    on_cpu = to_tpu_estimator_spec(given, use_tpu=False)
    assert bool(on_cpu.eval_metrics) is (mode == "train")


def test_chief_hooks_have_no_place():
    """Chief hooks are a `ValueError` that says so, unless they may be dropped."""
    given = ops(training_chief_hooks=[Hook()])
    for each in (given, to_estimator_spec(given)):
        with pytest.raises(ValueError, match=r"training_chief_hooks.*drop=\('training_chief_hooks"):
            to_tpu_estimator_spec(each)
        spec = to_tpu_estimator_spec(each, drop=["training_chief_hooks"])
        assert spec.training_hooks == ()
    with pytest.raises(ValueError, match="'loss'"):
        to_tpu_estimator_spec(given, drop=["loss"])


@pytest.mark.parametrize("result", ["list", "tensor", "op", "dict", "none"])
def test_a_host_call_runs_in_every_step(result, graph):
    """What a host call returns is run once in each step, whatever it is wrapped in."""
    count = tf1.get_variable("seen", [], initializer=tf1.zeros_initializer(), use_resource=True)
    x = vector()

    def host_call(x):
        added = count.assign_add(tf1.reduce_sum(x), read_value=False)
        with tf1.control_dependencies([added]):
            tensor = tf1.reduce_sum(x)
        return {
            "list": [tensor],
            "tensor": tensor,
            "op": added,
            "dict": {"a": tensor},
            "none": None,
        }[result]

    spec = to_estimator_spec(to_tpu_estimator_spec(ops("train"), host_call=(host_call, [x])))
    (hook,) = spec.training_hooks
    assert spec.evaluation_hooks == spec.prediction_hooks == (hook,)
    with tf1.train.SingularMonitoredSession(hooks=[hook]) as session:
        for _ in range(3):
            session.run(spec.train_op)
        assert session.raw_session().run(count) == (0 if result == "none" else 6)


def test_a_host_call_has_a_place_in_training_only():
    """`ModelFnOps` take a host call as a training hook; elsewhere it is an error, or dropped."""
    call = (lambda x: [x], [vector()])
    trained = to_model_fn_ops(to_tpu_estimator_spec(ops("train"), host_call=call))
    assert len(trained.training_hooks) == 1
    assert to_tpu_estimator_spec(trained).host_call == call
    nothing = to_model_fn_ops(
        to_tpu_estimator_spec(ops("train"), host_call=call), drop=["host_call"]
    )
    assert nothing.training_hooks == []
    for mode in ("eval", "infer"):
        spec = to_tpu_estimator_spec(ops(mode), host_call=call)
        for each in (spec, to_estimator_spec(spec)):
            with pytest.raises(ValueError, match=r"no host_call.*drop=\('host_call',\)"):
                to_model_fn_ops(each)
            assert to_model_fn_ops(each, drop=["host_call"]).training_hooks == []


@pytest.mark.parametrize("field", ["evaluation_hooks", "prediction_hooks"])
def test_hooks_without_a_field_are_not_lost_silently(field):
    """Hooks that `ModelFnOps` have no field for are a `ValueError`, unless they may be dropped."""
    spec = to_tpu_estimator_spec(ops(), **{field: [Hook()]})
    with pytest.raises(ValueError, match=rf"have no {field}.* pass drop=\('{field}',\)"):
        to_model_fn_ops(spec)
    assert to_model_fn_ops(spec, drop=[field]).mode == "eval"


@pytest.mark.parametrize("name", ["eval_metrics", "host_call"])
@pytest.mark.parametrize(
    ("pair", "kind", "text"),
    [
        (lambda: 3, ValueError, "tuple or list"),
        (lambda: (mean("a"),), ValueError, "two elements"),
        (lambda: (3, [vector()]), TypeError, "callable"),
        (lambda: (mean("a"), vector()), ValueError, "tuple or list, or dict"),
        (lambda: (mean("a"), [vector(), vector()]), RuntimeError, "length of tensors 2"),
        (lambda: (mean("a"), [tf1.constant(1.0)]), ValueError, r"\[1\]\[0\].*batch-major"),
        (lambda: (mean("a"), {"x": tf1.constant(1.0)}), ValueError, r"\[1\]\['x'\].*batch-major"),
        (lambda: (mean("a"), [1.0]), TypeError, r"\[1\]\[0\] must be a Tensor, got 1.0"),
        (lambda: (mean("a"), {"z": vector()}), TypeError, r"by name, \['z'\]"),
    ],
)
def test_functions_for_the_host_are_checked(name, pair, kind, text):
    """A wrong `(function, tensors)` raises what the real class does, and scalars are refused."""
    with pytest.raises((TypeError, ValueError, RuntimeError), match=text) as caught:
        to_tpu_estimator_spec(ops("train"), **{name: pair()})
    assert caught.type is kind
    assert name in str(caught.value)


def test_tensors_of_unknown_rank_pass():
    """A tensor whose rank is not known may well be batch-major."""
    pair = (mean("a"), [tf1.placeholder(tf.float32)])
    assert to_tpu_estimator_spec(ops(), eval_metrics=pair).eval_metrics == pair


@pytest.mark.parametrize("given", [None, 3, {}, (1, 2, 3)], ids=repr)
def test_anything_else_is_shown_in_the_error(given):
    """What is none of the three is a `TypeError` that shows it."""
    with pytest.raises(TypeError, match="Expected ModelFnOps or an EstimatorSpec, got") as caught:
        to_tpu_estimator_spec(given)
    assert repr(given) in str(caught.value)


def test_unknown_mode_is_refused():
    """A mode that came in past the constructor is a `ValueError` that shows it."""
    with pytest.raises(ValueError, match="Invalid mode bogus; got 'bogus'"):
        to_tpu_estimator_spec(ops()._replace(mode="bogus"))


def test_fields_make_the_operations():
    """Anything with the fields of `ModelFnOps` is converted, whatever its class."""
    given = ops()
    alike = collections.namedtuple("Alike", (*given._fields, "more"))(*given, more=3)
    assert to_tpu_estimator_spec(alike).loss is given.loss


def test_specs_of_canned_heads_convert():
    """The class below `TPUEstimatorSpec`, which tensorflow-estimator's heads return, converts."""
    below = TPUEstimatorSpec.__mro__[1]
    spec = below("eval", {"x": vector()}, tf1.constant(1.0), eval_metrics=(mean("a"), [vector()]))
    assert [*to_estimator_spec(spec).eval_metric_ops] == ["a"]
    more = to_tpu_estimator_spec(spec, evaluation_hooks=[Hook()])
    assert type(more) is below
    assert len(more.evaluation_hooks) == 1


def test_the_dict_of_a_metric_fn_stays_as_it_was():
    """The dict that a user's `metric_fn` returns, and may keep, is not edited."""
    kept = ready_made()
    before = dict(kept)
    spec = to_tpu_estimator_spec(ops(), eval_metrics=(lambda x: kept, [vector()]))
    converted = to_estimator_spec(spec)
    assert converted.eval_metric_ops == kept == before
    assert kept["mine"] is before["mine"]
    assert converted.eval_metric_ops is not kept


def test_deprecations_stay_silent(caplog, monkeypatch):
    """Conversions log none of the deprecations that the specs have; the user's code still does."""
    from tensorflow.python.util import deprecation

    given = [ops(mode) for mode in MODES]
    monkeypatch.setattr(deprecation, "_PRINTED_WARNING", {})
    logger = tf1.get_logger()
    caplog.clear()
    logger.addHandler(caplog.handler)
    try:
        for each in given:
            to_estimator_spec(to_tpu_estimator_spec(each, host_call=(lambda x: [x], [vector()])))
        assert "deprecated" not in caplog.text
        tpu = estimator.tpu.TPUEstimatorSpec("infer", {"x": vector()})
    finally:
        logger.removeHandler(caplog.handler)
    assert ("deprecated" in caplog.text) is hasattr(type(tpu).__new__, "__wrapped__")
