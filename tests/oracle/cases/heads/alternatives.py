"""`ModelFnOps` with output alternatives of all kinds, and the export outputs that each gives."""

import numpy as np

from tests.oracle.legacy import constants, prediction_key, tf

from .ops import MODES, PREDICTIONS, elsewhere, ops

TYPES = constants.ProblemType
KEYS = prediction_key.PredictionKey


def _scores():
    return {KEYS.SCORES: tf.constant([1.0, 2.0])}


def _strings():
    return tf.constant([["a", "b"], ["a", "b"]])


def _probabilities():
    return tf.constant([[0.25, 0.75], [0.5, 0.5]])


TENSORS = {
    "empty": dict,
    "none": lambda: None,
    "tensor": lambda: tf.constant([1.0]),
    "list": lambda: [tf.constant([1.0])],
    "scores": _scores,
    "scores_int": lambda: {KEYS.SCORES: tf.constant([1, 2])},
    "scores_numpy": lambda: {KEYS.SCORES: np.array([1.0], np.float32)},
    "scores_none": lambda: {KEYS.SCORES: None},
    "scores_matrix": lambda: {KEYS.SCORES: _probabilities()},
    "scores_more": lambda: {KEYS.SCORES: tf.constant([1.0]), "more": tf.constant([2.0])},
    "probabilities": lambda: {KEYS.PROBABILITIES: _probabilities()},
    "classes": lambda: {KEYS.CLASSES: _strings()},
    "classes_int": lambda: {KEYS.CLASSES: tf.constant([1, 2])},
    "classes_float": lambda: {KEYS.CLASSES: tf.constant([1.0, 2.0])},
    "both": lambda: {KEYS.CLASSES: _strings(), KEYS.PROBABILITIES: _probabilities()},
    "both_int": lambda: {KEYS.CLASSES: tf.constant([1, 2]), KEYS.PROBABILITIES: _probabilities()},
    "classes_scores": lambda: {KEYS.CLASSES: _strings(), KEYS.SCORES: _probabilities()},
    "all": lambda: {
        KEYS.CLASSES: _strings(),
        KEYS.PROBABILITIES: _probabilities(),
        KEYS.SCORES: tf.constant([[1.0, 2.0], [3.0, 4.0]]),
        KEYS.LOGITS: tf.constant([[1.0], [2.0]]),
    },
    "probabilities_int": lambda: {KEYS.PROBABILITIES: tf.constant([[1, 2]])},
    "logits": lambda: {KEYS.LOGITS: tf.constant([[1.0], [2.0]])},
    "other": lambda: {"mine": tf.constant([[1.0], [2.0]])},
    "two_others": lambda: {"mine": tf.constant([1.0]), "yours": tf.constant(["a"])},
    "other_string": lambda: {"mine": tf.constant(["a"])},
    "number_key": lambda: {3: tf.constant([1.0])},
    "sparse": lambda: {KEYS.SCORES: tf.SparseTensor([[0]], [1.0], [1])},
}

PROBLEMS = {
    "unspecified": TYPES.UNSPECIFIED,
    "classification": TYPES.CLASSIFICATION,
    "linear": TYPES.LINEAR_REGRESSION,
    "logistic": TYPES.LOGISTIC_REGRESSION,
    "nine": 9,
    "negative": -1,
    "none": None,
    "string": "classification",
}


def _head():
    return (TYPES.LINEAR_REGRESSION, _scores())


def _classes():
    return (TYPES.CLASSIFICATION, TENSORS["both"]())


ALTERNATIVES = {
    "none": (lambda: None, (None, "x")),
    "empty": (dict, (None, "x")),
    "two": (lambda: {"a": _head(), "b": _classes()}, (None, "a", "b", "c", "")),
    "three": (
        lambda: {"a": _head(), "b": _classes(), "c": (0, {"mine": tf.constant([1.0])})},
        (None, "a", "c"),
    ),
    "one": (lambda: {"a": _head()}, (None, "a", "b", 3)),
    "none_key": (lambda: {None: _head()}, (None, "a")),
    "none_and_other": (lambda: {None: _head(), "b": _classes()}, (None, "b")),
    "number_key": (lambda: {3: _head()}, (None, 3)),
    "empty_key": (lambda: {"": _head()}, (None, "")),
    "serving_default": (lambda: {"serving_default": _head()}, (None, "serving_default", "a")),
    "serving_default_and_other": (
        lambda: {"serving_default": _head(), "a": _classes()},
        (None, "serving_default", "a"),
    ),
    "predict": (lambda: {"predict": _head()}, (None,)),
    "list": (lambda: [("a", _head())], (None,)),
    "tuple": (_head, (None,)),
    "string": (lambda: "a", (None,)),
    "number": (lambda: 3, (None,)),
    "value_none": (lambda: {"a": None}, (None,)),
    "value_tensor": (lambda: {"a": tf.constant([1.0])}, (None,)),
    "value_dict": (lambda: {"a": _scores()}, (None,)),
    "value_list": (lambda: {"a": list(_head())}, (None,)),
    "value_one": (lambda: {"a": (TYPES.LINEAR_REGRESSION,)}, (None,)),
    "value_three": (lambda: {"a": (*_head(), 3)}, (None,)),
    "value_swapped": (lambda: {"a": _head()[::-1]}, (None,)),
    "one_bad_of_two": (lambda: {"a": _head(), "b": (9, _scores())}, ("a",)),
    "other_graph": (lambda: {"a": elsewhere(_head)}, (None,)),
}


def _alternatives():
    cases = {}
    for problem_name, problem in PROBLEMS.items():
        for name, tensors in TENSORS.items():
            if problem not in range(4) and name not in ("empty", "scores", "both", "other"):
                continue
            for mode in ("infer", "train") if name in ("scores", "both", "empty") else ("infer",):
                cases["tensors_%s_%s-%s" % (problem_name, name, mode)] = ops(
                    mode,
                    output_alternatives=lambda problem=problem, tensors=tensors: {
                        "a": (problem, tensors())
                    },
                )
    for name, (alternatives, spec_keys) in ALTERNATIVES.items():
        for mode in MODES:
            cases["alternatives_%s-%s" % (name, mode)] = ops(
                mode, spec_keys=spec_keys, output_alternatives=alternatives
            )
            if mode == "infer" and name in ("none", "empty", "one", "two"):
                for predictions in ("tensor", "empty", "sparse", "dict_numpy", "dict_tuple_keys"):
                    cases["alternatives_%s_%s-%s" % (name, predictions, mode)] = ops(
                        mode,
                        spec_keys=spec_keys,
                        output_alternatives=alternatives,
                        predictions=PREDICTIONS[predictions],
                    )
    return cases


CASES = {"alternatives": _alternatives()}
