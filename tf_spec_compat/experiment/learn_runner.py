"""`run` and `tune`, which run an `Experiment` (`...learn.learn_runner`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat.experiment.cluster import EVALUATOR
from tf_spec_compat.experiment.experiment import Experiment
from tf_spec_compat.training.cluster_config import TaskType
from tf_spec_compat.training.run_config import RunConfig
from tf_spec_compat.training.types import Config

__all__ = ["run", "tune"]

_SCHEDULES = {
    TaskType.MASTER: "train_and_evaluate",
    TaskType.PS: "run_std_server",
    TaskType.WORKER: "train",
    EVALUATOR: "continuous_eval",  # contrib had none for it.
}


def run(
    experiment_fn: Callable[..., Any],
    output_dir: str | None = None,
    schedule: str | None = None,
    run_config: Config = None,
    hparams: Any = None,
) -> Any:
    """Makes an `Experiment` and runs one of its methods.

    Deprecated, as in contrib; use `tf.estimator.train_and_evaluate`. Behaviour: TF 1.15.5, but for
    evaluators.

    Args:
      experiment_fn: Called with `output_dir=` or with `run_config` and `hparams`, whatever is given
        here. Returns an `Experiment`, in the second case with an estimator of that `run_config`.
      output_dir: The folder for the model.
      schedule: The name of the method. By default it follows from the estimator's `RunConfig`, and
        so from `TF_CONFIG`: `train_and_evaluate` on a single machine. In a cluster, the `master`
        does the same, a `worker` does `train`, a `ps` `run_std_server`. Unlike contrib's, an
        `evaluator` does `continuous_eval`, and the `master` of a cluster that has one `train`.
      run_config: A `RunConfig` of contrib's with a `model_dir`.
      hparams: An `HParams` for `experiment_fn`; with `run_config` only.

    Returns:
      What the method returns.

    Raises:
      ValueError: If not exactly one of `output_dir` and `run_config` is given, one of them is not
        what it should be, or there is no such method or no default one.
      TypeError: If `experiment_fn` is not callable or returns something else, or the schedule is
        not a method.
      RuntimeError: If the experiment's estimator has another `RunConfig`.

    Example:
      >>> def model_fn(features, labels, mode):
      ...     step = tf.assign_add(tf.train.get_global_step(), 1)
      ...     return features, tf.losses.mean_squared_error(labels, features), step
      >>> def input_fn():
      ...     return tf.constant([[1.0], [2.0]]), tf.constant([[2.0], [4.0]])
      >>> def experiment_fn(run_config, hparams):
      ...     estimator = learn.Estimator(model_fn, config=run_config)
      ...     return learn.Experiment(
      ...         estimator, input_fn, input_fn, train_steps=hparams.steps, eval_steps=1,
      ...         min_eval_frequency=0)
      >>> results, _ = learn.learn_runner.run(
      ...     experiment_fn, run_config=learn.RunConfig(model_dir="model"),
      ...     hparams=tf_spec_compat.contrib.training.HParams(steps=3))
      >>> print(results["loss"], results["global_step"])
      2.5 3
    """
    if output_dir is not None and run_config is not None:
        raise ValueError(
            f"Cannot provide both `output_dir` and `run_config`: give the run_config the folder "
            f"{output_dir!r} as its model_dir."
        )
    if output_dir is None and run_config is None:
        raise ValueError("Must set value for `output_dir` or `run_config`, got neither.")
    if not callable(experiment_fn):
        raise TypeError(f'Experiment builder "{experiment_fn}" is not callable.')
    if run_config is None:
        experiment = _from_output_dir(experiment_fn, output_dir, hparams)
    else:
        _check_run_config(run_config)
        if hparams is not None:
            _check_hparams(hparams)
        experiment = _from_run_config(experiment_fn, run_config, hparams)
    config = experiment.estimator.config
    return _method(experiment, schedule or _default_schedule(config))()


def tune(experiment_fn: Callable[..., Any], tuner: Any) -> None:
    """Lets a tuner run experiments: as long as `tuner.next_trial()`, `tuner.run_experiment(fn)`.

    Deprecated, as in contrib; use `tf.estimator.train_and_evaluate` for each trial. Behaviour: TF
    1.15.5.

    Args:
      experiment_fn: Called with `run_config` and `hparams`; returns an `Experiment`.
      tuner: Has the two methods. It calls `fn(run_config, hparams)`, which returns the experiment
        and raises what `run` raises, also `ValueError` without `hparams`.

    Example:
      >>> class Tuner:
      ...     steps = [5, 10]
      ...     def next_trial(self):
      ...         return bool(self.steps)
      ...     def run_experiment(self, experiment_fn):
      ...         print(f"a trial of {self.steps.pop()} steps")
      >>> learn.learn_runner.tune(experiment_fn=None, tuner=Tuner())
      a trial of 10 steps
      a trial of 5 steps
    """

    def make(run_config: Config, hparams: Any) -> Experiment:
        if hparams is None:
            raise ValueError("`hparams` cannot be `None`: a tuner sets them for each trial.")
        _check_run_config(run_config)
        _check_hparams(hparams)
        return _from_run_config(experiment_fn, run_config, hparams)

    while tuner.next_trial():
        tuner.run_experiment(make)


def _from_output_dir(experiment_fn: Any, output_dir: Any, hparams: Any) -> Experiment:
    if not output_dir:
        raise ValueError(f"Must specify an output directory, got {output_dir!r}.")
    if hparams is not None:
        raise ValueError(
            "Must set `hparams` as None for `experiment_fn` with `output_dir`, got "
            f"{hparams!r}; give a run_config in place of output_dir."
        )
    return _checked(experiment_fn(output_dir=output_dir))


def _from_run_config(experiment_fn: Any, run_config: Config, hparams: Any) -> Experiment:
    experiment = _checked(experiment_fn(run_config, hparams))
    config = experiment.estimator.config
    if not isinstance(config, RunConfig) or config.uid() != run_config.uid():
        if not isinstance(config, RunConfig):
            raise RuntimeError(
                "Pass `run_config` argument of the `experiment_fn` to the Estimator in Experiment. "
                "It is likely a different `RunConfig` is passed to `Estimator` or the `config` "
                f"constructor argument in `Estimator` is not set. Got {config!r}."
            )
        raise RuntimeError(
            "`RunConfig` instance is expected to be used by the `Estimator` inside the "
            f"`Experiment`. expected {run_config.uid()}, but got {config.uid()}; pass "
            "config=run_config to it."
        )
    return experiment


def _checked(experiment: Any) -> Experiment:
    if not isinstance(experiment, Experiment):
        raise TypeError(
            "Experiment builder did not return an Experiment instance, got "
            f"{type(experiment)} instead."
        )
    return experiment


def _check_run_config(run_config: Config) -> None:
    if not isinstance(run_config, RunConfig):
        raise ValueError(
            f"`run_config` must be `tf.contrib.learn.RunConfig` instance, got {run_config!r}."
        )
    if not run_config.model_dir:
        raise ValueError(
            "Must specify a model directory `model_dir` in `run_config`: "
            "RunConfig(model_dir=...) or run_config.replace(model_dir=...)."
        )


def _check_hparams(hparams: Any) -> None:
    # By name: programs brought a copy of the class along when TensorFlow 2 dropped it.
    if not any(kind.__name__ == "HParams" for kind in type(hparams).__mro__):
        raise ValueError(
            f"`hparams` must be `HParams` instance, got {hparams!r} of {type(hparams)}."
        )


def _method(experiment: Experiment, schedule: str) -> Callable[[], Any]:
    if not isinstance(schedule, str):
        raise TypeError(f"schedule must be the name of a method, got {schedule!r}.")
    methods = sorted(
        name
        for name in dir(type(experiment))
        if not name.startswith("_") and callable(getattr(type(experiment), name))
    )
    if not hasattr(experiment, schedule):
        problem: Exception = ValueError(
            f"Schedule references non-existent task {schedule}; this experiment has {methods}."
        )
    elif not callable(getattr(experiment, schedule)):
        problem = TypeError(
            f"Schedule references non-callable member {schedule}; this experiment has {methods}."
        )
    else:
        return getattr(experiment, schedule)
    tf1.logging.error(str(problem))
    raise problem


def _default_schedule(config: Config) -> str:
    if config is None or not config.cluster_spec or len(config.cluster_spec.jobs) < 2:
        return "train_and_evaluate"
    if not config.task_type:
        raise ValueError(
            f"Must specify a schedule: the cluster has {config.cluster_spec.jobs}, and TF_CONFIG "
            "does not say which task this is."
        )
    if config.task_type == TaskType.MASTER and EVALUATOR in config.cluster_spec.jobs:
        return "train"  # Two that export to the same folder get in each other's way.
    try:
        return _SCHEDULES[config.task_type]
    except KeyError:
        raise ValueError(
            f"No default schedule for task type: {config.task_type}; give a schedule, or have "
            f"TF_CONFIG name the task one of {sorted(_SCHEDULES)} (contrib's chief is 'master')."
        ) from None
