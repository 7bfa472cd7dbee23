import collections
import functools
import inspect
import itertools

import numpy as np
import pytest

from tf_spec_compat._tf import EstimatorSpec, estimator, tf, tf1
from tf_spec_compat.contrib.learn.estimators.model_fn import ModelFnOps
from tf_spec_compat.errors import NoDefaultHeadError
from tf_spec_compat.specs.model_fn import model_fn_for_estimator

pytestmark = pytest.mark.usefixtures("graph")

CONFIG = collections.namedtuple("Config", "model_dir")("somewhere")
# What an Estimator passes.
GIVEN = {"features": "F", "labels": "L", "mode": "infer", "params": "P", "config": CONFIG}
F_L_M = {"features": "F", "labels": "L", "mode": "infer"}


class Seen(dict):
    """The arguments that a legacy model_fn was called with."""

    def __call__(self, **arguments):
        self.update(arguments)
        return EstimatorSpec("infer", tf1.constant(1.0))


def call_as_estimator(model_fn):
    """Calls `model_fn` as an Estimator does: by keyword, with what it says it takes."""
    names = inspect.signature(model_fn).parameters
    return model_fn(**{name: value for name, value in GIVEN.items() if name in names})


def received(signature, adapt=lambda model_fn: model_fn):
    """What a model_fn with this signature is called with, after `adapt` has been at it."""
    seen = Seen()
    legacy_model_fn = adapt(eval(f"lambda {signature}: seen(**locals())", {"seen": seen}))
    call_as_estimator(model_fn_for_estimator(legacy_model_fn))
    return dict(seen)


@pytest.mark.parametrize("star", ["", "*, "], ids=["by position or name", "by name only"])
def test_any_arguments_in_any_order(star):
    """Any of the five arguments in any order get what they are called after."""
    for count in range(1, len(GIVEN) + 1):
        for names in itertools.permutations(GIVEN, count):
            assert received(star + ", ".join(names)) == {name: GIVEN[name] for name in names}


@pytest.mark.parametrize(
    ("signature", "arguments"),
    [
        ("x, y", {"x": "F", "y": "L"}),
        ("features, targets, mode", {"features": "F", "targets": "L", "mode": "infer"}),
        ("x, target, mode, params", {"x": "F", "target": "L", "mode": "infer", "params": "P"}),
        ("features, y=None, mode='train'", {"features": "F", "y": "L", "mode": "infer"}),
        ("features, labels, mode, model_dir", {**F_L_M, "model_dir": "somewhere"}),
        ("features, labels, mode, foo=3", {**F_L_M, "foo": 3}),
        ("features, mode, foo=3", {"features": "F", "mode": "infer", "foo": 3}),
        ("features, mode, *, foo=3", {"features": "F", "mode": "infer", "foo": 3}),
        ("features, labels, /, mode", F_L_M),
        ("mode, features, labels, /", F_L_M),
        ("x, y=2, z=3, /, mode=4", {"x": "F", "y": "L", "z": 3, "mode": "infer"}),
        ("features, labels, **more", {"features": "F", "labels": "L", "more": {}}),
        ("features, labels, mode, **more", {**F_L_M, "more": {}}),
        ("*data, mode", {"data": ("F", "L"), "mode": "infer"}),
        ("features, *data, mode", {"features": "F", "data": ("L",), "mode": "infer"}),
        ("*data, **more", {"data": ("F", "L"), "more": {}}),
    ],
)
def test_other_arguments_get_what_contrib_gave_them(signature, arguments):
    """Features and labels go to the first two arguments, the rest by name, defaults stay."""
    assert received(signature) == arguments


def bind(*args, **kwargs):
    return lambda model_fn: functools.partial(model_fn, *args, **kwargs)


def hand_on(model_fn):
    """A decorator as people write them."""

    @functools.wraps(model_fn)
    def wrapper(*args, **kwargs):
        return model_fn(*args, **kwargs)

    return wrapper


def rename(model_fn):
    """A decorator whose arguments have other names."""

    @functools.wraps(model_fn)
    def wrapper(x, y, **kwargs):
        return model_fn(x, y, **kwargs)

    return wrapper


def add(model_fn):
    """A decorator that gives an argument which the Estimator does not know."""

    @functools.wraps(model_fn)
    def wrapper(features, labels, mode):
        return model_fn(features, labels, mode, foo=3)

    return wrapper


def method(model_fn):
    return type(
        "Model",
        (),
        {"model_fn": lambda self, features, labels, mode: model_fn(features, labels, mode)},
    )().model_fn


def callable_object(model_fn):
    return type(
        "Model",
        (),
        {"__call__": lambda self, features, labels, mode: model_fn(features, labels, mode)},
    )()


@pytest.mark.parametrize(
    ("signature", "adapt", "arguments"),
    [
        ("features, labels, mode, foo", bind(foo=3), {**F_L_M, "foo": 3}),
        ("features, labels, mode, params", bind(params=3), {**F_L_M, "params": 3}),
        ("features, labels, mode", bind(mode="eval"), {**F_L_M, "mode": "eval"}),
        ("features, labels, mode", bind(labels=None), {**F_L_M, "labels": None}),
        ("foo, features, labels, mode", bind(3), {**F_L_M, "foo": 3}),
        ("foo, x, y, mode", bind(3), {"foo": 3, "x": "F", "y": "L", "mode": "infer"}),
        ("features, labels, mode", hand_on, F_L_M),
        ("features, labels, mode", rename, F_L_M),
        ("features, labels, mode, foo", add, {**F_L_M, "foo": 3}),
        ("features, labels, mode", method, F_L_M),
        ("features, labels, mode", callable_object, F_L_M),
    ],
)
def test_any_callable_will_do(signature, adapt, arguments):
    """Partials, decorated functions, methods and callable objects get what they still need."""
    assert received(signature, adapt) == arguments


@pytest.mark.parametrize(
    "signature", ["features, labels, mode, foo", "*, foo", "mode, x, y", "*, x"]
)
def test_argument_that_nobody_passes_is_named(signature):
    """A further argument without a default is a `TypeError` that names it, before anything runs."""
    with pytest.raises(TypeError, match=r"needs '\w+', which no Estimator passes.*partial"):
        model_fn_for_estimator(eval(f"lambda {signature}: None"))


@pytest.mark.parametrize("model_fn", [None, "model_fn", 3])
def test_model_fn_must_be_callable(model_fn):
    """What is not callable is a `TypeError` that shows it."""
    with pytest.raises(TypeError, match=f"must be callable, got {model_fn!r}"):
        model_fn_for_estimator(model_fn)


@pytest.mark.parametrize(
    ("signature", "taken"),
    [
        ("features", ["features", "mode"]),
        ("x, y", ["features", "labels", "mode"]),
        ("features, labels, params", ["features", "labels", "mode", "params"]),
        ("features, labels, config", ["features", "labels", "mode", "config"]),
        ("features, labels, model_dir", ["features", "labels", "mode", "config"]),
        ("features, labels, **more", ["features", "labels", "mode"]),
    ],
)
def test_model_fn_takes_what_is_used(signature, taken):
    """The model_fn takes labels, params and config only if the legacy one has a use for them."""
    model_fn = model_fn_for_estimator(eval(f"lambda {signature}: None"))
    assert list(inspect.signature(model_fn).parameters) == taken


def test_params_that_nobody_takes_are_refused(tmp_path):
    """As in contrib, params for a model_fn without are a `ValueError`; those it takes arrive."""

    def without(features, labels, mode):
        return None

    def model_fn(features, labels, mode, params):
        return None

    given = {"config": estimator.RunConfig(str(tmp_path)), "params": {"rate": 1}}
    with pytest.raises(ValueError, match="params"):
        estimator.Estimator(model_fn_for_estimator(without), **given)
    model = estimator.Estimator(model_fn_for_estimator(model_fn), **given)
    assert model.params == {"rate": 1}


def test_identity_is_the_legacy_one():
    """Name and docstring are those of the legacy model_fn; attributes are not shared."""

    def my_model(features, labels, mode):
        """My docstring."""

    my_model.note = "mine"
    model_fn = model_fn_for_estimator(my_model)
    assert (model_fn.__name__, model_fn.__doc__) == ("my_model", "My docstring.")
    assert model_fn.__wrapped__ is my_model
    assert not hasattr(model_fn, "note")


TRIPLES = {
    "tuple": tuple,
    "list": list,
    "named tuple": lambda values: collections.namedtuple("Mine", "a, b, c")(*values),
}


@pytest.mark.parametrize("mode", ["train", "eval", "infer"])
@pytest.mark.parametrize("predictions", [lambda x: x, lambda x: {"x": x}], ids=["tensor", "dict"])
@pytest.mark.parametrize("triple", TRIPLES)
def test_three_values_are_predictions_loss_and_train_op(mode, predictions, triple):
    """Three values become a spec, as liberally as `ModelFnOps` takes them."""
    loss = tf1.constant([1.0]) if mode != "infer" else None
    train_op = tf1.constant(2.0) if mode == "train" else None
    predictions = predictions(tf1.constant([1.0]))

    def legacy_model_fn(features, labels):
        return TRIPLES[triple]([predictions, loss, train_op])

    spec = model_fn_for_estimator(legacy_model_fn)("F", "L", mode)
    assert (spec.mode, spec.predictions) == (mode, predictions)
    assert spec.loss is None if loss is None else spec.loss.shape == []
    assert spec.train_op is (None if train_op is None else train_op.op)
    assert spec.eval_metric_ops == {}


def test_specs_and_operations_are_recognised():
    """An `EstimatorSpec` comes back as it is, and operations by their fields."""
    spec = EstimatorSpec("infer", tf1.constant(1.0))
    ops = ModelFnOps("infer", tf1.constant(1.0))
    alike = collections.namedtuple("Alike", ops._fields)(*ops)
    results = [model_fn_for_estimator(lambda x, y, r=r: r)("F", "L") for r in (spec, ops, alike)]
    assert results[0] is spec
    assert [result.predictions for result in results[1:]] == [ops.predictions] * 2


@pytest.mark.parametrize(
    ("result", "kind"),
    [
        (lambda: None, TypeError),
        (lambda: tf1.constant(1.0), TypeError),
        (lambda: 3, TypeError),
        (lambda: (), ValueError),
        (lambda: (1, 2), ValueError),
        (lambda: (1, 2, 3, 4), ValueError),
        (lambda: {"predictions": 1}, ValueError),
        (lambda: "abc", ValueError),
    ],
)
def test_other_results_are_shown_in_the_error(result, kind):
    """Anything else has contrib's exception type; the message shows it and who returned it."""
    result = result()

    def my_model(features, labels):
        return result

    with pytest.raises((TypeError, ValueError)) as caught:
        model_fn_for_estimator(my_model)("F", "L", "infer")
    assert caught.type is kind
    assert "my_model" in str(caught.value)
    assert "please return ModelFnOps, (predictions, loss, train_op) or" in str(caught.value)
    assert f"returned {result!r} of {type(result)}" in str(caught.value)


def test_incomplete_results_are_what_they_are_in_contrib():
    """Three values that the mode cannot do with are the `ValueError` of `ModelFnOps`."""
    model_fn = model_fn_for_estimator(lambda features, labels: (tf1.constant(1.0), None, None))
    assert model_fn("F", "L", "infer").loss is None
    with pytest.raises(ValueError, match="Missing train_op"):
        model_fn("F", "L", "train")
    with pytest.raises(ValueError, match="Missing loss"):
        model_fn("F", "L", "eval")


class OwnError(Exception):
    pass


def test_errors_of_the_model_fn_pass():
    """What the legacy model_fn raises is what the caller gets."""
    error = OwnError("mine")

    def legacy_model_fn(features, labels):
        raise error

    with pytest.raises(OwnError) as caught:
        model_fn_for_estimator(legacy_model_fn)("F", "L", "infer")
    assert caught.value is error


def test_default_head_can_be_chosen():
    """Several heads need a default, which is an argument of the adapter."""
    tensor = tf1.constant([1.0])
    alternatives = {name: (0, {name: tensor}) for name in ("a", "b")}

    def legacy_model_fn(features, labels, mode):
        return ModelFnOps(mode, tensor, output_alternatives=alternatives)

    model_fn = model_fn_for_estimator(legacy_model_fn, default_serving_output_alternative_key="b")
    assert list(call_as_estimator(model_fn).export_outputs["serving_default"].outputs) == ["b"]
    with pytest.raises(NoDefaultHeadError):
        call_as_estimator(model_fn_for_estimator(legacy_model_fn))


def linear(result):
    """A legacy model_fn of one weight that wraps its operations in `result`."""

    def model_fn(x, targets, mode, params):
        x = x["x"] if isinstance(x, dict) else x
        predictions = x * tf1.get_variable("weight", initializer=1.0)
        loss = train_op = None
        if mode != "infer":
            loss = tf1.reduce_mean(tf1.square(predictions - targets))
        if mode == "train":
            optimizer = tf1.train.GradientDescentOptimizer(params["rate"])
            train_op = optimizer.minimize(loss, tf1.train.get_global_step())
        return result(mode, predictions, loss, train_op)

    return model_fn


@pytest.mark.parametrize(
    "result",
    [ModelFnOps, EstimatorSpec, lambda mode, *values: values],
    ids=["ModelFnOps", "EstimatorSpec", "tuple"],
)
def test_estimator_trains_evaluates_predicts_and_exports(result, tmp_path):
    """The real `Estimator` runs a legacy model_fn end to end, to TF 1.15.5's figures."""

    def input_fn():
        return {"x": tf1.constant([1.0, 2.0])}, tf1.constant([2.0, 4.0])

    def serving_input_receiver_fn():
        x = tf1.placeholder(tf.float32, [None])
        return estimator.export.ServingInputReceiver({"x": x}, {"x": x})

    model = estimator.Estimator(
        model_fn_for_estimator(linear(result)),
        config=estimator.RunConfig(str(tmp_path / "model")),
        params={"rate": 0.1},
    )
    model.train(input_fn, steps=1)
    assert model.evaluate(input_fn, steps=1) == {"loss": 0.625, "global_step": 1}
    one_tensor = estimator.inputs.numpy_input_fn(np.array([1.0, 2.0], "f"), shuffle=False)
    assert list(model.predict(one_tensor)) == [1.5, 3.0]
    path = model.export_saved_model(str(tmp_path / "export"), serving_input_receiver_fn)
    with tf.Graph().as_default(), tf1.Session() as session:
        ((name, signature),) = tf1.saved_model.load(session, ["serve"], path).signature_def.items()
        assert name == "serving_default"
        feed = {signature.inputs["x"].name: [4.0]}
        assert session.run(signature.outputs["output"].name, feed) == [6.0]
