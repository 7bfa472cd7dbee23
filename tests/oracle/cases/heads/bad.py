"""Single heads whose `create_model_fn_ops` is given what it cannot use."""

import functools

import numpy as np

from tests.oracle.harness import Case
from tests.oracle.legacy import head, tf

from . import inputs as data

_ROWS = 4

# Kind -> (factory, width of its logits, labels it takes).
KINDS = {
    "regression": (head.regression_head, 1, data.column(data.TARGETS)),
    "regression2": (
        functools.partial(head.regression_head, label_dimension=2),
        2,
        data.TARGETS_2,
    ),
    "poisson": (head.poisson_regression_head, 1, data.column(data.COUNTS)),
    "binary": (functools.partial(head.multi_class_head, 2), 1, data.column(data.BINARY)),
    "classes": (functools.partial(head.multi_class_head, 3), 3, data.column(data.CLASSES)),
    "keys": (
        functools.partial(head.multi_class_head, 3, label_keys=data.KEYS),
        3,
        data.strings(data.column(data.CLASSES)),
    ),
    "svm": (head.binary_svm_head, 1, data.column(data.BINARY)),
    "multi_label": (functools.partial(head.multi_label_head, 3), 3, data.INDICATORS),
}


def _unknown(value):
    """A tensor of which the graph knows no shape."""
    return tf.placeholder_with_default(tf.constant(value), None)


def _sparse(dtype, width=1):
    indices = np.array([[row, 0] for row in range(_ROWS)], np.int64)
    values = np.array([0, 1, 1, 0], dtype)
    return tf.SparseTensor(indices, tf.constant(values), [_ROWS, width])


def create(kind, kwargs=None, mode="eval", spec_keys=(None,), **changes):
    """A case with good arguments but for `changes`: name -> what makes the value."""
    factory, width, labels = KINDS[kind]

    def build(made, inputs):
        arguments = {
            "features": {},
            "mode": mode,
            "labels": tf.constant(labels),
            "logits": tf.constant(data.X.dot(data.KERNEL)[:, :width] + data.BIAS[:width]),
            "train_op_fn": head.no_op_train_fn,
        }
        arguments.update({k: v() for k, v in changes.items()})
        for value in arguments.values():
            if isinstance(value, dict):
                inputs.watch(value)
        return made.create_model_fn_ops(**arguments)

    brief = spec_keys == (None,)
    return Case(build, lambda: factory(**(kwargs or {})), spec_keys, brief=brief)


def _modes():
    cases = {}
    for kind in KINDS:
        for name, mode in {
            "bogus": "bogus",
            "none": None,
            "number": 3,
            "upper": "TRAIN",
            "empty": "",
        }.items():
            if name in ("bogus", "none") or kind == "regression":
                cases["mode_%s-%s" % (name, kind)] = create(kind, mode=mode)
        for mode in ("train", "eval", "infer"):
            row = "-%s-%s" % (kind, mode)
            cases["no_labels" + row] = create(kind, mode=mode, labels=lambda: None)
            cases["neither" + row] = create(kind, mode=mode, logits=lambda: None)
            if mode != "infer" or kind in ("regression", "classes"):
                cases["both" + row] = create(kind, mode=mode, logits_input=lambda: tf.ones([4, 2]))
            cases["names" + row] = create(
                kind, {"head_name": "x"}, mode, (None, "x", "other", "serving_default")
            )
        cases["no_train_fn-" + kind] = create(kind, mode="train", train_op_fn=lambda: None)
        row = "train_fn_returns_none-" + kind
        cases[row] = create(kind, mode="train", train_op_fn=lambda: lambda loss: None)
        cases["train_fn_number-" + kind] = create(kind, mode="train", train_op_fn=lambda: 3)
        cases["train_fn_raises-" + kind] = create(
            kind, mode="train", train_op_fn=lambda: lambda loss: {}["mine"]
        )
    return cases


def _logits():
    cases = {}
    for kind, (_, width, _) in KINDS.items():
        wide = np.ones([_ROWS, width + 1], np.float32)
        good = wide[:, :width]
        changes = {
            "wide": lambda wide=wide: tf.constant(wide),
            "wide_unknown": lambda wide=wide: _unknown(wide),
            "flat": lambda good=good: tf.constant(good[:, 0]),
            "scalar": lambda: tf.constant(1.0),
            "cube": lambda good=good: tf.constant(good[:, np.newaxis]),
            "unknown": lambda good=good: _unknown(good),
            "numpy": lambda good=good: good,
            "list": lambda good=good: good.tolist(),
            "int": lambda good=good: tf.constant(good.astype(np.int32)),
            "float64": lambda good=good: tf.constant(good.astype(np.float64)),
            "string": lambda: tf.constant([["a"]] * _ROWS),
            "dict": lambda good=good: {"logits": tf.constant(good)},
            "short": lambda good=good: tf.constant(good[:2]),
        }
        for name, logits in changes.items():
            cases["logits_%s-%s-eval" % (name, kind)] = create(kind, logits=logits)
            if name in ("wide", "wide_unknown", "flat", "unknown", "cube", "int", "float64"):
                cases["logits_%s-%s-infer" % (name, kind)] = create(
                    kind, mode="infer", logits=logits
                )
                cases["logits_%s-%s-bias" % (name, kind)] = create(
                    kind, {"enable_centered_bias": True}, "infer", logits=logits
                )
        for name, logits_input in {
            "flat": lambda: tf.ones([_ROWS]),
            "dict": lambda: {"x": tf.ones([_ROWS, 2])},
            "int": lambda: tf.ones([_ROWS, 2], tf.int32),
            "unknown": lambda: _unknown(np.ones([_ROWS, 2], np.float32)),
            "cube": lambda: tf.ones([_ROWS, 2, 2]),
        }.items():
            if name != "cube" or kind in ("regression", "classes"):
                cases["input_%s-%s" % (name, kind)] = create(
                    kind, logits=lambda: None, logits_input=logits_input
                )
    return cases


def _labels():
    cases = {}
    for kind, (_, _, good) in KINDS.items():
        good = np.asarray(good)
        numbers = good.dtype.kind not in "US"
        changes = {
            "wide": lambda good=good: tf.constant(np.concatenate([good, good], 1)),
            "flat": lambda good=good: tf.constant(good[:, 0]),
            "scalar": lambda good=good: tf.constant(good[0, 0]),
            "cube": lambda good=good: tf.constant(good[:, np.newaxis]),
            "short": lambda good=good: tf.constant(good[:2]),
            "short_unknown": lambda good=good: _unknown(good[:2]),
            "wide_unknown": lambda good=good: _unknown(np.concatenate([good, good], 1)),
            "unknown": lambda good=good: _unknown(good),
            "numpy": lambda good=good: good,
            "list": lambda good=good: good.tolist(),
            "string": lambda good=good: tf.constant(good.astype(str)),
            "dict": lambda good=good: {"target": tf.constant(good)},
            "empty_dict": dict,
            "sparse_int": lambda: _sparse(np.int64),
            "sparse_float": lambda: _sparse(np.float32),
            "sparse_wide": lambda: _sparse(np.int64, 3),
        }
        if numbers:
            changes.update(
                {
                    "big": lambda good=good: tf.constant(np.full_like(good, 7)),
                    "negative": lambda good=good: tf.constant(np.full_like(good, -1)),
                    "big_unknown": lambda good=good: _unknown(np.full_like(good, 7)),
                    "float": lambda good=good: tf.constant(good.astype(np.float32)),
                    "float64": lambda good=good: tf.constant(good.astype(np.float64)),
                    "half": lambda good=good: tf.constant(good.astype(np.float32) * 0.5),
                    "bool": lambda good=good: tf.constant(good.astype(bool)),
                    "int8": lambda good=good: tf.constant(good.astype(np.int8)),
                    "int64": lambda good=good: tf.constant(good.astype(np.int64)),
                }
            )
        else:
            changes["unknown_key"] = lambda: tf.constant([["zed"]] * _ROWS)
            changes["ids"] = lambda: tf.constant(data.column(data.CLASSES))
        for name, labels in changes.items():
            cases["labels_%s-%s" % (name, kind)] = create(kind, labels=labels)
        named = {"label_name": "target"}
        cases["label_name_missing-" + kind] = create(
            kind, named, labels=lambda good=good: {"other": tf.constant(good)}
        )
        cases["label_name_none-" + kind] = create(kind, named, labels=lambda: {"target": None})
        cases["label_name_empty-" + kind] = create(kind, named, "train", labels=dict)
        cases["label_name_infer-" + kind] = create(kind, named, "infer", labels=dict)
    return cases


def _weights():
    cases = {}
    column = data.WEIGHTS
    changes = {
        "missing": dict,
        "other": lambda: {"v": tf.constant(column)},
        "features_none": lambda: None,
        "features_tensor": lambda: tf.constant(column),
        "none": lambda: {"w": None},
        "string": lambda: {"w": tf.constant([["a"]] * _ROWS)},
        "int": lambda: {"w": tf.constant([[1], [2], [0], [3]])},
        "bool": lambda: {"w": tf.constant([[True], [False], [True], [True]])},
        "float64": lambda: {"w": tf.constant(column.astype(np.float64))},
        "flat": lambda: {"w": tf.constant(column[:, 0])},
        "scalar": lambda: {"w": tf.constant(2.0)},
        "wide": lambda: {"w": tf.constant(np.tile(column, [1, 2]))},
        "short": lambda: {"w": tf.constant(column[:2])},
        "short_unknown": lambda: {"w": _unknown(column[:2])},
        "unknown": lambda: {"w": _unknown(column)},
        "unknown_flat": lambda: {"w": _unknown(column[:, 0])},
        "cube": lambda: {"w": tf.constant(column[:, np.newaxis])},
        "negative": lambda: {"w": tf.constant(-column)},
        "zero": lambda: {"w": tf.constant(0 * column)},
        "numpy": lambda: {"w": column},
        "sparse": lambda: {"w": _sparse(np.float32)},
    }
    for kind in KINDS:
        for name, features in changes.items():
            cases["weights_%s-%s" % (name, kind)] = create(
                kind, {"weight_column_name": "w"}, features=features
            )
        for name in ("missing", "features_none"):
            for mode in ("train", "infer"):
                cases["weights_%s-%s-%s" % (name, kind, mode)] = create(
                    kind, {"weight_column_name": "w"}, mode, features=changes[name]
                )
    return cases


CASES = {
    "bad_modes": _modes(),
    "bad_logits": _logits(),
    "bad_labels": _labels(),
    "bad_weights": _weights(),
}
