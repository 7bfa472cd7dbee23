"""`ModelFnOps` built by hand, each field good and bad, and the `EstimatorSpec` that each gives."""

import numpy as np

from tests.oracle.harness import Case
from tests.oracle.legacy import model_fn, tf

ModelFnOps = model_fn.ModelFnOps
MODES = ("train", "eval", "infer")


def ops(mode, run_metrics=False, spec_keys=(None,), **changes):
    """A case of `ModelFnOps` whose arguments are good but for `changes`: name -> function."""

    def build(made, inputs):
        del made
        arguments = {
            "predictions": {"scores": tf.constant([1.0, 2.0])},
            "loss": tf.constant(0.5),
            "train_op": tf.no_op(),
            "eval_metric_ops": {"mean": (tf.constant(1.0), tf.no_op())},
        }
        arguments.update({k: v() for k, v in changes.items()})
        for value in arguments.values():
            if isinstance(value, dict):
                inputs.watch(value)
        return ModelFnOps(mode=mode, **arguments)

    return Case(build, spec_keys=spec_keys, run_metrics=run_metrics, own_step=False)


def elsewhere(build):
    """What `build` makes, in a graph of its own."""
    with tf.Graph().as_default():
        return build()


class _Hook(tf.train.SessionRunHook):
    pass


class _LooksLikeHook(object):
    def begin(self):
        pass


PREDICTIONS = {
    "none": lambda: None,
    "tensor": lambda: tf.constant([1.0, 2.0]),
    "numpy": lambda: np.array([1.0, 2.0], np.float32),
    "list": lambda: [1.0, 2.0],
    "number": lambda: 3,
    "string": lambda: "a",
    "sparse": lambda: tf.SparseTensor([[0]], [1.0], [1]),
    "empty": dict,
    "dict_numpy": lambda: {"a": np.array([1.0], np.float32), "b": 2},
    "dict_sparse": lambda: {"a": tf.SparseTensor([[0]], [1.0], [1])},
    "dict_tuple_keys": lambda: {("h", "a"): tf.constant(1.0)},
    "dict_none": lambda: {"a": None},
    "dict_object": lambda: {"a": object()},
    "dict_op": lambda: {"a": tf.no_op()},
    "dict_nested": lambda: {"a": {"b": tf.constant(1.0)}},
    "object": object,
    "op": tf.no_op,
    "tuple_of_tensors": lambda: (tf.constant(1.0), tf.constant(2.0)),
    "other_graph": lambda: elsewhere(lambda: tf.constant(1.0)),
    "dict_other_graph": lambda: {"a": elsewhere(lambda: tf.constant(1.0))},
    "dict_two_graphs": lambda: {"a": tf.constant(1.0), "b": elsewhere(lambda: tf.constant(1.0))},
}

LOSSES = {
    "none": lambda: None,
    "one": lambda: tf.constant([0.5]),
    "one_one": lambda: tf.constant([[0.5]]),
    "vector": lambda: tf.constant([0.5, 1.0]),
    "empty": lambda: tf.constant([], tf.float32),
    "matrix": lambda: tf.ones([2, 2]),
    "unknown": lambda: tf.placeholder_with_default(0.5, None),
    "unknown_vector": lambda: tf.placeholder_with_default([0.5], [None]),
    "float": lambda: 0.5,
    "int": lambda: 3,
    "int_tensor": lambda: tf.constant(3),
    "numpy": lambda: np.float32(0.5),
    "numpy_vector": lambda: np.ones([3], np.float32),
    "string": lambda: "a",
    "dict": lambda: {"a": tf.constant(1.0)},
    "list": lambda: [tf.constant(1.0)],
    "op": tf.no_op,
    "sparse": lambda: tf.SparseTensor([[0]], [1.0], [1]),
    "variable": lambda: tf.get_variable("v", initializer=0.5),
    "other_graph": lambda: elsewhere(lambda: tf.constant(1.0)),
    "object": object,
}

TRAIN_OPS = {
    "none": lambda: None,
    "tensor": lambda: tf.constant(1.0),
    "group": lambda: tf.group(tf.no_op(), tf.constant(1.0)),
    "list": lambda: [tf.no_op()],
    "list_of_tensors": lambda: [tf.constant(1.0), tf.constant(2.0)],
    "number": lambda: 3,
    "string": lambda: "train",
    "variable": lambda: tf.get_variable("v", initializer=0.5),
    "assign": lambda: tf.get_variable("v", initializer=0.5, use_resource=False).assign_add(1.0),
    "function": lambda: tf.no_op,
    "object": object,
    "dict": dict,
    "other_graph": lambda: elsewhere(tf.no_op),
}

METRICS = {
    "none": lambda: None,
    "empty": dict,
    "mean": lambda: {"m": tf.metrics.mean([1.0, 2.0])},
    "loss_key": lambda: {"loss": tf.metrics.mean([1.0]), "loss/x": tf.metrics.mean([2.0])},
    "list": lambda: [tf.metrics.mean([1.0])],
    "tuple": lambda: tf.metrics.mean([1.0]),
    "tensor": lambda: {"m": tf.constant(1.0)},
    "triple": lambda: {"m": (tf.constant(1.0), tf.no_op(), tf.no_op())},
    "pair_in_list": lambda: {"m": list(tf.metrics.mean([1.0]))},
    "value_none": lambda: {"m": None},
    "pair_of_none": lambda: {"m": (None, None)},
    "pair_of_numbers": lambda: {"m": (1.0, 2.0)},
    "pair_of_strings": lambda: {"m": ("a", "b")},
    "update_none": lambda: {"m": (tf.constant(1.0), None)},
    "string": lambda: "accuracy",
    "number_key": lambda: {3: tf.metrics.mean([1.0])},
    "other_graph": lambda: {"m": elsewhere(lambda: (tf.constant(1.0), tf.no_op()))},
}

HOOKS = {
    "none": lambda: None,
    "empty": list,
    "list": lambda: [_Hook()],
    "tuple": lambda: (_Hook(), tf.train.StopAtStepHook(3)),
    "one": _Hook,
    "class": lambda: [_Hook],
    "other": lambda: [object()],
    "looks_like": lambda: [_LooksLikeHook()],
    "half": lambda: [_Hook(), 3],
    "none_inside": lambda: [None],
    "string": lambda: "hooks",
    "number": lambda: 3,
    "dict": lambda: {"a": _Hook()},
    "generator": lambda: (hook for hook in [_Hook()]),
    "false": lambda: False,
    "zero": lambda: 0,
}

SCAFFOLDS = {
    "scaffold": tf.train.Scaffold,
    "string": lambda: "a",
    "number": lambda: 3,
    "object": object,
}


def _fields():
    cases = {}
    for mode in MODES:
        rows = (
            ("predictions", PREDICTIONS),
            ("loss", LOSSES),
            ("train_op", TRAIN_OPS),
            ("eval_metric_ops", METRICS),
            ("training_hooks", HOOKS),
            ("training_chief_hooks", HOOKS),
            ("scaffold", SCAFFOLDS),
        )
        for field, values in rows:
            for name, value in values.items():
                good = field == "eval_metric_ops" and name in ("mean", "loss_key", "pair_in_list")
                case = ops(mode, good, **{field: value})
                cases["%s_%s-%s" % (field, name, mode)] = case
        nothing = {k: lambda: None for k in ("predictions", "loss", "train_op", "eval_metric_ops")}
        cases["nothing-" + mode] = ops(mode, **nothing)
        cases["both_hooks-" + mode] = ops(
            mode, training_hooks=lambda: [_Hook()], training_chief_hooks=lambda: [_Hook(), _Hook()]
        )
        cases["hooks_list_and_tuple-" + mode] = ops(
            mode, training_hooks=lambda: [_Hook()], training_chief_hooks=lambda: (_Hook(),)
        )
    for name, mode in {
        "bogus": "bogus",
        "none": None,
        "number": 3,
        "upper": "TRAIN",
        "predict": "predict",
        "empty": "",
        "bytes": b"train",
    }.items():
        cases["mode_" + name] = ops(mode)
    for name, make in {
        "fields": lambda: ModelFnOps._fields,
        "positional": lambda: ModelFnOps(
            "train", {"a": tf.constant(1.0)}, tf.constant(2.0), tf.no_op(), {}, None, None, None
        ),
        "replace": lambda: ModelFnOps("infer", tf.constant(1.0))._replace(mode="bogus"),
        "no_mode": ModelFnOps,
        "unknown_argument": lambda: ModelFnOps("infer", tf.constant(1.0), other=1),
    }.items():
        cases["tuple_" + name] = _Facts(make)
    return cases


class _Facts(object):
    """A case that records what a function gives."""

    def __init__(self, make):
        self._make = make

    def facts(self):
        with tf.Graph().as_default():
            value = self._make()
            return {"value": [_kind(v) for v in value]}


def _kind(value):
    """A name that does not depend on the line of TensorFlow."""
    if isinstance(value, tf.Tensor):
        return "Tensor"
    return value if isinstance(value, str) else type(value).__name__


CASES = {"ops": _fields()}
