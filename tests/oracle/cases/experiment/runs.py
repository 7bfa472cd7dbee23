"""Cases of experiments that train and evaluate for real, with contrib's and the core Estimator."""

import os
import shutil
import tempfile
import time

from tests.oracle.facts import plain, signature_facts
from tests.oracle.legacy import (
    estimator,
    experiment,
    export_strategy,
    input_fn_utils,
    learn_estimator,
    model_fn,
    run_config,
    tf,
)
from tests.oracle.legacy import (
    saved_model_export_utils as export_utils,
)


def input_fn():
    """Gives the same two examples for ever."""
    return {"x": tf.constant([[1.0], [2.0]])}, tf.constant([[2.0], [4.0]])


def _tensors(features, labels, mode):
    weight = tf.get_variable("weight", [], initializer=tf.zeros_initializer())
    predictions = features["x"] * weight
    if labels is None:
        return predictions, None, None
    loss = tf.reduce_mean((predictions - labels) ** 2)
    if mode != "train":
        return predictions, loss, None
    optimizer = tf.train.GradientDescentOptimizer(0.1)
    return predictions, loss, optimizer.minimize(loss, tf.train.get_global_step())


def _core_model_fn(features, labels, mode):
    predictions, loss, train_op = _tensors(features, labels, mode)
    outputs = {"serving_default": estimator.export.PredictOutput({"y": predictions})}
    return estimator.EstimatorSpec(mode, {"y": predictions}, loss, train_op, export_outputs=outputs)


def _legacy_model_fn(features, labels, mode):
    return model_fn.ModelFnOps(mode, *_tensors(features, labels, mode))


def _core_serving():
    x = tf.placeholder(tf.float32, [None, 1], name="x")
    return estimator.export.ServingInputReceiver({"x": x}, {"x": x})


def _legacy_serving():
    x = tf.placeholder(tf.float32, [None, 1], name="x")
    return input_fn_utils.InputFnOps({"x": x}, None, {"x": x})


def _file(path):
    return path and os.path.basename(path)


class Noting(object):
    """Notes each export of an experiment."""

    def __init__(self):
        self.log = []

    def strategy(self):
        """Gives a strategy that exports nothing."""

        def export_fn(estimator, export_path, checkpoint_path=None, eval_result=None):
            self.log.append(["export", _file(checkpoint_path), plain(eval_result)])
            return "exported"

        return export_strategy.ExportStrategy("noting", export_fn)


class Run(object):
    """Makes an experiment in a folder of its own and calls `method`."""

    def __init__(
        self, kind, method, every=2, first=0, rounds=None, arguments=None, serve=False, **options
    ):
        self._kind = kind
        self._method = method
        self._every = every
        self._first = first
        self._rounds = rounds
        self._arguments = arguments or {}
        self._serve = serve
        self._options = options

    def facts(self):
        """Gives the record."""
        folder = tempfile.mkdtemp()
        sleep = time.sleep
        # Two exports in one second wait for the next one.
        time.sleep = lambda secs: sleep(secs if secs <= 1 else 0)
        try:
            return self._facts(folder)
        finally:
            time.sleep = sleep
            shutil.rmtree(folder)

    def _facts(self, folder):
        config = run_config.RunConfig(
            model_dir=folder, save_checkpoints_steps=self._every, tf_random_seed=1
        )
        core = self._kind == "core"
        if core:
            made = estimator.Estimator(_core_model_fn, config=config)
        else:
            made = learn_estimator.Estimator(_legacy_model_fn, config=config)
        if self._first:
            train = made.train if core else made.fit
            train(input_fn=input_fn, steps=self._first)
        noting = Noting()
        strategies = [noting.strategy()]
        if self._serve:
            serving = _core_serving if core else _legacy_serving
            strategies.append(export_utils.make_export_strategy(serving))
        asked = experiment.Experiment(
            made, input_fn, input_fn, eval_steps=1, export_strategies=strategies, **self._options
        )
        arguments, seen = dict(self._arguments), []
        if self._rounds:

            def predicate(eval_results, checkpoint_path):
                seen.append([plain(eval_results), _file(checkpoint_path)])
                return len(seen) <= self._rounds

            arguments["continuous_eval_predicate_fn"] = predicate
        result = getattr(asked, self._method)(**arguments)
        if isinstance(result, tuple) and result[1]:
            result = [result[0], [type(path).__name__ for path in result[1]]]
        if result is made:
            result = "the estimator"
        return {
            "result": plain(result),
            "log": noting.log,
            "seen": seen,
            "folders": sorted(
                name for name in os.listdir(folder) if os.path.isdir(os.path.join(folder, name))
            ),
            "evaluated": _evaluated(folder),
            "weight": plain(made.get_variable_value("weight"))
            if tf.train.latest_checkpoint(folder)
            else None,
            "served": _served(os.path.join(folder, "export", "Servo")),
        }


def _evaluated(folder):
    """The steps and losses in the event files of evaluations."""
    found = []
    for name in sorted(os.listdir(folder)):
        if name.startswith("eval"):
            for file in sorted(os.listdir(os.path.join(folder, name))):
                for event in tf.train.summary_iterator(os.path.join(folder, name, file)):
                    values = {v.tag: plain(v.simple_value) for v in event.summary.value}
                    if "loss" in values:
                        found.append([name, event.step, values["loss"]])
    return found


def _served(folder):
    """The signatures of the newest export, and what there is beside the exports."""
    if not os.path.isdir(folder):
        return None
    names = sorted(os.listdir(folder))
    newest = os.path.join(folder, names[-1])
    with tf.Graph().as_default(), tf.Session() as session:
        loaded = tf.saved_model.load(session, ["serve"], newest)
        signatures = {k: signature_facts(v) for k, v in loaded.signature_def.items()}
    return [all(name.isdigit() for name in names), signatures]


CASES = {}
# Both kinds where they take different ways.
_BOTH = ("train_and_evaluate", "each_checkpoint", "rounds", "continuous")
for _kind in ("core", "legacy"):
    for _name, _case in {
        "train_and_evaluate": Run(
            _kind,
            "train_and_evaluate",
            serve=True,
            train_steps=4,
            min_eval_frequency=2,
            check_interval_secs=0,
        ),
        "seldom": Run(
            _kind, "train_and_evaluate", train_steps=5, min_eval_frequency=3, check_interval_secs=0
        ),
        "not_while_training": Run(_kind, "train_and_evaluate", train_steps=4, min_eval_frequency=0),
        "each_checkpoint": Run(
            _kind, "train_and_evaluate", serve=True, train_steps=3, checkpoint_and_export=True
        ),
        "done_already": Run(_kind, "train_and_evaluate", first=4, train_steps=4),
        "done_each_checkpoint": Run(
            _kind, "train_and_evaluate", first=4, train_steps=4, checkpoint_and_export=True
        ),
        "test": Run(_kind, "test"),
        "rounds": Run(
            _kind, "continuous_train_and_eval", rounds=2, train_steps=9, train_steps_per_iteration=2
        ),
        "rounds_done": Run(
            _kind, "continuous_train_and_eval", train_steps=3, train_steps_per_iteration=2
        ),
        "continuous_done": Run(_kind, "continuous_eval", first=2, serve=True, train_steps=2),
        "continuous": Run(_kind, "continuous_eval", first=2, rounds=3, train_steps=9),
        "continuous_again": Run(
            _kind,
            "continuous_eval",
            first=2,
            rounds=2,
            arguments={"evaluate_checkpoint_only_once": False, "name": "again"},
        ),
        "continuous_nothing": Run(_kind, "continuous_eval", rounds=2),
        "on_train_data": Run(
            _kind, "continuous_eval_on_train_data", first=2, rounds=2, train_steps=9
        ),
    }.items():
        if _kind == "legacy" or _name in _BOTH:
            CASES["%s_%s" % (_name, _kind)] = _case
