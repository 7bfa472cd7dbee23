"""Estimators for comparison, `LogisticRegressor` and what tests share.

Runs unchanged under TF 1.15.5 and under this package.
"""

import numpy as np

from tests.oracle.facts import plain, rounded, tensor_facts
from tests.oracle.legacy import (
    constants,
    debug,
    estimator_test_utils,
    logistic_regressor,
    model_fn,
    test_data,
    tf,
)
from tests.oracle.observe import InFolder, attempt

from .life_cycle import exported, raw_serving, tags, variables

X = np.arange(12, dtype=np.float32).reshape(6, 2) / 10
Y = np.array([[0], [1], [1], [0], [1], [0]])
MOSTLY = np.array([[0], [1], [1], [1], [1], [0]])
THREE = np.array([[0], [1], [2], [0], [0], [1]])
KEYS = np.array(["a", "b", "c"])[THREE]


def probabilities(features, labels, mode):
    """What a model_fn for `LogisticRegressor` returns; the second example is undecided."""
    if isinstance(features, dict):
        features = features["x"]
    w = tf.get_variable("w", initializer=tf.constant([[1.0], [-1.0]]))
    p = tf.sigmoid(tf.matmul(features - [0.2, 0.3], w) * (features[:, :1] - 0.2))
    loss = train_op = None
    if mode != "infer":
        loss = tf.reduce_mean(tf.square(p - tf.cast(labels, tf.float32)))
        train_op = tf.train.GradientDescentOptimizer(0.1).minimize(loss, tf.train.get_global_step())
    return p, loss, train_op


def given(x=X, y=Y):
    """An input_fn of constants, or of what functions make."""

    def input_fn():
        features = x() if callable(x) else {"x": tf.constant(x)}
        return features, None if y is None else tf.constant(y)

    return input_fn


def logistic(folder):
    """Metrics, predictions and exports, and model_fns that are refused."""
    make = logistic_regressor.LogisticRegressor
    e = make(probabilities, model_dir=folder)
    e.fit(input_fn=given(), steps=2)
    record = {
        "type": type(e).__name__,
        "params": e.params,
        "variables": attempt(variables, e),
        "predict": attempt(lambda: list(e.predict(input_fn=given(y=None)))),
        "export": attempt(exported, e, folder, raw_serving, X),
        "float": attempt(e.evaluate, input_fn=given(y=Y.astype(np.float32)), steps=1),
    }
    for thresholds in (None, [], [0.2, 0.5], [1.5], 0.3):
        again = make(probabilities, thresholds, folder)
        record[str(thresholds)] = attempt(again.evaluate, input_fn=given(), steps=2)

    def returning(change):
        return lambda features, labels, mode: change(mode, probabilities(features, labels, mode))

    for name, changed in {
        "dict": returning(lambda mode, r: ({"p": r[0]}, r[1], r[2])),
        "ops": returning(lambda mode, r: model_fn.ModelFnOps(mode, *r)),
        "pair": returning(lambda mode, r: r[:2]),
        "two": lambda features, labels: probabilities(features, labels, "eval"),
        "params": lambda features, labels, mode, params: None,
        "none": None,
    }.items():
        bad = make(changed, model_dir=folder)
        record["bad_" + name] = attempt(bad.evaluate, input_fn=given(), steps=1)
    record["config"] = attempt(make, probabilities, config=3)
    with tf.Graph().as_default():
        tf.train.create_global_step()
        ops = e._call_model_fn(tf.constant(X), None, "infer")
        record["alternatives"] = {
            key: [kind == constants.ProblemType.LOGISTIC_REGRESSION, plain(sorted(outputs))]
            for key, (kind, outputs) in ops.output_alternatives.items()
        }
    return record


def debugged(folder, make, x, y, methods):
    """What a debug estimator learns and says.

    Training takes two steps at once, in an order that is open: figures have two digits.
    """
    e = make(folder)
    fitted = attempt(lambda: e.fit(input_fn=given(x, y), steps=200) is e)
    if fitted is not True:
        return {"fit": fitted}
    record = {
        "variables": sorted(e.get_variable_names()),
        "tags": sorted(tag for tag in tags(folder) if tag.endswith("@1")),
        "evaluate": attempt(e.evaluate, input_fn=given(x, y), steps=2),
        "predict": attempt(lambda: sorted(next(e.predict(input_fn=given(x, y))))),
    }
    for method in methods:
        record[method] = attempt(lambda m=method: list(getattr(e, m)(input_fn=given(x, y))))
    return rounded(record, 2)


def sparse(indices=((0, 0), (5, 1))):
    return lambda: {"x": tf.SparseTensor(list(indices), ["a", "b"], [6, 2])}


def uneven():
    return {"x": tf.constant(X), "y": tf.constant(X[:3])}


def weighed():
    return {"x": tf.constant(X), "w": tf.constant(X[:, :1])}


def bad(folder):
    """What is refused."""
    return {
        "classes": attempt(debug.DebugClassifier, n_classes=1),
        "text": attempt(debug.DebugClassifier, n_classes="a"),
        "keys": attempt(debug.DebugClassifier, label_keys=["a"]),
        "dimension": attempt(debug.DebugRegressor, label_dimension=0),
        "config": attempt(debug.DebugRegressor, config=3),
        "batch_size": attempt(
            lambda: next(debug.DebugRegressor().predict_scores(input_fn=given(), batch_size=2))
        ),
        "unfit": attempt(lambda: next(debug.DebugRegressor().predict_scores(input_fn=given()))),
    }


def shared(folder):
    """`test_data` and `estimator_test_utils`."""
    iris = test_data.prepare_iris_data_for_logistic_regression()
    buckets = test_data.get_quantile_based_buckets
    within = estimator_test_utils.assert_in_range
    checks = []

    class Tester(object):
        def assertTrue(self, value):  # noqa: N802 - as in unittest
            checks.append(value)

    class Bare(object):
        predict = evaluate = config = 1

    estimator_test_utils.assert_estimator_contract(Tester(), debug.DebugClassifier)
    estimator_test_utils.assert_estimator_contract(Tester(), Bare)
    with tf.Graph().as_default(), tf.Session() as session:
        inputs = [test_data.iris_input_logistic_fn(), test_data.iris_input_multiclass_fn()]
        tensors = [
            [sorted(features), tensor_facts(features["feature"]), tensor_facts(labels)]
            for features, labels in inputs
        ]
        sums = [
            [plain(f["feature"].sum()), plain(labels.sum())] for f, labels in session.run(inputs)
        ]
    return {
        "iris": [type(iris).__name__, iris.data.dtype.name, plain(iris.data.sum(0))],
        "species": plain(iris.target),
        "tensors": tensors,
        "sums": sums,
        "buckets": [
            plain(buckets(np.arange(10.0), 4)),
            plain(buckets(np.array([3, 1, 2, 2, 2.0, 5]), 3)),
            plain(buckets(np.array([[3, 1], [2, 2.0]]), 3)),
            plain(buckets(np.arange(4), 1)),
        ],
        "no_values": attempt(buckets, [], 3),
        "range": [attempt(within, 0, 1, "a", {"a": v}) for v in (-1, 0, 0.5, 1, 2)],
        "no_metric": attempt(within, 0, 1, "b", {"a": 0}),
        "contract": checks,
    }


CLASSES = ("predict_classes", "predict_proba")

CASES = {
    "logistic": InFolder(logistic),
    "debug_binary": InFolder(
        debugged, lambda d: debug.DebugClassifier(d), lambda: tf.constant(X), MOSTLY, CLASSES
    ),
    "debug_classes": InFolder(
        debugged, lambda d: debug.DebugClassifier(d, n_classes=3), X, THREE, CLASSES
    ),
    "debug_keys": InFolder(
        debugged,
        lambda d: debug.DebugClassifier(d, 3, "w", label_keys=["a", "b", "c"]),
        weighed,
        KEYS,
        CLASSES,
    ),
    "debug_regression": InFolder(
        debugged, lambda d: debug.DebugRegressor(d, 2), X, X, ("predict_scores",)
    ),
    "debug_sparse": InFolder(
        debugged, lambda d: debug.DebugRegressor(d), sparse(), X[:, :1], ("predict_scores",)
    ),
    "debug_uneven": InFolder(debugged, lambda d: debug.DebugRegressor(d), uneven, X[:, :1], ()),
    "debug_empty": InFolder(debugged, lambda d: debug.DebugRegressor(d), dict, X[:, :1], ()),
    "debug_scalar": InFolder(
        debugged, lambda d: debug.DebugRegressor(d), lambda: {"a": tf.constant(1.0)}, X[:, :1], ()
    ),
    "debug_bad": InFolder(bad),
    "tests_share": InFolder(shared),
}
