"""The life of contrib's estimators, its configuration, metric specs and feeders.

Runs unchanged under TF 1.15.5 and under this package. A case is a function that returns plain
facts; `attempt` notes the class of what is raised in the place of a fact.
"""

import functools
import os

import numpy as np

from tests.oracle.facts import plain, signature_facts
from tests.oracle.legacy import (
    head,
    input_fn_utils,
    metric_spec,
    model_fn,
    run_config,
    tf,
)
from tests.oracle.legacy import (
    learn_estimator as estimator,
)
from tests.oracle.observe import InFolder, attempt

from .settings import configs, feeders, metric_specs

X = np.arange(12, dtype=np.float32).reshape(6, 2) / 10
Y = X.sum(1)
CLASSES = np.array([0, 1, 2, 0, 1, 2])
BINARY = (CLASSES > 0).astype(np.int64)[:, None]
WEIGHTS = np.arange(6, dtype=np.float32)[:, None]


def train(loss):
    return tf.train.GradientDescentOptimizer(0.1).minimize(loss, tf.train.get_global_step())


def linear(features, width=1):
    x = features["x"] if isinstance(features, dict) else features
    return tf.matmul(x, tf.get_variable("w", [2, width], initializer=tf.constant_initializer(0.1)))


def parts(features, labels, mode, named=True):
    """What most model_fns below are made of: predictions, loss and train op."""
    p = tf.squeeze(linear(features), 1)
    loss = train_op = None
    if mode != "infer":
        loss = tf.reduce_mean(tf.square(p - labels))
        train_op = train(loss)
    return ({"p": p, "q": p * 2} if named else p), loss, train_op


def tensors(features, labels, mode):
    return parts(features, labels, mode, named=False)


def as_list(features, labels, mode):
    return list(parts(features, labels, mode))


def as_pair(features, labels, mode):
    return parts(features, labels, mode)[:2]


def as_none(features, labels, mode):
    parts(features, labels, mode)


def as_dict(features, labels, mode):
    return parts(features, labels, mode)[0]


def as_four(features, labels, mode):
    return (*parts(features, labels, mode), None)


def without_mode(features, labels):
    return parts(features, labels, "train")


def renamed(f, l):  # noqa: E741 - the shortest names that somebody may choose
    return parts(f, l, "train")


def as_needed(features, labels, mode):
    predictions, loss, train_op = parts(features, labels, mode)
    return {
        "train": (None, loss, train_op),
        "eval": (predictions, loss, None),
        "infer": (predictions, None, None),
    }[mode]


def with_params(features, labels, mode, params):
    predictions, loss, train_op = parts(features, labels, mode)
    return {k: v * params["factor"] for k, v in predictions.items()}, loss, train_op


def with_everything(features, labels, mode, params=None, config=None, model_dir=None):
    assert config.model_dir == model_dir
    assert params is None
    return parts(features, labels, mode)


def ops(metrics):
    def build(features, labels, mode):
        predictions, loss, train_op = parts(features, labels, mode)
        made = metrics(predictions, labels) if mode == "eval" else None
        return model_fn.ModelFnOps(mode, predictions, loss, train_op, made)

    return build


def with_head(make, width):
    def build(features, labels, mode):
        return make().create_model_fn_ops(
            features, mode, labels, train_op_fn=train, logits=linear(features, width)
        )

    return build


def multi():
    return head.multi_head(
        [
            head.regression_head(head_name="r", label_name="r"),
            head.multi_class_head(3, head_name="c", label_name="c"),
        ]
    )


def constant(values):
    if isinstance(values, dict):
        return {k: constant(v) for k, v in values.items()}
    return None if values is None else tf.constant(values)


def given(x=X, y=Y):
    """An input_fn of constants."""
    return lambda: (constant(x), constant(y))


def once(x=X):
    """An input_fn for `predict`: a queue with one batch."""

    def input_fn():
        made = tf.train.limit_epochs(constant(X), 1)
        return {"x": made} if isinstance(x, dict) else made

    return input_fn


def serving():
    return input_fn_utils.build_parsing_serving_input_fn({"x": tf.FixedLenFeature([2], tf.float32)})


def raw_serving():
    x = tf.placeholder(tf.float32, [None, 2], name="inp")
    return input_fn_utils.InputFnOps({"x": x}, None, {"x": x})


def variables(e):
    return {name: e.get_variable_value(name) for name in e.get_variable_names()}


def tags(folder):
    """Step, tag and value of each number that was written."""
    found = {}
    for name in os.listdir(folder) if os.path.isdir(folder) else ():
        if "tfevents" in name:
            for event in tf.train.summary_iterator(os.path.join(folder, name)):
                for value in event.summary.value:
                    if value.HasField("simple_value") and "sec" not in value.tag:
                        found["%s@%d" % (value.tag, event.step)] = plain(
                            np.float32(value.simple_value)
                        )
    return found


def exported(e, folder, serving_input_fn, example, **kwargs):
    """Signatures of an export, what they answer, its files and collections."""
    path = e.export_savedmodel(os.path.join(folder, "export"), serving_input_fn, **kwargs)
    path = path.decode()
    served = {}
    with tf.Graph().as_default(), tf.Session() as session:
        loaded = tf.saved_model.loader.load(session, [tf.saved_model.tag_constants.SERVING], path)
        for name, signature in loaded.signature_def.items():
            (info,) = signature.inputs.values()
            fetches = {k: v.name for k, v in signature.outputs.items()}
            served[name] = plain(session.run(fetches, {info.name: example}))
        return {
            "signatures": {k: signature_facts(v) for k, v in loaded.signature_def.items()},
            "served": served,
            "collections": sorted(loaded.collection_def),
            "files": sorted(
                os.path.join(root, name)[len(path) + 1 :]
                for root, _, names in os.walk(path)
                for name in names
            ),
        }


def examples():
    def one(row):
        value = tf.train.Feature(float_list=tf.train.FloatList(value=row))
        return tf.train.Example(
            features=tf.train.Features(feature={"x": value})
        ).SerializeToString()

    return np.array([one(row) for row in X], object)


def life(folder, build, x=X, y=Y, metrics=None, key=None, brief=False, **kwargs):
    """Fits, evaluates, predicts, exports, and fits on; `brief` leaves out what all kinds share."""
    e = estimator.Estimator(build, model_dir=folder, **kwargs)
    fitted = attempt(lambda: e.fit(input_fn=given(x, y), steps=3) is e)
    record = {"fit": fitted}
    if fitted is not True:
        return record
    record.update(
        {
            "variables": attempt(variables, e),
            "evaluate": attempt(e.evaluate, input_fn=given(x, y), steps=2),
            "predict": attempt(lambda: list(e.predict(input_fn=once(x)))),
            "tags": [tags(os.path.join(folder, n)) for n in ("", "eval")],
        }
    )
    if brief:
        return record
    record.update(
        {
            "metrics": attempt(
                e.evaluate, input_fn=given(x, y), steps=1, metrics=metrics, name="n"
            ),
            "arrays": attempt(e.predict, input_fn=given(x, None), as_iterable=False),
            "batches": attempt(
                lambda: list(e.predict(input_fn=given(x, None), iterate_batches=True))
            ),
            "export": attempt(
                exported, e, folder, serving(), examples(), default_output_alternative_key=key
            ),
            "raw": attempt(exported, e, folder, raw_serving, X, default_output_alternative_key=key),
            "on": attempt(lambda: variables(e.fit(input_fn=given(x, y), max_steps=5))),
            "folders": sorted(n for n in os.listdir(folder) if os.path.isdir(folder + "/" + n)),
            "named_tags": tags(os.path.join(folder, "eval_n")),
            "resumed": attempt(
                lambda: estimator.Estimator(build, model_dir=folder, **kwargs).evaluate(
                    input_fn=given(x, y), steps=1
                )
            ),
        }
    )
    return record


def mae():
    return {"mae": metric_spec.MetricSpec(tf.metrics.mean_absolute_error, prediction_key="p")}


def fed(folder):
    """`fit`, `evaluate` and `predict` by x and y."""
    new = lambda: estimator.Estimator(tensors)  # noqa: E731
    e = new()
    record = {"fit": attempt(lambda: variables(e.fit(X, Y, steps=5, batch_size=4)))}
    record["all"] = attempt(e.evaluate, X, Y)
    record["batches"] = attempt(e.evaluate, X, Y, batch_size=4)
    record["steps"] = attempt(e.evaluate, X, Y, batch_size=4, steps=1)
    record["metrics"] = attempt(e.evaluate, X, Y, metrics={"a": tf.metrics.mean_absolute_error})
    record["predict"] = attempt(lambda: list(e.predict(X)))
    record["some"] = attempt(lambda: list(e.predict(X, batch_size=4)))
    record["arrays"] = attempt(e.predict, X, batch_size=4, as_iterable=False)
    record["max"] = attempt(lambda: variables(e.fit(X, Y, max_steps=7)))
    record["whole"] = attempt(lambda: variables(new().fit(X, Y, steps=2)))
    record["dict"] = attempt(lambda: variables(new().fit({"x": X}, Y, steps=2, batch_size=2)))
    stream = new()
    record["iterator"] = attempt(
        lambda: variables(stream.fit(iter(X), iter(Y), steps=2, batch_size=2))
    )
    record["streamed"] = attempt(lambda: stream.evaluate(iter(X), iter(Y), batch_size=4))
    record["partial"] = attempt(lambda: variables(new().partial_fit(x=X, y=Y, batch_size=2)))
    sk = estimator.SKCompat(new())
    record["sk"] = attempt(lambda: sk.fit(X, Y, steps=3, batch_size=2) is sk)
    record["score"] = attempt(sk.score, X, Y)
    record["score4"] = attempt(sk.score, X, Y, batch_size=4, name="z")
    record["answers"] = attempt(sk.predict, X)
    record["params"] = attempt(sk.get_params)
    return record


def bad(folder):
    """What is refused, and by which class of error."""
    e = estimator.Estimator(parts_fn, model_dir=folder, params=None)
    record = {"unfit_" + k: v for k, v in unfit(e, folder).items()}
    e.fit(input_fn=given(), steps=1)
    wide = given(np.zeros([6, 3], np.float32))
    record.update(
        {
            "nothing": attempt(e.fit),
            "both": attempt(e.fit, x=X, y=Y, input_fn=given()),
            "batch_size": attempt(e.fit, input_fn=given(), batch_size=2, steps=1),
            "steps": attempt(e.fit, input_fn=given(), steps=1, max_steps=1),
            "monitors": attempt(e.fit, input_fn=given(), steps=1, monitors=3),
            "eval_nothing": attempt(e.evaluate),
            "eval_both": attempt(e.evaluate, x=X, input_fn=given()),
            "eval_feed": attempt(e.evaluate, x=X, y=Y, feed_fn=dict),
            "predict_nothing": attempt(e.predict),
            "predict_both": attempt(e.predict, x=X, input_fn=given()),
            "predict_size": attempt(e.predict, input_fn=given(), batch_size=2),
            "output": attempt(lambda: list(e.predict(input_fn=given(), outputs=["zz"]))),
            "some_output": attempt(lambda: list(e.predict(input_fn=given(), outputs=["p", "zz"]))),
            "no_output": attempt(lambda: list(e.predict(input_fn=given(), outputs=[]))),
            "no_checkpoint": attempt(
                e.evaluate, input_fn=given(), steps=1, checkpoint_path=folder + "/none"
            ),
            "wide": attempt(e.fit, input_fn=wide, steps=1),
            "dict": attempt(e.fit, input_fn=given({"x": X}), steps=1),
            "labels": attempt(e.evaluate, input_fn=given(X, Y.astype(np.float64)), steps=1),
            "no_labels": attempt(e.evaluate, input_fn=given(X, None), steps=1),
            "no_pair": attempt(e.fit, input_fn=lambda: tf.constant(X), steps=1),
            "no_input": attempt(e.fit, input_fn=lambda: None, steps=1),
            "three": attempt(e.fit, input_fn=lambda: (*given()(), 1), steps=1),
            "no_function": attempt(e.fit, input_fn=3, steps=1),
            "no_serving": attempt(e.export_savedmodel, folder, None),
            "head": attempt(
                e.export_savedmodel, folder, raw_serving, default_output_alternative_key="zz"
            ),
            "config": attempt(estimator.Estimator, parts_fn, config=3),
            "params": attempt(estimator.Estimator, parts_fn, params={}),
            "model_dir": attempt(
                estimator.Estimator,
                parts_fn,
                model_dir=folder,
                config=run_config.RunConfig(model_dir=folder + "x"),
            ),
            "no_model_fn": attempt(lambda: estimator.Estimator().fit(input_fn=given(), steps=1)),
        }
    )
    spec = metric_spec.MetricSpec
    for name, metrics in {
        "name_alone": {"m": tf.metrics.mean_squared_error},
        "pair": {("m", "p"): tf.metrics.mean_squared_error},
        "no_prediction": {("m", "zz"): tf.metrics.mean_squared_error},
        "triple": {("m", "p", "q"): tf.metrics.mean_squared_error},
        "no_key": {"m": spec(tf.metrics.mean_squared_error)},
        "wrong_key": {"m": spec(tf.metrics.mean_squared_error, prediction_key="zz")},
        "label_key": {"m": spec(tf.metrics.mean_squared_error, "p", label_key="l")},
        "no_dict": [1],
        "no_metric": {3: 3},
        "own_loss": {"loss": spec(tf.metrics.mean_squared_error, prediction_key="q")},
        "value": {"m": spec(lambda predictions, labels: tf.reduce_sum(labels), "p")},
        "empty": {},
    }.items():
        record["metric_" + name] = attempt(e.evaluate, input_fn=given(), steps=1, metrics=metrics)
    return record


def parts_fn(features, labels, mode):
    return parts(features, labels, mode)


def unfit(e, folder):
    return {
        "evaluate": attempt(e.evaluate, input_fn=given(), steps=1),
        "predict": attempt(e.predict, input_fn=given()),
        "x": attempt(e.predict, X, as_iterable=False),
        "value": attempt(e.get_variable_value, "w"),
        "names": attempt(e.get_variable_names),
        "export": attempt(e.export_savedmodel, folder + "/export", raw_serving),
    }


def checkpoints(folder):
    """What a configuration makes of the folder."""
    config = run_config.RunConfig(
        save_checkpoints_steps=2, save_checkpoints_secs=None, save_summary_steps=2, tf_random_seed=1
    )
    e = estimator.Estimator(parts_fn, model_dir=folder, config=config)
    e.fit(input_fn=given(), steps=5)
    latest = os.path.join(folder, "model.ckpt-2")
    return {
        "files": sorted(n for n in os.listdir(folder) if n.endswith(".index")),
        "older": attempt(e.evaluate, input_fn=given(), steps=1, checkpoint_path=latest),
        "config": e.config.tf_random_seed,
        "same": e.model_dir == folder == e.config.model_dir,
        "skipped": attempt(lambda: variables(e.fit(input_fn=given(), max_steps=5))),
        "params": sorted(e.get_params()),
    }


def _regression():
    return head.regression_head()


CASES = {
    "tensors": InFolder(life, tensors, metrics={"mae": tf.metrics.mean_absolute_error}),
    "dict": InFolder(life, parts_fn, metrics=mae()),
    "list": InFolder(life, as_list, brief=True),
    "as_needed": InFolder(life, as_needed, brief=True),
    "without_mode": InFolder(life, without_mode, brief=True),
    "renamed": InFolder(life, renamed, brief=True),
    "pair": InFolder(life, as_pair),
    "none": InFolder(life, as_none),
    "dict_alone": InFolder(life, as_dict),
    "four": InFolder(life, as_four),
    "params": InFolder(life, with_params, params={"factor": 3.0}, brief=True),
    "everything": InFolder(life, with_everything, brief=True),
    "partial": InFolder(life, functools.partial(with_params, params={"factor": 2.0}), brief=True),
    "engineered": InFolder(
        life,
        tensors,
        metrics={"mae": tf.metrics.mean_absolute_error},
        feature_engineering_fn=lambda f, y: (
            f["x"] * 2 if isinstance(f, dict) else f * 2,
            None if y is None else y * 3,
        ),
    ),
    "ops": InFolder(life, ops(lambda p, y: {"m": tf.metrics.mean(p["p"])}), metrics=mae()),
    "ops_loss": InFolder(life, ops(lambda p, y: {"loss": tf.metrics.mean(p["p"])}), brief=True),
    "ops_value": InFolder(life, ops(lambda p, y: {"m": tf.reduce_mean(p["p"])}), brief=True),
    "ops_none": InFolder(life, ops(lambda p, y: None), brief=True),
    "regression": InFolder(life, with_head(_regression, 1), y=Y[:, None]),
    "binary": InFolder(life, with_head(lambda: head.multi_class_head(2), 1), y=BINARY),
    "classes": InFolder(life, with_head(lambda: head.multi_class_head(3), 3), y=CLASSES),
    "svm": InFolder(life, with_head(lambda: head.binary_svm_head(), 1), y=BINARY),
    "weighted": InFolder(
        life,
        with_head(lambda: head.regression_head(weight_column_name="wt"), 1),
        x={"x": X, "wt": WEIGHTS},
        y=Y[:, None],
    ),
    "several": InFolder(
        life, with_head(multi, 4), x={"x": X}, y={"r": Y[:, None], "c": CLASSES}, key="c"
    ),
    "several_no_key": InFolder(
        life, with_head(multi, 4), x={"x": X}, y={"r": Y[:, None], "c": CLASSES}
    ),
    "fed": InFolder(fed),
    "bad": InFolder(bad),
    "checkpoints": InFolder(checkpoints),
    "configs": InFolder(configs),
    "metric_specs": InFolder(metric_specs),
    "feeders": InFolder(feeders),
}
