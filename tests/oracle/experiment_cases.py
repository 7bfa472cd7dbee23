"""The cases of `learn.utils`, `learn.Experiment` and `learn_runner`: group -> name -> case."""

from . import experiment_calls, experiment_runs, experiment_utils

CASES = {
    "experiment_calls": experiment_calls.CASES,
    "experiment_runs": experiment_runs.CASES,
    "experiment_utils": experiment_utils.CASES,
}
