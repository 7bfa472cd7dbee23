"""Arguments of the factories, good and bad, each followed by an eval with good inputs."""

import functools

import numpy as np

from tests.oracle.harness import Case
from tests.oracle.legacy import head, tf

from . import bad
from . import inputs as data


class Losses(object):
    """Loss functions that are not plain functions."""

    def __call__(self, labels, logits, weights=None):
        return data.fixed_loss(labels, logits)

    def method(self, labels, logits, weights=None):
        return data.fixed_loss(labels, logits)


def _swapped(logits, labels, weights=1.0):
    """Names in another order, which shows whether the call is positional."""
    return tf.reduce_mean(tf.cast(labels, tf.float32) - 2.0 * tf.cast(logits, tf.float32))


LOSS_FNS = {
    "no_labels": lambda logits, weights: 1.0,
    "no_logits": lambda labels, weights: 1.0,
    "no_weights": lambda labels, logits: 1.0,
    "other_names": lambda a, b, c: 1.0,
    "nothing": lambda: 1.0,
    "varargs": lambda *args, **kwargs: 1.0,
    "kwargs": lambda labels, logits, **kwargs: 1.0,
    "extra_kwargs": lambda labels, logits, weights=None, **kwargs: tf.constant(1.5),
    "extra_default": lambda labels, logits, weights=None, more=2: tf.constant(1.5),
    "extra_required": lambda labels, logits, weights, more: tf.constant(1.5),
    "required_weights": data.required_weights_loss,
    "swapped": _swapped,
    "object": Losses(),
    "method": Losses().method,
    "partial": functools.partial(data.weighted_loss, weights=2.0),
    "partial_required": functools.partial(data.required_weights_loss, weights=2.0),
    "string": "loss",
    "number": 3,
    "returns_float": lambda labels, logits, weights=None: 3.0,
    "returns_none": lambda labels, logits, weights=None: None,
    "returns_int": lambda labels, logits, weights=None: tf.constant(3),
    "returns_vector": lambda labels, logits, weights=None: tf.constant([1.0, 2.0, 3.0, 4.0]),
    "returns_column": data.absolute_loss,
    "returns_unknown": lambda labels, logits, weights=None: tf.placeholder_with_default(1.0, None),
    "raises": lambda labels, logits, weights=None: {}["mine"],
}

THRESHOLDS = {
    "none": None,
    "empty": [],
    "tuple": (0.1, 0.2, 0.3),
    "array": np.array([0.25, 0.75]),
    "zero": [0.0],
    "one": [1.0],
    "ends": [0.0, 1.0],
    "above": [1.5],
    "below": [-0.1],
    "number": 0.5,
    "string": "a",
    "strings": ["a"],
    "nones": [None],
    "repeated": [0.5, 0.5],
    "ints": [1],
    "long": [0.123456789],
}

CLASS_IDS = {
    "none": None,
    "empty": [],
    "all": [0, 1, 2],
    "tuple": (2,),
    "range": range(2),
    "array": np.array([1]),
    "repeated": [1, 1],
    "negative": [-1],
    "big": [3],
    "much_too_big": [0, 1, 99],
    "float": [0.5],
    "whole_float": [1.0],
    "strings": ["a"],
    "number": 1,
    "nones": [None],
    "bool": [True],
}

LABEL_KEYS = {
    "none": None,
    "list": ["a", "b", "c"],
    "empty": [],
    "few": ["a", "b"],
    "many": ["a", "b", "c", "d"],
    "repeated": ["a", "a", "b"],
    "ints": [1, 2, 3],
    "string": "ada",
    "array": np.array(["a", "b", "c"]),
    "bytes": [b"a", b"b", b"c"],
    "nones": [None, None, None],
    "number": 3,
    "set_of_one": {"a"},
    "empty_strings": ["", "b", "c"],
}

N_CLASSES = {
    "none": None,
    "zero": 0,
    "one": 1,
    "two": 2,
    "four": 4,
    "negative": -3,
    "string": "3",
    "float": 2.5,
    "whole_float": 3.0,
    "true": True,
    "numpy": np.int64(3),
}

DIMENSIONS = {
    "zero": 0,
    "negative": -1,
    "none": None,
    "string": "1",
    "float": 1.5,
    "three": 3,
    "numpy": np.int32(1),
}

NAMES = {
    "empty": "",
    "slash": "a/b",
    "space": "a b",
    "number": 3,
    "dash": "a-b",
    "unicode": "caf\u00e9",
    "underscore": "_a",
    "dot": "a.b",
}


def _create(make, width, labels, mode="eval", brief=True):
    def build(made, inputs):
        del inputs
        size = width if width is not None else made.logits_dimension
        return made.create_model_fn_ops(
            features={"w": tf.constant(data.WEIGHTS)},
            mode=mode,
            labels=tf.constant(labels),
            logits=tf.ones([4, size]) * 0.25,
            train_op_fn=head.no_op_train_fn,
        )

    return Case(build, make, brief=brief)


def _from(prefix, kind, argument, values, modes=("eval",), **extra):
    """Cases of one argument of one kind of head."""
    factory, width, labels = bad.KINDS[kind]
    cases = {}
    for name, value in values.items():
        for mode in modes:
            kwargs = dict({argument: value}, **extra)
            cases["%s_%s-%s-%s" % (prefix, name, kind, mode)] = _create(
                functools.partial(factory, **kwargs), width, labels, mode
            )
    return cases


def _factories():
    cases = {}
    for kind in ("binary", "classes", "multi_label"):
        cases.update(_from("loss", kind, "loss_fn", LOSS_FNS))
        cases.update(_from("loss_weighted", kind, "loss_fn", LOSS_FNS, weight_column_name="w"))
    for kind in ("binary", "classes", "multi_label", "svm"):
        cases.update(_from("thresholds", kind, "thresholds", THRESHOLDS))
    for kind in ("binary", "classes", "multi_label"):
        cases.update(_from("class_ids", kind, "metric_class_ids", CLASS_IDS))
    cases.update(_from("keys", "binary", "label_keys", LABEL_KEYS))
    keyed = _from("keys", "classes", "label_keys", LABEL_KEYS, ("infer",))
    cases.update(keyed)
    for kind in bad.KINDS:
        cases.update(_from("head_name", kind, "head_name", NAMES, ("eval", "infer")))
    for name, n_classes in N_CLASSES.items():
        for factory in (head.multi_class_head, head.multi_label_head):
            for mode in ("eval", "infer"):
                labels = data.INDICATORS
                if factory is head.multi_class_head:
                    labels = data.column(data.BINARY)
                cases["n_classes_%s-%s-%s" % (name, factory.__name__, mode)] = _create(
                    functools.partial(factory, n_classes), None, labels, mode
                )
    for name, dimension in DIMENSIONS.items():
        for factory in (head.regression_head, head.poisson_regression_head):
            for mode in ("eval", "infer"):
                cases["dimension_%s-%s-%s" % (name, factory.__name__, mode)] = _create(
                    functools.partial(factory, label_dimension=dimension),
                    None,
                    np.ones([4, 3 if dimension == 3 else 1], np.float32),
                    mode,
                )
    links = {
        "number": 3,
        "string": "exp",
        "returns_none": lambda logits: None,
        "raises": lambda logits: {}["mine"],
        "sum": tf.reduce_sum,
        "constant": lambda logits: 1.0,
        "no_arguments": lambda: 1.0,
        "doubled": lambda logits: tf.concat([logits, logits], 1),
    }
    cases.update(_from("link", "regression", "link_fn", links, ("train", "eval", "infer")))
    return cases


CASES = {"factories": _factories()}
