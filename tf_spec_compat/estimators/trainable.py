"""`Trainable`: what can be fitted."""

from __future__ import annotations

import abc
from typing import Any

from tf_spec_compat.training.types import Arrays, InputFn, Monitors

__all__ = ["Trainable"]


class Trainable(abc.ABC):
    """Something with a `fit`, as `Experiment` wants it.

    Deprecated, as in contrib; use `tf.estimator.Estimator`.
    """

    @abc.abstractmethod
    def fit(
        self,
        x: Arrays = None,
        y: Arrays = None,
        input_fn: InputFn | None = None,
        steps: int | None = None,
        batch_size: int | None = None,
        monitors: Monitors | None = None,
        max_steps: int | None = None,
    ) -> Any:
        """Trains a model.

        Args:
          x: Features, as arrays or an iterator of them; not together with `input_fn`.
          y: Labels, likewise.
          input_fn: Returns features and labels as tensors.
          steps: How many steps to train, from where the model stands. None trains for as long as
            there is input.
          batch_size: How many examples of `x` and `y` make a step. Not together with `input_fn`.
          monitors: Monitors and `SessionRunHook`s.
          max_steps: The global step at which to stop, whatever the model's is before. Not together
            with `steps`.

        Returns:
          self.
        """
