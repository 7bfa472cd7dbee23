"""Predictors from saved models and from both kinds of estimators."""

import functools
import os
import tempfile

from tests.oracle.legacy import contrib, module, tf

try:
    from tf_spec_compat import estimator as tf_estimator
except ImportError:
    tf_estimator = tf.estimator

predictor = module("predictor")
learn = contrib.learn


@functools.lru_cache(None)
def saved():
    folder = os.path.join(tempfile.mkdtemp(), "model")
    with tf.Graph().as_default(), tf.Session() as session:
        x = tf.placeholder(tf.float32, [None], name="x")
        y, z = tf.multiply(x, 2.0, name="y"), tf.add(x, 1.0, name="z")
        define = tf.saved_model.signature_def_utils.predict_signature_def
        signatures = {
            "serving_default": define({"a": x}, {"b": y}),
            "other": define({"a": x}, {"c": z}),
        }
        builder = tf.saved_model.builder.SavedModelBuilder(folder)
        builder.add_meta_graph_and_variables(session, ["serve"], signatures)
        builder.save()
    return folder


def from_saved(given=None, **options):
    made = predictor.from_saved_model(saved(), **options)
    facts = [sorted(made.feed_tensors), sorted(made.fetch_tensors), type(made).__name__]
    return [facts, made(given or {"a": [1.0, 2.0]})]


def definition():
    x, l = tf.placeholder(tf.float32, name="x"), tf.placeholder(tf.float32, name="y")  # noqa: E741
    return tf.saved_model.signature_def_utils.predict_signature_def({"k": x}, {"l": l})


def core_model(features, labels, mode):
    result = features["f"] * tf.get_variable("w", initializer=2.0)
    export = tf_estimator.export.PredictOutput
    step = tf.train.get_or_create_global_step()
    return tf_estimator.EstimatorSpec(
        mode,
        predictions={"p": result},
        loss=tf.reduce_sum(result),
        train_op=step.assign_add(1),
        export_outputs={
            "serving_default": export({"p": result}),
            "two": export({"q": result + 1.0}),
        },
    )


def learn_model(features, labels, mode):
    result = features["f"] * tf.get_variable("w", initializer=2.0)
    step = tf.train.get_or_create_global_step()
    heads = {
        "one": (learn.ProblemType.LINEAR_REGRESSION, {"p": result}),
        "two": (learn.ProblemType.LINEAR_REGRESSION, {"q": result + 1.0}),
    }
    return learn.ModelFnOps(
        mode, {"p": result}, tf.reduce_sum(result), step.assign_add(1), output_alternatives=heads
    )


def inputs():
    return {"f": tf.constant([1.0])}, tf.constant([1.0])


@functools.lru_cache(None)
def core():
    made = tf_estimator.Estimator(core_model, tempfile.mkdtemp())
    made.train(inputs, steps=1)
    return made


@functools.lru_cache(None)
def legacy():
    made = learn.Estimator(learn_model, tempfile.mkdtemp())
    made.fit(input_fn=inputs, steps=1)
    return made


def receiver(receivers=dict):
    held = tf.placeholder(tf.float32, [None], name="held")
    given = {"in": held} if receivers is dict else held
    return tf_estimator.export.ServingInputReceiver({"f": held}, given)


def input_ops():
    held = tf.placeholder(tf.float32, [None], name="held")
    return learn.InputFnOps({"f": held}, None, {"in": held})


def cases():
    yield "saved", from_saved
    for title, options in (
        ("key", {"signature_def_key": "other"}),
        (
            "names",
            {"input_names": {"q": "x:0"}, "output_names": {"r": "z:0"}, "given": {"q": [3.0]}},
        ),
        ("tags", {"tags": "serve"}),
        ("graph", {"graph": tf.Graph(), "config": tf.ConfigProto()}),
        ("only input names", {"input_names": {"q": "x:0"}}),
        ("key and names", {"signature_def_key": "other", "input_names": {}, "output_names": {}}),
        ("key and signature", {"signature_def_key": "other", "signature_def": 1}),
        ("other tags", {"tags": "train"}),
        ("unexpected input", {"given": {"z": [1.0]}}),
        ("list", {"given": [1.0]}),
    ):
        yield "saved, " + title, lambda o=options: from_saved(**o)
    yield "saved, signature", lambda: from_saved({"k": [2.0]}, signature_def=definition())
    yield "saved, none", lambda: predictor.from_saved_model(saved() + "x")
    yield "saved, nothing fed", lambda: predictor.from_saved_model(saved())({})

    def text():
        made = predictor.from_saved_model(saved())
        return [repr(made).partition(" ")[0], made.session.graph is made.graph]

    yield "text", text
    yield "core", lambda: predictor.from_estimator(core(), receiver)({"in": [4.0]})
    yield (
        "core, one tensor",
        lambda: predictor.from_estimator(core(), lambda: receiver(None))({"input": [4.0]}),
    )
    yield "core, key", lambda: predictor.from_estimator(core(), receiver, "two")({"in": [4.0]})
    yield "core, other key", lambda: predictor.from_estimator(core(), receiver, "three")
    yield "core of learn", lambda: predictor.from_estimator(legacy(), receiver)
    new = predictor.from_contrib_estimator
    for key in ("one", "two", "three", None):
        yield (
            "learn, %s" % key,
            lambda k=key: new(legacy(), input_ops, output_alternative_key=k)({"in": [4.0]}),
        )
    yield (
        "learn, input",
        lambda: new(legacy(), input_ops, "default_input_alternative", "one")({"in": [3.0]}),
    )
    yield "learn of core", lambda: new(core(), input_ops)
