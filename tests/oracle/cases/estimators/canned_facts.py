"""How a canned estimator is observed: trained from known weights, evaluated, asked, exported."""

import os

import numpy as np

from tests.oracle.facts import plain, summary_values, variables
from tests.oracle.legacy import input_fn_utils, metric_spec, run_config, tf
from tests.oracle.observe import attempt

from .life_cycle import constant, exported, tags

EXAMPLES = 6
SCALE = np.arange(EXAMPLES, dtype=np.float32)[:, None]

# Feature -> array, or the strings of a sparse column, one or two for each example.
ARRAYS = {
    "a": SCALE / 5,
    "b": np.concatenate([np.cos(SCALE), np.sin(SCALE)], 1),
    "wt": 1 + SCALE % 3,
    "id": np.array(["0", "1", "2", "3", "4", "5"]),
}
STRINGS = {"c": ["p", "q", "r", "p q", "q", "s p"], "d": ["u", "v", "u", "v", "u", "w v"]}

TARGETS = np.sin(3 * SCALE)
CLASSES = np.array([[0], [1], [2], [0], [2], [1]])
BINARY = (CLASSES > 0).astype(np.int64)


def sparse(texts):
    """A `SparseTensor` of the words of each text."""
    words = [(row, column, w) for row, t in enumerate(texts) for column, w in enumerate(t.split())]
    indices = [[row, column] for row, column, _ in words]
    return tf.SparseTensor(indices, [w for _, _, w in words], [len(texts), 2])


def features(names):
    """Feature -> tensor."""
    return {n: constant(ARRAYS[n]) if n in ARRAYS else sparse(STRINGS[n]) for n in names}


def given(names, labels, strings=False):
    """An input_fn of constants; `strings` makes words of the labels."""

    def input_fn():
        made = labels
        if strings:
            made = np.array(["x", "y", "z"])[labels]
        return features(names), constant(made)

    return input_fn


def deterministic(variable):
    """The value that a variable is given before the training that is compared, or None."""
    name, shape = variable.op.name, variable.shape.as_list()
    slot = name.rsplit("/", 1)[-1].split("_")[0]
    if not shape or variable.dtype.base_dtype != tf.float32:
        return None
    if slot in ("Adagrad", "Adam", "Ftrl", "Momentum", "RMSProp"):
        return np.full(shape, 0.1, np.float32)
    return (np.cos(np.arange(np.prod(shape)) * 0.7) / 2).reshape(shape).astype(np.float32)


def assignments():
    """Gives ops that give each variable its value."""
    values = [(v, deterministic(v)) for v in tf.global_variables()]
    return [tf.assign(v, value) for v, value in values if value is not None]


def graph_facts():
    """The variables, where they are, and the summaries of the default graph."""
    made = variables()
    for variable in tf.global_variables():
        part = variable._get_save_slice_info()
        if part is not None:
            made[variable.op.name] += " " + part.spec
    found = {name: tf.get_collection(name) for name in ("dnn", "linear", "summaries")}
    return {
        "variables": made,
        "collections": {
            # A summary loss_1 is tf.estimator's own.
            name: sorted(member.op.name for member in members if member.op.name != "loss_1")
            for name, members in found.items()
        },
    }


class Given(tf.train.SessionRunHook):
    """Gives the variables their values before the first step."""

    def begin(self):
        self._assign = assignments()

    def after_create_session(self, session, coord):
        session.run(self._assign)


def shortened(value):
    """Of a large array its shape, sum and first elements, the rest as it is."""
    value = np.asarray(value)
    if value.size <= 8:
        return plain(value.tolist())
    return [list(value.shape), plain(value.astype(np.float64).sum()), plain(value.ravel()[:3])]


def weights(folder):
    """Name -> value in the latest checkpoint."""
    reader = tf.train.load_checkpoint(folder)
    return {name: shortened(reader.get_tensor(name)) for name in reader.get_variable_to_shape_map()}


def train(folder, make, names, labels, strings=False, random=False):
    """Builds the model and trains it from known weights; `random` leaves out the numbers."""
    e = make()
    with tf.Graph().as_default():
        step = tf.train.create_global_step()
        ops = e._get_train_ops(*given(names, labels, strings)())
        record = graph_facts()
        record["tensors"] = {key: t.op.name for key, t in sorted(ops.predictions.items())}
        record["tensors"]["loss"] = ops.loss.op.name
        assign = assignments()
        saver = tf.train.Saver()
        summaries = tf.summary.merge_all()
        with tf.Session() as session:
            session.run([tf.global_variables_initializer(), tf.tables_initializer()])
            session.run(assign)
            record["steps"] = []
            for _ in range(3):
                loss, written, _ = session.run([ops.loss, summaries, ops.train_op])
                if not random:
                    record["steps"].append([plain(loss), summary_values(written)])
            record["step"] = plain(session.run(step))
            saver.save(session, os.path.join(folder, "model"))
        record["saved"] = weights(folder)
        if random:
            record["saved"] = sorted(record["saved"])
    return record


def life(folder, make, names, labels, more=False):
    """Fits from known weights, evaluates and predicts; `more` asks what all classes share."""
    input_fn = given(names, labels)
    predict_fn = lambda: features(names)  # noqa: E731
    folder = os.path.join(folder, "model")
    config = run_config.RunConfig(save_summary_steps=1, tf_random_seed=1)
    e = make(model_dir=folder, config=config)
    record = {
        "fit": attempt(lambda: e.fit(input_fn=input_fn, steps=3, monitors=[Given()]) is e),
        "saved": weights(folder),
        "evaluate": attempt(e.evaluate, input_fn=input_fn, steps=1),
        "predict": attempt(lambda: list(e.predict(input_fn=predict_fn))),
        "arrays": attempt(e.predict, input_fn=predict_fn, as_iterable=False),
        "tags": tags(folder),
        "names": sorted(e.get_variable_names()),
        "params": sorted(e.params),
        "types": {k: type(v).__name__ for k, v in e.params.items() if "columns" in k},
        "columns": type(getattr(e, "_feature_columns", None)).__name__,
    }
    for name in ("predict_classes", "predict_proba", "predict_scores"):
        if hasattr(e, name):
            record[name] = attempt(getattr(e, name), input_fn=predict_fn, as_iterable=False)
    spec = {n: tf.FixedLenFeature(ARRAYS[n].shape[1:], tf.float32) for n in names if n in ARRAYS}
    spec.update({n: tf.VarLenFeature(tf.string) for n in names if n in STRINGS})
    serving = input_fn_utils.build_parsing_serving_input_fn(spec)
    record["export"] = exported(e, folder, serving, serialized(names))
    # How TF 1.15 had conditions.
    record["export"]["collections"] = [
        name for name in record["export"]["collections"] if name != "cond_context"
    ]
    if not more:
        return record
    for key in ("scores", "zz"):
        record["outputs_" + key] = attempt(
            lambda key=key: list(e.predict(input_fn=predict_fn, outputs=[key]))
        )
    error, spec_of = tf.metrics.mean_absolute_error, metric_spec.MetricSpec
    for name, metrics in {
        "function": {"m": error},
        "pair": {("m", "scores"): error},
        "spec": {
            "m": spec_of(error, prediction_key="scores"),
            "n": spec_of(error),
        },
        "wrong_pair": {("m", "zz"): error},
        "wrong_spec": {"m": spec_of(error, prediction_key="zz")},
        "triple": {("m", "scores", 3): error},
        "list": [1],
    }.items():
        record["metric_" + name] = attempt(e.evaluate, input_fn=input_fn, steps=1, metrics=metrics)
    record["generator"] = attempt(lambda: list(e.predict_scores(input_fn=predict_fn)))
    record["no_outputs"] = attempt(lambda: list(e.predict(input_fn=predict_fn, outputs=[])))
    record["on"] = attempt(lambda: e.fit(input_fn=input_fn, max_steps=9) is e)
    record["on_step"] = attempt(e.get_variable_value, "global_step")
    return record


def serialized(names):
    """The examples as an `Example` each."""

    def feature(name, row):
        if name in ARRAYS:
            return tf.train.Feature(float_list=tf.train.FloatList(value=ARRAYS[name][row]))
        words = [word.encode() for word in STRINGS[name][row].split()]
        return tf.train.Feature(bytes_list=tf.train.BytesList(value=words))

    def example(row):
        made = tf.train.Features(feature={name: feature(name, row) for name in names})
        return tf.train.Example(features=made).SerializeToString()

    return np.array([example(row) for row in range(EXAMPLES)], object)
