"""Monitors that stop training."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from tf_spec_compat._tf import tf1
from tf_spec_compat._tf.private import tf_logging
from tf_spec_compat.training.monitors.base import BaseMonitor, EveryN, extract_output

__all__ = ["NanLoss", "NanLossDuringTrainingError", "StopAtStep"]

# In TF 1.15 contrib had a class of its own, which the errors of `Estimator.fit` were not of.
NanLossDuringTrainingError = tf1.train.NanLossDuringTrainingError


class StopAtStep(BaseMonitor):
    """Stops training after some steps, or at one.

    Deprecated, as in contrib; use `tf.compat.v1.train.StopAtStepHook`.
    """

    def __init__(self, num_steps: int | None = None, last_step: int | None = None) -> None:
        """Sets when to stop.

        Args:
          num_steps: Steps to make, counted from the first that this monitor sees.
          last_step: The global step after which to stop.

        Raises:
          ValueError: Both are given, or neither.
        """
        super().__init__()
        if num_steps is None and last_step is None:
            raise ValueError("One of num_steps or last_step must be specified, got neither.")
        if num_steps is not None and last_step is not None:
            raise ValueError(
                "Only one of num_steps or last_step can be specified, got "
                f"num_steps={num_steps} and last_step={last_step}."
            )
        self._num_steps = num_steps
        self._last_step = last_step

    @property
    def run_on_all_workers(self) -> bool:
        """Every worker stops by itself."""
        return True

    def step_begin(self, step: int) -> list[Any]:
        """Counts from the first step."""
        super().step_begin(step)
        if self._last_step is None and self._num_steps is not None:
            self._last_step = step + self._num_steps - 1
        return []

    def step_end(self, step: int, output: Mapping[Any, Any]) -> bool:
        """Says whether this was the last step."""
        super().step_end(step, output)
        return self._last_step is not None and step >= self._last_step


class NanLoss(EveryN):
    """Fails, or stops training, when the loss is not a number.

    Deprecated, as in contrib; use `tf.compat.v1.train.NanTensorHook`.
    """

    def __init__(
        self, loss_tensor: Any, every_n_steps: int = 100, fail_on_nan_loss: bool = True
    ) -> None:
        """Sets what to watch.

        Args:
          loss_tensor: The loss, a scalar tensor.
          every_n_steps: See `EveryN`.
          fail_on_nan_loss: Whether to raise `NanLossDuringTrainingError`; else training stops.
        """
        super().__init__(every_n_steps=every_n_steps)
        self._loss_tensor = loss_tensor
        self._fail_on_nan_loss = fail_on_nan_loss

    def every_n_step_begin(self, step: int) -> list[Any]:
        """Requests the loss."""
        super().every_n_step_begin(step)
        return [self._loss_tensor]

    def every_n_step_end(self, step: int, outputs: Mapping[Any, Any]) -> bool:
        """Looks at the loss.

        Raises:
          NanLossDuringTrainingError: It is not a number, and `fail_on_nan_loss`.
        """
        super().every_n_step_end(step, outputs)
        if not np.isnan(extract_output(outputs, self._loss_tensor)):
            return False
        message = "Model diverged with loss = NaN."
        if self._fail_on_nan_loss:
            tf_logging.error(message)
            raise NanLossDuringTrainingError
        tf_logging.warning(message)
        return True
