"""Cases for what `Experiment` and `learn_runner` call, with estimators that only take notes."""

import json
import os
import time

from tests.oracle.facts import plain
from tests.oracle.legacy import (
    estimator,
    evaluable,
    experiment,
    export_strategy,
    learn_runner,
    monitors,
    run_config,
    tf,
    trainable,
)

from .utils import Facts

RESULT = {"loss": 1.0, "global_step": 7}
CLUSTER = {"master": ["h:1"], "ps": ["h:2"], "worker": ["h:3", "h:4", "h:5"]}


def train_input_fn():
    """Stands in for an input_fn."""


def eval_input_fn():
    """Stands in for another one."""


def _noted(options):
    return {key: getattr(value, "__name__", None) or plain(value) for key, value in options.items()}


class Legacy(trainable.Trainable, evaluable.Evaluable):
    """Stands in for contrib's estimator."""

    model_dir = "/model"

    def __init__(self, config=None):
        self.config = config or run_config.RunConfig()
        self.log = []

    def fit(self, *args, **options):
        """Takes a note."""
        self.log.append(["fit", list(args), _noted(options)])
        return "fitted"

    def evaluate(self, *args, **options):
        """Takes a note."""
        self.log.append(["evaluate", list(args), _noted(options)])
        return RESULT


class Core(estimator.Estimator):
    """Stands in for a core estimator."""

    model_dir = "/model"
    config = None

    def __init__(self, config=None):
        self.config = config or run_config.RunConfig()
        self.log = []

    def train(self, *args, **options):
        """Takes a note."""
        self.log.append(["train", list(args), _noted(options)])
        return "trained"

    def evaluate(self, *args, **options):
        """Takes a note."""
        self.log.append(["evaluate", list(args), _noted(options)])
        return RESULT


KINDS = {"legacy": Legacy, "core": Core}


def make_config(task_type=None, index=0, environment="cloud", cluster=None, **options):
    """Makes a `RunConfig` as `TF_CONFIG` would have it."""
    tf_config = {"environment": environment, "cluster": cluster or {}}
    if task_type:
        tf_config["task"] = {"type": task_type, "index": index}
    os.environ["TF_CONFIG"] = json.dumps(tf_config)
    try:
        return run_config.RunConfig(**options)
    finally:
        del os.environ["TF_CONFIG"]


def _strategy(log, name="st"):
    def export_fn(estimator, export_path, checkpoint_path=None, eval_result=None):
        path = tf.compat.as_str(export_path)
        log.append(["export", type(export_path).__name__, path, checkpoint_path, eval_result])
        return "exported"

    return export_strategy.ExportStrategy(name, export_fn)


class Hook(tf.train.SessionRunHook):
    """A hook."""


def _everything(kind):
    options = {
        "train_steps": 10,
        "eval_steps": 4,
        "train_monitors": [Hook(), monitors.StopAtStep(3)],
        "eval_hooks": [Hook()],
        "eval_delay_secs": 11,
        "continuous_eval_throttle_secs": 12,
        "min_eval_frequency": 3,
        "local_eval_frequency": 2,
    }
    if kind == "legacy":
        options["eval_metrics"] = {"m": 3}
    else:
        options["saving_listeners"] = ["L"]
        options["train_monitors"] = [Hook()]
    return options


def _called(kind, options, method, arguments, config=None):
    """Calls a method of an experiment, without waiting, and gives the notes taken."""
    asked = KINDS[kind](config and config())
    made = experiment.Experiment(asked, train_input_fn, eval_input_fn, **options())
    made.reset_export_strategies([_strategy(asked.log), _strategy(asked.log, "other")])
    sleep, time.sleep = time.sleep, lambda secs: asked.log.append(["sleep", round(secs)])
    try:
        result = getattr(made, method)(**arguments)
    finally:
        time.sleep = sleep
    return [plain(result), asked.log]


def _constructed(kind, options):
    made = experiment.Experiment(KINDS[kind](), train_input_fn, eval_input_fn, **options())
    return [
        type(made.estimator).__name__,
        plain(made.eval_metrics),
        made.train_steps,
        made.eval_steps,
        len(made.reset_export_strategies()),
        len(made.reset_export_strategies()),
    ]


def _without(what):
    bases = {
        "nothing": (),
        "fit": (evaluable.Evaluable,),
        "evaluate": (trainable.Trainable,),
    }[what]
    members = {"model_dir": "x", "fit": None, "evaluate": None}
    experiment.Experiment(type("Lacking", bases, members)(), train_input_fn, eval_input_fn)


def _cases_of_constructors():
    strategy = _strategy([])
    cases = {"without_" + what: Facts(_without, what) for what in ("nothing", "fit", "evaluate")}
    for name, options in {
        "default": {},
        "some": {"train_steps": 3, "eval_steps": None},
        "metrics": {"eval_metrics": {"m": 1}},
        "no_metrics": {"eval_metrics": {}},
        "listeners": {"saving_listeners": [1]},
        "strategy": {"export_strategies": strategy},
        "strategies": {"export_strategies": (strategy, strategy)},
        "strategy_set": {"export_strategies": {strategy}},
        "no_strategy": {"export_strategies": ["x"]},
        "no_strategies": {"export_strategies": 3},
        "iteration_text": {"train_steps_per_iteration": "a"},
        "iteration_float": {"train_steps_per_iteration": 2.5},
        "iteration": {"train_steps_per_iteration": 2},
    }.items():
        for kind in KINDS:
            full = "construct_%s_%s" % (name, kind)
            cases[full] = Facts(_constructed, kind, lambda options=options: options)
    return cases


def _cases_of_methods():
    cases = {}
    for kind in KINDS:
        for name, options in {
            "plain": dict,
            "all": lambda kind=kind: _everything(kind),
        }.items():
            for call, (method, arguments) in {
                "train": ("train", {}),
                "train_late": ("train", {"delay_secs": 3}),
                "evaluate": ("evaluate", {}),
                "evaluate_named": ("evaluate", {"delay_secs": 2, "name": "nn"}),
                "test": ("test", {}),
                "local_run": ("local_run", {}),
                "train_and_evaluate": ("train_and_evaluate", {}),
            }.items():
                full = "call_%s_%s_%s" % (call, name, kind)
                cases[full] = Facts(_called, kind, options, method, arguments)
        for method in (
            "continuous_eval",
            "continuous_eval_on_train_data",
            "continuous_train_and_eval",
        ):
            name = "call_%s_wrong_predicate_%s" % (method, kind)
            wrong = {"continuous_eval_predicate_fn": 3}
            cases[name] = Facts(_called, kind, dict, method, wrong)
    return cases


def _cases_of_delays():
    cases = {}
    many = {"master": ["h:1"], "worker": ["h:%d" % port for port in range(2, 42)]}
    for name, (task, cluster) in {
        "alone": ((None, 0), None),
        "master": (("master", 0), CLUSTER),
        "worker_0": (("worker", 0), CLUSTER),
        "worker_1": (("worker", 1), CLUSTER),
        "worker_2": (("worker", 2), CLUSTER),
        "worker_30": (("worker", 30), many),
    }.items():

        def config(task=task, cluster=cluster):
            return make_config(task[0], task[1], "local", cluster)

        for kind in KINDS:
            cases["delay_%s_%s" % (name, kind)] = Facts(_called, kind, dict, "train", {}, config)
            cases["delay_%s_%s_given" % (name, kind)] = Facts(
                _called, kind, dict, "train", {"delay_secs": 4}, config
            )

            def by_step():
                return {"delay_workers_by_global_step": True}

            cases["delay_%s_%s_by_step" % (name, kind)] = Facts(
                _called, kind, by_step, "train", {}, config
            )
    cases["server_alone"] = Facts(_called, "legacy", dict, "run_std_server", {})
    return cases


class Noting(experiment.Experiment):
    """An experiment that notes which schedule was run."""

    value = 3

    def __init__(self, config):
        self.log = []
        super(Noting, self).__init__(Legacy(config), None, None)

    def train(self, delay_secs=None):
        """Takes a note."""
        return "train"

    def train_and_evaluate(self):
        """Takes a note."""
        return "train_and_evaluate"

    def run_std_server(self):
        """Takes a note."""
        return "run_std_server"

    def mine(self, value=1):
        """Takes a note."""
        return "mine"


try:
    from tensorflow.contrib.training import HParams
except ImportError:

    class HParams(object):
        """What this package takes for hyperparameters, by its name."""


def _scheduled(config):
    return learn_runner.run(lambda output_dir: Noting(config()), "o")


def _run(experiment_fn, arguments):
    seen = []
    result = learn_runner.run(lambda *a, **k: experiment_fn(seen, *a, **k), **arguments())
    return [result, seen]


def _by_dir(seen, output_dir):
    seen.append(output_dir)
    return Noting(run_config.RunConfig())


def _by_config(seen, run_config, hparams):
    seen.append([run_config.model_dir, type(hparams).__name__])
    return Noting(run_config)


def _by_other_config(seen, config, hparams):
    return Noting(config.replace(model_dir="elsewhere"))


def _by_close_config(seen, config, hparams):
    return Noting(config.replace(tf_random_seed=3))


def _by_core_config(seen, config, hparams):
    return Noting(estimator.RunConfig(model_dir="m"))


def _nothing(seen, *args, **kwargs):
    return 3


def _config():
    return run_config.RunConfig(model_dir="m")


class Tuner(object):
    """Runs `trials` experiments."""

    def __init__(self, trials, *arguments):
        self._trials, self._arguments = trials, arguments
        self.made = []

    def next_trial(self):
        """Says whether there is another trial."""
        self._trials -= 1
        return self._trials >= 0

    def run_experiment(self, function):
        """Makes the experiment."""
        self.made.append(type(function(*self._arguments)).__name__)


def _tuned(experiment_fn, trials, arguments):
    seen = []
    tuner = Tuner(trials, *arguments())
    result = learn_runner.tune(lambda *a, **k: experiment_fn(seen, *a, **k), tuner)
    return [result, tuner.made, seen]


def _cases_of_runner():
    cases = {}
    for name, (task, environment, cluster) in {
        "alone": (None, "local", None),
        "master": ("master", "cloud", CLUSTER),
        "worker": ("worker", "cloud", CLUSTER),
        "ps": ("ps", "cloud", CLUSTER),
        "local_worker": ("worker", "local", CLUSTER),
        "local_ps": ("ps", "local", CLUSTER),
        "chief": ("chief", "cloud", {"chief": ["h:1"], "ps": ["h:2"]}),
        "other": ("other", "cloud", {"other": ["h:1"], "ps": ["h:2"]}),
        "no_task": (None, "cloud", CLUSTER),
        "only_master": ("master", "cloud", {"master": ["h:1"]}),
        "only_worker": ("worker", "cloud", {"worker": ["h:1"]}),
        "no_cluster": ("master", "cloud", None),
    }.items():

        def config(task=task, environment=environment, cluster=cluster):
            return make_config(task, 0, environment, cluster)

        cases["schedule_of_" + name] = Facts(_scheduled, config)
    for schedule in ("train", "mine", "nope", "value", "", 3, "train_and_evaluate"):
        cases["schedule_%s" % schedule] = Facts(
            _run, _by_dir, lambda schedule=schedule: {"output_dir": "o", "schedule": schedule}
        )
    hparams = HParams()
    for name, (function, arguments) in {
        "dir": (_by_dir, lambda: {"output_dir": "o"}),
        "nothing": (_by_dir, dict),
        "empty_dir": (_by_dir, lambda: {"output_dir": ""}),
        "config": (_by_config, lambda: {"run_config": _config()}),
        "config_hparams": (
            _by_config,
            lambda: {"run_config": _config(), "hparams": hparams},
        ),
        "wrong_hparams": (_by_config, lambda: {"run_config": _config(), "hparams": {"a": 1}}),
        "both": (_by_config, lambda: {"run_config": _config(), "output_dir": "o"}),
        "no_model_dir": (_by_config, lambda: {"run_config": run_config.RunConfig()}),
        "wrong_config": (_by_config, lambda: {"run_config": 3}),
        "core_config": (
            _by_config,
            lambda: {"run_config": estimator.RunConfig(model_dir="m")},
        ),
        "dir_hparams": (_by_dir, lambda: {"output_dir": "o", "hparams": hparams}),
        "no_experiment": (_nothing, lambda: {"output_dir": "o"}),
        "config_no_experiment": (_nothing, lambda: {"run_config": _config()}),
        "other_config": (_by_other_config, lambda: {"run_config": _config()}),
        "close_config": (_by_close_config, lambda: {"run_config": _config()}),
        "experiment_core_config": (_by_core_config, lambda: {"run_config": _config()}),
        "dir_for_config": (_by_config, lambda: {"output_dir": "o"}),
        "config_for_dir": (_by_dir, lambda: {"run_config": _config()}),
    }.items():
        cases["run_" + name] = Facts(_run, function, arguments)
    cases["run_not_callable"] = Facts(lambda: learn_runner.run(3, "o"))
    for name, (function, trials, arguments) in {
        "twice": (_by_config, 2, lambda: (_config(), hparams)),
        "never": (_by_config, 0, tuple),
        "no_hparams": (_by_config, 1, lambda: (_config(), None)),
        "no_experiment": (_nothing, 1, lambda: (_config(), hparams)),
        "other_config": (_by_other_config, 1, lambda: (_config(), hparams)),
    }.items():
        cases["tune_" + name] = Facts(_tuned, function, trials, arguments)
    return cases


CASES = {}
for _part in (_cases_of_constructors, _cases_of_methods, _cases_of_delays, _cases_of_runner):
    CASES.update(_part())
