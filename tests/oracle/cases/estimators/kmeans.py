"""K-means. Runs unchanged under TF 1.15.5 and under this package."""

import os

import numpy as np

from tests.oracle.facts import plain, rounded
from tests.oracle.legacy import input_fn_utils, kmeans, run_config, tf
from tests.oracle.observe import InFolder, attempt

from .life_cycle import exported, tags, variables

KMeans = kmeans.KMeansClustering

X = np.array([[0, 0], [0, 1], [1, 0], [5, 5], [5, 6], [6, 5]], np.float32)
DIRECTIONS = np.array([[1, 0], [1, 0.1], [1, 0.2], [0, 1], [0.1, 1], [0.2, 1]], np.float32)

# With mini-batches, TF 1.15.5 reads the counts of a step before or after it writes them: figures
# repeat only where the centers are right from the start, as these are, or have two digits.
START = np.array([[1, 1], [16, 16]], np.float32) / 3


def given(x=X):
    """An input_fn of constants without labels."""

    def input_fn():
        if isinstance(x, dict):
            return {k: tf.constant(v) for k, v in x.items()}, None
        return tf.constant(x), None

    return input_fn


def once(x=X):
    """An input_fn with one batch in a queue."""

    def input_fn():
        return tf.train.limit_epochs(tf.constant(x), 1), None

    return input_fn


def queued():
    """An input_fn with three batches of two."""
    return tf.train.batch([tf.train.limit_epochs(tf.constant(X), 1)], 2, enqueue_many=True), None


def config():
    return run_config.RunConfig(tf_random_seed=1)


def made(folder, **kwargs):
    """A model from fixed clusters."""
    arguments = {"num_clusters": 2, "initial_clusters": START, "config": config()}
    arguments.update(kwargs)
    return KMeans(model_dir=folder, **arguments)


def shape(value):
    """What a method gave: its kind, and its contents with three digits: distances are differences
    of larger numbers."""
    contents = value
    if not isinstance(value, (np.ndarray, dict, np.generic, float)):
        contents = list(value)
    return [type(value).__name__, rounded(plain(contents), 3)]


def asked(e, input_fn):
    return {
        "idx": attempt(lambda: shape(e.predict_cluster_idx(input_fn=input_fn))),
        "score": attempt(lambda: shape(e.score(input_fn=input_fn, steps=1))),
        "transform": attempt(lambda: shape(e.transform(input_fn=input_fn))),
        "iterable": attempt(lambda: shape(e.transform(input_fn=input_fn, as_iterable=True))),
        "predict": attempt(lambda: shape(e.predict(input_fn=input_fn))),
        "evaluate": attempt(lambda: rounded(e.evaluate(input_fn=input_fn, steps=1), 3)),
        "clusters": attempt(lambda: shape(e.clusters())),
    }


def moved(folder, x=X, **kwargs):
    """Where the centers go from the first example of each group."""
    e = made(folder, initial_clusters=x[::3], **kwargs)
    e.fit(input_fn=given(x), steps=60)
    return {
        "clusters": rounded(e.clusters().tolist(), 2),
        "names": sorted(e.get_variable_names()),
    }


def spread(folder, initial_clusters):
    """Each example becomes a center, in an order that is drawn."""
    e = made(folder, initial_clusters=initial_clusters, num_clusters=6)
    e.fit(input_fn=given(), steps=2)
    return {"clusters": plain(sorted(e.clusters().tolist()))}


def life(folder, x=X, **kwargs):
    """Fits and asks."""
    e = made(folder, **kwargs)
    fitted = attempt(lambda: e.fit(input_fn=given(x), steps=3) is e)
    if fitted is not True:
        return {"fit": fitted}
    return {
        "variables": attempt(variables, e),
        "tags": tags(folder),
        "score": attempt(lambda: shape(e.score(input_fn=given(x), steps=1))),
        "transform": attempt(lambda: shape(e.transform(input_fn=given(x)))),
        "idx": attempt(lambda: shape(e.predict_cluster_idx(input_fn=given(x)))),
    }


def whole(folder):
    """All that can be done with one model."""
    record = life(folder)
    e = made(folder)
    record.update(asked(e, given()))
    record["eval_tags"] = tags(os.path.join(folder, "eval"))
    record["params"] = sorted(e.params)
    record["once"] = asked(e, once())
    record["queued_score"] = attempt(lambda: shape(e.score(input_fn=queued)))
    record["queued_idx"] = attempt(lambda: shape(e.predict_cluster_idx(input_fn=queued)))
    record["queued"] = attempt(lambda: shape(e.transform(input_fn=queued)))
    record["x"] = attempt(lambda: shape(e.predict(X)))
    record["export"] = attempt(exported, e, folder, serving, X)
    record["fed"] = attempt(lambda: shape(e.fit(X, steps=1, batch_size=6).clusters()))
    record["on"] = attempt(lambda: shape(made(folder).fit(input_fn=given(), steps=1).clusters()))
    return record


def serving():
    x = tf.placeholder(tf.float32, [None, 2], name="inp")
    return input_fn_utils.InputFnOps({"x": x}, None, {"x": x})


def stopped(folder, tolerance, **kwargs):
    """The step at which the change of the loss ends training."""
    e = made(folder, relative_tolerance=tolerance, **kwargs)
    e.fit(input_fn=given(), steps=40)
    return {"step": plain(e.get_variable_value("global_step"))}


def graph(folder):
    """What the model consists of, in every mode."""
    record = {}
    for mode in ("train", "eval", "infer"):
        with tf.Graph().as_default():
            tf.train.create_global_step()
            ops = made(folder, relative_tolerance=0.1)._call_model_fn(tf.constant(X), None, mode)
            record[mode] = {
                "predictions": {k: [v.name, v.dtype.name] for k, v in ops.predictions.items()},
                "loss": ops.loss.name,
                "metrics": {k: v.name for k, v in ops.eval_metric_ops.items()},
                "alternatives": ops.output_alternatives,
                "hooks": [type(hook).__name__ for hook in ops.training_hooks],
                "summaries": [t.name for t in tf.get_collection("summaries")],
                "trainable": [v.name for v in tf.trainable_variables()],
                "global": [v.name for v in tf.global_variables()],
            }
    return record


def bad(folder):
    """What is refused, and by which class of error."""

    def fit(x=X, **kwargs):
        e = made(None, **kwargs)
        return e.fit(input_fn=given(x), steps=1).clusters().shape

    e = made(folder)
    return {
        "no_clusters": attempt(fit, num_clusters=0),
        "text": attempt(fit, num_clusters="a"),
        "initial": attempt(fit, initial_clusters="zz"),
        "distance": attempt(fit, distance_metric="zz"),
        "config": attempt(fit, config=3),
        "labels": attempt(lambda: made(None).fit(input_fn=lambda: (tf.constant(X),) * 2, steps=1)),
        "no_features": attempt(fit, {}),
        "rows": attempt(fit, {"a": X, "b": X[:2]}),
        "types": attempt(fit, {"a": X, "b": X.astype(np.int32)}),
        "rank": attempt(fit, X[:, 0]),
        "int": attempt(fit, X.astype(np.int32)),
        "more_clusters": attempt(fit, initial_clusters=X[:3]),
        "few_clusters": attempt(fit, initial_clusters=X[:1]),
        "width": attempt(fit, initial_clusters=np.zeros([2, 3], np.float32)),
        "unfit_clusters": attempt(e.clusters),
        "unfit_idx": attempt(lambda: list(e.predict_cluster_idx(input_fn=given()))),
        "unfit_score": attempt(e.score, input_fn=given(), steps=1),
        "unfit_transform": attempt(e.transform, input_fn=given()),
        "no_input": attempt(e.score),
    }


CASES = {
    "kmeans": InFolder(whole),
    "kmeans_full": InFolder(life, initial_clusters=X[1:3], use_mini_batch=False),
    "kmeans_cosine": InFolder(moved, DIRECTIONS, distance_metric=KMeans.COSINE_DISTANCE),
    "kmeans_cosine_full": InFolder(
        life,
        DIRECTIONS,
        initial_clusters=DIRECTIONS[::3],
        distance_metric=KMeans.COSINE_DISTANCE,
        use_mini_batch=False,
    ),
    "kmeans_moved": InFolder(moved),
    "kmeans_late": InFolder(moved, mini_batch_steps_per_iteration=2),
    "kmeans_dict": InFolder(life, {"b": X[:, :1], "a": X[:, 1:]}),
    "kmeans_random": InFolder(spread, KMeans.RANDOM_INIT),
    "kmeans_plus_plus": InFolder(spread, KMeans.KMEANS_PLUS_PLUS_INIT),
    "kmeans_list": InFolder(life, initial_clusters=START.tolist()),
    "kmeans_function": InFolder(life, initial_clusters=lambda inputs, n: tf.constant(START)),
    "kmeans_graph": InFolder(graph),
    "kmeans_bad": InFolder(bad),
    "kmeans_tolerance": InFolder(stopped, 0.1, initial_clusters=X[1:3], use_mini_batch=False),
    "kmeans_close": InFolder(stopped, 1e-4, initial_clusters=X[1:3], use_mini_batch=False),
    "kmeans_minus": InFolder(stopped, -1.0),
}
