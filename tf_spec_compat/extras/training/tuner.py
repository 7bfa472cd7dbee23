"""`tensorflow.contrib.training.python.training.tuner`: what `learn_runner.tune` asks of a tuner."""

from __future__ import annotations

import abc
from typing import Any

__all__ = ["Tuner"]


class Tuner(abc.ABC):
    """Runs experiments with hyperparameters of its own choice; derive from it."""

    @abc.abstractmethod
    def next_trial(self) -> bool:
        """Begins the next trial; returns whether there is one."""

    @abc.abstractmethod
    def run_experiment(self, experiment_fn: Any) -> Any:
        """Runs one experiment.

        Args:
          experiment_fn: Called with a run config and the trial's `HParams`; returns an
            `Experiment`.
        """
