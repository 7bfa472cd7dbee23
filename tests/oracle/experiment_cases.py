"""The cases of `learn.utils`, `learn.Experiment` and `learn_runner`: group -> name -> case."""

from . import experiment_utils

CASES = {"experiment_utils": experiment_utils.CASES}
