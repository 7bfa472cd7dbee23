"""Builds `ModelFnOps` in a graph and writes down, as JSON data, everything a user can see of them.

Runs unchanged under TF 1.15.5 (Python 3.7) and under this package.
"""

import numpy as np

from .facts import collections, plain, spec_facts, summary_values, tensor_facts, variables
from .legacy import tf
from .words import said

STEPS = 3


class Inputs(object):
    """Makes the tensors of one case, and knows what to feed for a second, different batch."""

    def __init__(self):
        self.second = {}
        self.given = []

    def watch(self, mapping):
        """Remembers what is in `mapping`, to tell later whether somebody changed it."""
        self.given.append((mapping, dict(mapping)))
        return mapping

    def touched(self):
        """Gives how many watched dicts have other keys or other objects in them than before."""
        return sum(
            1
            for now, before in self.given
            if list(now) != list(before) or any(now[k] is not before[k] for k in before)
        )

    def tensor(self, value, fed=True, batch=True):
        """Gives a tensor for `value`: an array, a dict of them, a `SparseTensorValue`, or None.

        `fed` makes it a placeholder that the second batch feeds with its rows rolled, each input by
        another distance; otherwise it is a constant. `batch` says whether the placeholder knows its
        number of rows.
        """
        if value is None or isinstance(value, (tf.Tensor, tf.SparseTensor)):
            return value
        if isinstance(value, dict):
            return self.watch({k: self.tensor(v, fed, batch) for k, v in value.items()})
        if isinstance(value, tf.SparseTensorValue):
            return tf.SparseTensor(*[tf.constant(part) for part in value])
        if not fed:
            return tf.constant(value)
        value = np.asarray(value)
        shape = value.shape if batch else (None, *value.shape[1:])
        dtype = tf.string if value.dtype.kind in "SUO" else tf.as_dtype(value.dtype)
        result = tf.placeholder_with_default(tf.constant(value, dtype=dtype), shape)
        self.second[result] = np.roll(value, 1 + len(self.second), axis=0)
        return result


class Case(object):
    """One thing to try: what to construct, what to call on it, and which specs to ask for.

    `make()` gives a head (or None), `build(made, inputs)` gives `ModelFnOps`. `spec_keys` are the
    values of `default_serving_output_alternative_key` to ask a spec for. With `assign`, each
    trainable variable is given a fixed value before anything runs (for layers whose initial weights
    are random). Without `steps`, the train op runs once and variables after it are not compared.
    `own_step` makes the global step beforehand, as an Estimator does. `brief` records neither specs
    nor variables, where another case has shown them. Without `run_metrics`, metrics are named and
    not run.
    """

    def __init__(
        self,
        build,
        make=None,
        spec_keys=(None,),
        assign=False,
        steps=True,
        own_step=True,
        brief=False,
        run_metrics=True,
    ):
        self.build = build
        self.make = make or (lambda: None)
        self.spec_keys = spec_keys
        self.assign = assign
        self.steps = steps
        self.own_step = own_step
        self.brief = brief
        self.run_metrics = run_metrics

    def facts(self):
        """Builds and runs the case."""
        return _observe(self)


def _runnable(predictions):
    return {
        str(k): v
        for k, v in (predictions.items() if isinstance(predictions, dict) else [("", predictions)])
        if isinstance(v, (tf.Tensor, tf.SparseTensor))
    }


def _observe(case):
    """Builds `case` and gives its record; `record["errors"]` maps a stage to the names of the
    classes (most derived first) of the exception it raised."""
    record = {"errors": {}}

    def attempt(stage, action):
        try:
            return action()
        except Exception as error:  # noqa: BLE001 - the type is the thing recorded
            record["errors"][stage] = said(error)
            return None

    with tf.Graph().as_default():
        tf.set_random_seed(1)
        if case.own_step:
            tf.train.create_global_step()
        inputs = Inputs()
        made = attempt("construct", case.make)
        if record["errors"]:
            return record
        if made is not None:
            record["logits_dimension"] = plain(attempt("dimension", lambda: made.logits_dimension))
        ops = attempt("create", lambda: case.build(made, inputs))
        if ops is None:
            record["touched"] = inputs.touched()
            return record
        for mapping in (ops.predictions, ops.eval_metric_ops, ops.output_alternatives):
            if isinstance(mapping, dict):
                inputs.watch(mapping)
        _describe(ops, record)
        if not case.brief:
            record["variables"] = variables()
            record["collections"] = collections()
        receiver = tf.placeholder(tf.string, [None], name="serialized")
        specs = {}
        for key in () if case.brief else case.spec_keys:
            stage = "spec(%s)" % ("" if key is None else key)
            spec = attempt(stage, lambda key=key: ops.estimator_spec(key))
            if spec is not None:
                specs[str(key)] = spec_facts(spec, ops, receiver)
        record["specs"] = specs
        record["touched"] = inputs.touched()
        try:
            _run(case, ops, inputs, record)
        except (tf.errors.OpError, TypeError, ValueError) as error:  # What a session raises.
            record["errors"]["run"] = said(error)
    return record


def _alternatives(ops):
    """Gives the output alternatives that are what they should be."""
    if not isinstance(ops.output_alternatives, dict):
        return []
    return [
        (name, value)
        for name, value in ops.output_alternatives.items()
        if isinstance(value, tuple) and len(value) == 2 and isinstance(value[1], dict)
    ]


def _describe(ops, record):
    record["type"] = type(ops).__name__
    record["mode"] = ops.mode
    record["predictions"] = (
        {k: [tensor_facts(v)] for k, v in _runnable(ops.predictions).items()}
        if ops.predictions is not None
        else None
    )
    record["loss"] = None if ops.loss is None else [tensor_facts(ops.loss)]
    record["train_op"] = ops.train_op is not None
    metrics = ops.eval_metric_ops
    record["metrics"] = (
        {str(k): [] for k in metrics} if isinstance(metrics, dict) else plain(metrics)
    )
    record["alternatives"] = (
        None
        if ops.output_alternatives is None
        else {
            str(name): [plain(problem), {str(k): [tensor_facts(v)] for k, v in tensors.items()}]
            for name, (problem, tensors) in _alternatives(ops)
        }
    )
    record["hooks"] = [
        plain(ops.training_chief_hooks),
        plain(ops.training_hooks),
        type(ops.scaffold).__name__,
    ]


def session_config():
    """No rewriting of the graph: it takes longer than running these small ones."""
    config = tf.ConfigProto(inter_op_parallelism_threads=1, intra_op_parallelism_threads=1)
    config.graph_options.rewrite_options.disable_meta_optimizer = True
    config.graph_options.optimizer_options.opt_level = -1
    return config


def _run(case, ops, inputs, record):
    assign = []
    if case.assign:
        for variable in sorted(tf.trainable_variables(), key=lambda v: v.op.name):
            size = int(np.prod(variable.shape.as_list()))
            value = (np.arange(size, dtype=np.float32) % 5 - 2) / 4
            assign.append(variable.assign(value.reshape(variable.shape.as_list())))
    merged = tf.summary.merge_all()
    predictions = _runnable(ops.predictions)
    alternatives = {name: _runnable(tensors) for name, (_, tensors) in _alternatives(ops)}
    metrics = ops.eval_metric_ops or {} if case.run_metrics else {}
    with tf.Session(config=session_config()) as session:
        session.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
        session.run(tf.tables_initializer())
        session.run(assign)
        for name, value in session.run(predictions).items():
            record["predictions"][name].append(plain(value))
        for name, values in session.run(alternatives).items():
            for key, value in values.items():
                value = plain(value)
                same = key in predictions and record["predictions"][key][1] == value
                record["alternatives"][str(name)][1][key].append("=" if same else value)
        if isinstance(ops.loss, tf.Tensor):
            record["loss"].append(plain(session.run(ops.loss)))
        if merged is not None:
            record["summaries"] = summary_values(session.run(merged))
        feeds = [{}, inputs.second] if inputs.second else [{}]
        for feed in feeds if metrics else ():
            session.run([pair[1] for pair in metrics.values()], feed)
            values = session.run({str(k): v[0] for k, v in metrics.items()}, feed)
            for name, value in values.items():
                record["metrics"][name].append(plain(value))
        if ops.train_op is not None:
            for _ in range(STEPS if case.steps else 1):
                session.run(ops.train_op)
            if case.steps and not case.brief:
                record["after"] = {v.op.name: plain(session.run(v)) for v in tf.global_variables()}
