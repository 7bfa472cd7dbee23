"""Target columns.

Runs unchanged under TF 1.15.5 and under this package.
"""

import functools

import numpy as np

from tests.oracle.facts import plain, tensor_facts
from tests.oracle.harness import session_config
from tests.oracle.legacy import target_column, tf

from .facts import attempt

__all__ = ["CASES"]

LOGITS = np.array([[0.5, -0.2, 1.0], [-1.0, 2.0, 0.3], [0.1, 0.4, -0.6]], np.float32)
LABELS = {"number": [[1.0], [2.0], [0.5]], "class": [[1], [0], [1]], "pair": [[1.0, 2.0]] * 3}
LABELS["ids"] = [[2], [0], [1]]

TARGETS = {
    "regression": (target_column.regression_target, "number"),
    "weighted": (functools.partial(target_column.regression_target, "l", "w"), "number"),
    "pair": (functools.partial(target_column.regression_target, label_dimension=2), "pair"),
    "pair_weighted": (functools.partial(target_column.regression_target, None, "w", 2), "pair"),
    "binary": (functools.partial(target_column.multi_class_target, 2), "class"),
    "binary_weighted": (functools.partial(target_column.multi_class_target, 2, "l", "w"), "class"),
    "classes": (functools.partial(target_column.multi_class_target, 3), "ids"),
    "classes_weighted": (functools.partial(target_column.multi_class_target, 3, "l", "w"), "ids"),
    "svm": (target_column.binary_svm_target, "class"),
    "svm_weighted": (functools.partial(target_column.binary_svm_target, "l", "w"), "class"),
}


def total(predictions, labels, weights=None):
    weight = 1.0 if weights is None else tf.reduce_sum(weights)
    value = tf.reduce_sum(tf.cast(predictions, tf.float32)) * weight
    return value + tf.reduce_sum(tf.cast(labels, tf.float32)), value


def bare(predictions, labels):
    return tf.constant(1.0), tf.constant(1.0)


METRICS = {
    "default": None,
    "none": {},
    "plain": {"total": total},
    "named": {("total", "classes"): total},
    "probabilities": {("total", "probabilities"): total},
    "unweighted": {"bare": bare},
    "accuracy": {"accuracy": total},
    "loss": {"loss": total},
    "wrong_kind": {("total", "zz"): total},
    "one": {("total",): total},
    "three": {("total", "classes", 1): total},
    "number": {3: total},
    "no_function": {"a": 3},
    "list": [1],
}


FEW_METRICS = ("default", "named", "probabilities", "unweighted")

# The target columns that get all of the metrics.
PLAIN = [TARGETS["regression"][0], TARGETS["classes"][0]]


class Target(object):
    """A case: all that a target column does with one kind of labels."""

    def __init__(self, make, labels):
        self._make = make
        self._labels = labels

    def facts(self):
        """Asks for losses, predictions and metrics."""
        target = self._make()
        record = {
            "about": [
                type(target).__name__,
                plain(target.label_name),
                plain(target.weight_column_name),
                target.num_label_columns,
                target.problem_type,
            ]
        }
        numbers = np.array(LABELS[self._labels])
        shapes = {
            "as_is": numbers.astype(np.float32 if numbers.dtype.kind == "f" else np.int64),
            "flat": numbers.ravel().astype(np.float32 if numbers.dtype.kind == "f" else np.int64),
            "int32": numbers.astype(np.int32),
            "float": numbers.astype(np.float32),
            "wide": np.concatenate([numbers, numbers, numbers], 1),
            "short": numbers[:2],
        }
        for shape, labels in sorted(shapes.items()):
            for loss in ("loss", "training_loss"):
                record["%s/%s" % (loss, shape)] = attempt(self._ask, target, loss, labels)
        record["loss/no_weights"] = attempt(self._ask, target, "loss", numbers, features={})
        record["weights"] = attempt(self._weights, target)
        for kind in (False, True):
            record["predictions/%s" % kind] = attempt(self._predictions, target, kind)
        for name in METRICS if self._make in PLAIN else FEW_METRICS:
            metrics = METRICS[name]
            record["metrics/" + name] = attempt(self._metrics, target, shapes["as_is"], metrics)
        return record

    def _logits(self, target):
        return tf.constant(LOGITS[:, : target.num_label_columns])

    def _features(self):
        return {"w": tf.constant([[1], [3], [0]])}

    def _ask(self, target, loss, labels, features=None):
        with tf.Graph().as_default(), tf.Session(config=session_config()) as session:
            given = self._features() if features is None else features
            made = getattr(target, loss)(self._logits(target), tf.constant(labels), given)
            return [made.op.name, tensor_facts(made), plain(session.run(made))]

    def _weights(self, target):
        with tf.Graph().as_default(), tf.Session(config=session_config()) as session:
            made = target.get_weight_tensor(self._features())
            return made if made is None else [tensor_facts(made), plain(session.run(made))]

    def _predictions(self, target, proba):
        with tf.Graph().as_default(), tf.Session(config=session_config()) as session:
            made = target.logits_to_predictions(self._logits(target), proba=proba)
            return [tensor_facts(made), plain(session.run(made))]

    def _metrics(self, target, labels, metrics):
        with tf.Graph().as_default(), tf.Session(config=session_config()) as session:
            made = target.get_eval_ops(
                self._features(), self._logits(target), tf.constant(labels), metrics
            )
            session.run(tf.local_variables_initializer())
            values = {}
            for name, (value, update) in made.items():
                session.run(update)
                values[str(name)] = plain(session.run(value))
            return values


class Checks(object):
    """A case of things that target columns refuse, and of what belongs to no one of them."""

    def facts(self):
        """Gives the classes of the errors, and the names of default metrics."""
        base = target_column._TargetColumn
        return {
            "one_class": attempt(target_column.multi_class_target, 1),
            "text": attempt(target_column.multi_class_target, "x"),
            "no_loss": attempt(base, None, 1, None, None, 0),
            "abstract": attempt(base(min, 1, None, None, 0).logits_to_predictions, [1.0]),
            "abstract_metrics": attempt(base(min, 1, None, None, 0).get_eval_ops, {}, [1.0], [1.0]),
            "missing_weights": attempt(
                target_column.regression_target(None, "w").get_weight_tensor, {"x": 1}
            ),
            "metrics": sorted(target_column.get_default_binary_metrics_for_eval([0.25, 0.5])),
            "problems": [
                target_column.ProblemType.UNSPECIFIED,
                target_column.ProblemType.CLASSIFICATION,
                target_column.ProblemType.LINEAR_REGRESSION,
                target_column.ProblemType.LOGISTIC_REGRESSION,
            ],
        }


CASES = {"target/" + name: Target(*row) for name, row in TARGETS.items()}
CASES["target/checks"] = Checks()
