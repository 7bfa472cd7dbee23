"""`Evaluable`: what can be evaluated."""

from __future__ import annotations

import abc
from typing import Any

from tf_spec_compat.training.types import Arrays, EvalMetrics, FeedFn, InputFn, Monitors

__all__ = ["Evaluable"]


class Evaluable(abc.ABC):
    """Something with an `evaluate` and a `model_dir`, as `Experiment` wants it.

    Deprecated, as in contrib; use `tf.estimator.Estimator`.
    """

    @property
    @abc.abstractmethod
    def model_dir(self) -> str | None:
        """The folder with the model's checkpoints."""

    @abc.abstractmethod
    def evaluate(
        self,
        x: Arrays = None,
        y: Arrays = None,
        input_fn: InputFn | None = None,
        feed_fn: FeedFn | None = None,
        batch_size: int | None = None,
        steps: int | None = None,
        metrics: EvalMetrics | None = None,
        name: str | None = None,
        checkpoint_path: str | None = None,
        hooks: Monitors | None = None,
    ) -> Any:
        """Evaluates a model.

        Args:
          x: Features, as arrays or an iterator of them; not together with `input_fn`.
          y: Labels, likewise.
          input_fn: Returns features and labels as tensors.
          feed_fn: Returns the `feed_dict` of a step. Not together with `x`.
          batch_size: How many examples of `x` and `y` make a step. Not together with `input_fn`.
          steps: How many batches to evaluate; None means all there are.
          metrics: Metric name -> `MetricSpec`.
          name: Keeps this evaluation apart from others, in a folder of its own.
          checkpoint_path: The checkpoint to evaluate; None means the latest.
          hooks: `SessionRunHook`s.

        Returns:
          Metric name -> value.
        """
