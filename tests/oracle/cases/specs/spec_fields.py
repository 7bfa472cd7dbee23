"""What the constructors of the two real specs take and refuse; runs under TF 1.15.5 too.

Every argument is given each value it may and may not have, in every mode; a case tells the fields
that come of it, or what was raised.
"""

import functools
import inspect

import tensorflow as tf

from tests.oracle.legacy import estimator
from tests.oracle.legacy import tf as tf1
from tests.oracle.words import said

if tf1 is tf:
    to_estimator_spec = estimator.tpu.TPUEstimatorSpec.as_estimator_spec
else:
    from tf_spec_compat import to_estimator_spec

EstimatorSpec, TPUEstimatorSpec = estimator.EstimatorSpec, estimator.tpu.TPUEstimatorSpec
export = estimator.export

MODES = ("train", "eval", "infer", "bogus")


class Hook(tf1.train.SessionRunHook):
    pass


class Other:
    def __repr__(self):
        return "other"


def vector():
    return tf1.constant([1.0, 2.0])


def scalar():
    return tf1.constant(1.0)


def foreign():
    with tf.Graph().as_default():
        return tf1.constant(1.0)


def metric():
    return tf1.metrics.mean(vector())


def predict():
    return export.PredictOutput({"x": vector()})


def metric_fn(x):
    return {"mean": tf1.metrics.mean(x)}


def host_fn(x):
    return [tf1.reduce_sum(x)]


def one_hook():
    return {"list": [Hook()], "tuple": (Hook(),), "set": {Hook()}, "empty": [],
            "two": [Hook(), Hook()], "hook": Hook(), "number": 3, "numbers": [3]}  # fmt: skip


def pairs(function):
    return {
        "list": (function, [vector()]),
        "tuple": (function, (vector(),)),
        "dict": (function, {"x": vector()}),
        "as_list": [function, [vector()]],
        "number": 3,
        "one": (function,),
        "three": (function, [vector()], 3),
        "no_function": (3, [vector()]),
        "no_list": (function, vector()),
        "too_many": (function, [vector(), vector()]),
        "too_few": (function, []),
        "other_name": (function, {"y": vector()}),
    }


# argument -> a function that returns {name of the value: the value}
COMMON = {
    "mode": lambda: {"none": None, "number": 3, "predict": "predict"},
    "predictions": lambda: {
        "tensor": vector(),
        "dict": {"a": vector(), "b": scalar()},
        "empty": {},
        "text": "x",
        "dict_of_text": {"a": "x"},
        "list": [vector()],
        "foreign": {"a": foreign()},
    },
    "loss": lambda: {
        "one": tf1.constant([1.0]),
        "many": vector(),
        "matrix": tf1.constant([[1.0]]),
        "number": 1.0,
        "op": tf1.no_op(),
        "foreign": foreign(),
        "unknown": tf1.placeholder(tf1.float32),
    },
    "train_op": lambda: {
        "op": tf1.no_op(),
        "tensor": scalar(),
        "group": tf1.group(tf1.no_op()),
        "number": 3,
        "list": [tf1.no_op()],
        "function": host_fn,
        "foreign": foreign(),
    },
    "export_outputs": lambda: {
        "one": {"a": predict()},
        "default": {"serving_default": predict()},
        "two": {"a": predict(), "b": predict()},
        "two_and_default": {"a": predict(), "serving_default": predict()},
        "regression": {"a": export.RegressionOutput(vector())},
        "classification": {"a": export.ClassificationOutput(scores=vector())},
        "empty": {},
        "number": 3,
        "tensors": {"a": vector()},
    },
    "training_hooks": one_hook,
    "evaluation_hooks": one_hook,
    "prediction_hooks": one_hook,
}
ARGUMENTS = {
    "EstimatorSpec": {
        **COMMON,
        "eval_metric_ops": lambda: {
            "pair": {"a": metric()},
            "two": {"a": metric(), "b": metric()},
            "empty": {},
            "number": 3,
            "list": [metric()],
            "value_only": {"a": scalar()},
            "three": {"a": (*metric(), scalar())},
            "numbers": {"a": (1, 2)},
            "op_as_update": {"a": (scalar(), tf1.no_op())},
            "op_as_value": {"a": (tf1.no_op(), scalar())},
            "foreign": {"a": (foreign(), foreign())},
            "other": {"a": Other()},
        },
        "training_chief_hooks": one_hook,
        "scaffold": lambda: {"scaffold": tf1.train.Scaffold(), "number": 3, "class": Other},
    },
    "TPUEstimatorSpec": {
        **COMMON,
        "eval_metrics": lambda: pairs(metric_fn),
        "host_call": lambda: pairs(host_fn),
        "scaffold_fn": lambda: {
            "function": tf1.train.Scaffold,
            "of_none": lambda: None,
            "of_number": lambda: 3,
            "number": 3,
            "with_argument": lambda x: tf1.train.Scaffold(),
        },
    },
}
CLASSES = {"EstimatorSpec": EstimatorSpec, "TPUEstimatorSpec": TPUEstimatorSpec}


def told(value):
    """What a field holds, in words that are the same in every TensorFlow."""
    if isinstance(value, dict):
        return {key: told(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [told(item) for item in value]
    if isinstance(value, (str, type(None))):
        return value
    if isinstance(value, tf.Tensor):
        return f"Tensor {value.shape}"
    if isinstance(value, tf1.train.SessionRunHook):
        return "Hook" if isinstance(value, Hook) else "host call"
    return getattr(value, "__name__", type(value).__name__)


# What most of them have is not told.
USUAL = {
    "mode": "infer",
    "predictions": {"p": "Tensor (2,)"},
    "loss": "Tensor ()",
    "train_op": "Operation",
    "eval_metric_ops": {},
    "scaffold": "Scaffold",
    "training_chief_hooks": [],
    "training_hooks": [],
    "evaluation_hooks": [],
    "prediction_hooks": [],
}


def fields_of(spec):
    fields = {name: told(value) for name, value in zip(spec._fields, spec)}
    return {name: value for name, value in fields.items() if value != USUAL.get(name)}


def outcome(make):
    """The fields of what is made, or the type of what is raised."""
    try:
        return fields_of(make())
    except (TypeError, ValueError, RuntimeError, AttributeError) as error:
        return {"raised": said(error)}


def base(mode):
    return {
        "mode": mode,
        "predictions": {"p": vector()},
        "loss": scalar(),
        "train_op": tf1.no_op(),
    }


def names():
    for kind, arguments in sorted(ARGUMENTS.items()):
        for mode in MODES:
            for argument in ("", *sorted(arguments)):
                yield f"{kind}-{mode}-{argument}"


def run(name, convert):
    """The outcomes of one case: of the constructor, and for a TPU of `convert`."""
    kind, mode, argument = name.split("-")
    outcomes = {}
    with tf.Graph().as_default():
        if argument:
            values = {k: {argument: v} for k, v in ARGUMENTS[kind][argument]().items()}
        else:
            values = {"nothing": {}}
        needed = ("predictions", "loss", "train_op")
        for missing in needed if argument in needed or not argument else ():
            values["without_" + missing] = {missing: None}
        for key, given in sorted(values.items()):
            make = functools.partial(CLASSES[kind], **dict(base(mode), **given))
            outcomes[key] = outcome(make)
            if kind == "TPUEstimatorSpec" and "raised" not in outcomes[key]:
                outcomes[key + " converted"] = outcome(functools.partial(after, convert, make))
    return outcomes


def after(convert, make):
    return convert(make())


def signatures():
    """The arguments of the constructors, in their order, and their defaults."""
    return {
        kind: [[p.name, None if p.default is p.empty else repr(p.default)]
               for p in inspect.signature(each.__new__).parameters.values()]
        for kind, each in sorted(CLASSES.items())
    }  # fmt: skip


def cases():
    """The constructors' arguments, and what each value leads to."""
    yield "signatures", signatures
    for name in names():
        yield name, lambda name=name: run(name, to_estimator_spec)
