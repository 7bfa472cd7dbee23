"""What `learn_runner` says and does beyond what contrib did; the oracle has the rest."""

import json

import pytest

from tf_spec_compat.contrib import learn
from tf_spec_compat.contrib.learn import learn_runner, learn_runner_lib
from tf_spec_compat.contrib.learn.estimators.run_config import RunConfig
from tf_spec_compat.contrib.learn.evaluable import Evaluable
from tf_spec_compat.contrib.learn.trainable import Trainable

CLUSTER = {job: ["localhost:1"] for job in ("master", "worker", "ps")}


class Estimator(Trainable, Evaluable):
    """Stands in for contrib's estimator."""

    model_dir = "model"

    def __init__(self, config):
        self.config = config

    def fit(self, **options):
        return self

    def evaluate(self, **options):
        return {}


class Experiment(learn.Experiment):
    """Says which schedule was run."""

    value = 3

    def train(self, delay_secs=None):
        return "train"

    def train_and_evaluate(self):
        return "train_and_evaluate"

    def continuous_eval(self):
        return "continuous_eval"

    def run_std_server(self):
        return "run_std_server"


def experiment_fn(run_config, hparams):
    return Experiment(Estimator(run_config), None, None)


def config():
    return RunConfig(model_dir="model")


def test_the_runner_is_at_its_places():
    """`tf.contrib.learn.learn_runner` has `run` and `tune`."""
    assert learn.learn_runner.run is learn_runner.run is learn_runner_lib.run
    assert learn.learn_runner.tune is learn_runner.tune is learn_runner_lib.tune


@pytest.mark.parametrize(
    ("task", "schedule"),
    [
        ("master", "train"),
        ("worker", "train"),
        ("ps", "run_std_server"),
        ("evaluator", "continuous_eval"),
    ],
)
def test_evaluator_evaluates(monkeypatch, task, schedule):
    """In a cluster with an evaluator, that one evaluates and exports, and the master trains."""
    cluster = {**CLUSTER, "evaluator": ["localhost:2"]}
    tf_config = {"cluster": cluster, "task": {"type": task, "index": 0}, "environment": "cloud"}
    monkeypatch.setenv("TF_CONFIG", json.dumps(tf_config))
    assert learn_runner.run(experiment_fn, run_config=config()) == schedule


def test_unknown_task_is_told_the_names(monkeypatch):
    """A task without a default schedule is told the tasks that have one."""
    tf_config = {"cluster": {"chief": ["h:1"], "ps": ["h:2"]}, "task": {"type": "chief"}}
    monkeypatch.setenv("TF_CONFIG", json.dumps(tf_config))
    with pytest.raises(ValueError, match=r"task type: chief.*chief is 'master'"):
        learn_runner.run(experiment_fn, run_config=config())


@pytest.mark.parametrize(
    ("schedule", "error"), [("nope", ValueError), ("value", TypeError), (3, TypeError)]
)
def test_wrong_schedule_lists_the_methods(schedule, error):
    """A schedule that is no method is an error that says what it must be."""
    with pytest.raises(error, match=r"'train_and_evaluate'|name of a method"):
        learn_runner.run(experiment_fn, run_config=config(), schedule=schedule)


def test_other_config_is_shown():
    """An estimator with a RunConfig of its own is an error that shows both."""
    with pytest.raises(RuntimeError, match=r"(?s)expected .*'model'.*'other'.*config=run_config"):
        learn_runner.run(
            lambda run_config, hparams: experiment_fn(RunConfig(model_dir="other"), hparams),
            run_config=config(),
        )


class HParams:
    """Hyperparameters, told by the name of the class."""


class MyHParams(HParams):
    """A subclass of them."""


def test_hyperparameters_are_told_by_their_name():
    """Any class named HParams will do, and a subclass; something else is shown."""
    for hparams in (HParams(), MyHParams()):
        learn_runner.run(experiment_fn, run_config=config(), hparams=hparams)
    with pytest.raises(ValueError, match=r"HParams.*got \{'a': 1\}"):
        learn_runner.run(experiment_fn, run_config=config(), hparams={"a": 1})


def test_tuner_runs_each_trial():
    """tune makes an experiment for each trial, with the tuner's hyperparameters."""

    class Tuner:
        left = 2
        made = []  # noqa: RUF012

        def next_trial(self):
            self.left -= 1
            return self.left >= 0

        def run_experiment(self, make):
            self.made.append(make(config(), HParams()))
            with pytest.raises(ValueError, match="`hparams` cannot be `None`"):
                make(config(), None)

    tuner = Tuner()
    learn_runner.tune(experiment_fn, tuner)
    assert [type(made) for made in tuner.made] == [Experiment, Experiment]
