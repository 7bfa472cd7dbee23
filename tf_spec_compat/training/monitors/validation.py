"""Evaluation during training, and early stopping."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tf_spec_compat._tf import estimator as core
from tf_spec_compat._tf.private import checkpoint_management, tf_logging
from tf_spec_compat.training.monitors.base import EveryN
from tf_spec_compat.training.types import Arrays

__all__ = ["ValidationMonitor"]


class ValidationMonitor(EveryN):
    """Evaluates the latest checkpoint every so many steps; stops when it gets no better.

    Deprecated, as in contrib; use `tf.estimator.train_and_evaluate`, and to stop early
    `tf.estimator.experimental.stop_if_no_decrease_hook`.

    Works on checkpoints: where they come less often than `every_n_steps`, so do evaluations. Takes
    contrib's estimators, and `tf.estimator.Estimator` with an `input_fn`.

    Example:
      >>> x, y = np.float32([[-1], [1]]), np.float32([-2, 2])
      >>> monitor = learn.monitors.ValidationMonitor(x, y, every_n_steps=10, eval_steps=1)
      >>> estimator = learn.LinearRegressor(
      ...     learn.infer_real_valued_columns_from_input(x),
      ...     config=learn.RunConfig(save_checkpoints_steps=10))
      >>> estimator = estimator.fit(x, y, steps=30, monitors=[monitor])
      >>> monitor.early_stopped
      False
    """

    def __init__(
        self,
        x: Arrays = None,
        y: Arrays = None,
        input_fn: Callable[..., Any] | None = None,
        batch_size: int | None = None,
        eval_steps: int | None = None,
        every_n_steps: int = 100,
        metrics: Mapping[Any, Any] | None = None,
        hooks: Sequence[Any] | None = None,
        early_stopping_rounds: int | None = None,
        early_stopping_metric: str = "loss",
        early_stopping_metric_minimize: bool = True,
        name: str | None = None,
        check_interval_secs: float | None = 5,
    ) -> None:
        """Sets what to evaluate on, when, and when to stop.

        Args:
          x: For `evaluate`.
          y: For `evaluate`.
          input_fn: For `evaluate`, in place of `x` and `y`.
          batch_size: For `evaluate`.
          eval_steps: Steps of an evaluation, `evaluate`'s `steps`.
          every_n_steps: See `EveryN`.
          metrics: For `evaluate`.
          hooks: For `evaluate`.
          early_stopping_rounds: Training stops when the metric was best this many steps ago (steps,
            not evaluations); None never stops it.
          early_stopping_metric: The key of the metric among what `evaluate` returns.
          early_stopping_metric_minimize: Whether less is better.
          name: For `evaluate`.
          check_interval_secs: Does not look for a checkpoint more often; None looks every time.

        Raises:
          ValueError: Neither `x` nor `input_fn` is given.
        """
        super().__init__(every_n_steps=every_n_steps, first_n_steps=-1)
        if x is None and input_fn is None:
            raise ValueError("Either x or input_fn should be provided, got neither.")
        self.x = x
        self.y = y
        self.input_fn = input_fn
        self.batch_size = batch_size
        self.eval_steps = eval_steps
        self.metrics = metrics
        self.hooks = hooks
        self.early_stopping_rounds = early_stopping_rounds
        self.early_stopping_metric = early_stopping_metric
        self.early_stopping_metric_minimize = early_stopping_metric_minimize
        self.name = name
        self._best_value_step: int | None = None
        self._best_value: Any = None
        self._best_metrics: dict[str, Any] | None = None
        self._early_stopped = False
        self._latest_path: str | None = None
        self._latest_path_step: int | None = None
        self._last_checkpoint_check_time: float | None = None
        self._check_interval_secs = check_interval_secs

    @property
    def early_stopped(self) -> bool:
        """Whether it has stopped training."""
        return self._early_stopped

    @property
    def best_step(self) -> int | None:
        """The step whose evaluation was best; with `early_stopping_rounds` only."""
        return self._best_value_step

    @property
    def best_value(self) -> Any:
        """The best value of the metric; with `early_stopping_rounds` only."""
        return self._best_value

    @property
    def best_metrics(self) -> dict[str, Any] | None:
        """All metrics of that evaluation."""
        return self._best_metrics

    def every_n_step_end(self, step: int, outputs: Mapping[Any, Any]) -> bool:
        """Evaluates if there is a new checkpoint; says whether to stop.

        Raises:
          ValueError: There is no estimator, it does not take what this monitor was given, or its
            results do not have the metric.
        """
        super().every_n_step_end(step, outputs)
        if self._estimator is None:
            raise ValueError(
                "Missing call to set_estimator: ValidationMonitor evaluates an estimator; pass it "
                "to Estimator.fit(monitors=[...])."
            )
        now = time.time()
        if (
            self._check_interval_secs is not None
            and self._last_checkpoint_check_time is not None
            and now - self._last_checkpoint_check_time <= self._check_interval_secs
        ):
            tf_logging.debug(
                "Skipping evaluation at step %d: the last check for a checkpoint was less than "
                "%s s ago.",
                step,
                self._check_interval_secs,
            )
            return False
        self._last_checkpoint_check_time = now
        if not self._has_new_checkpoint(step):
            return False
        results = self._evaluate()
        listed = ", ".join(f"{key} = {value!s}" for key, value in results.items())
        tf_logging.info("Validation (step %d): %s", step, listed)
        return self.early_stopping_rounds is not None and self._is_enough(step, results)

    def _has_new_checkpoint(self, step: int) -> bool:
        path = checkpoint_management.latest_checkpoint(self._estimator.model_dir)
        if path is None:
            tf_logging.debug(
                "Skipping evaluation since model has not been saved yet at step %d.", step
            )
            return False
        if path == self._latest_path:
            tf_logging.debug(
                "Skipping evaluation due to same checkpoint %s for step %d as for step %d.",
                path,
                step,
                self._latest_path_step,
            )
            return False
        self._latest_path = path
        self._latest_path_step = step
        return True

    def _evaluate(self) -> dict[str, Any]:
        arguments = {
            "input_fn": self.input_fn,
            "steps": self.eval_steps,
            "hooks": self.hooks,
            "name": self.name,
        }
        of_contrib = {
            "x": self.x,
            "y": self.y,
            "batch_size": self.batch_size,
            "metrics": self.metrics,
        }
        if not _is_core(self._estimator):
            arguments.update(of_contrib)
        elif any(value is not None for value in of_contrib.values()):
            given = sorted(key for key, value in of_contrib.items() if value is not None)
            raise ValueError(
                "tf.estimator.Estimator does not support following arguments: x, y, batch_size, "
                f"metrics. Should set as `None` in ValidationMonitor, which has {given}; pass "
                "input_fn, and metrics in the model_fn's EstimatorSpec."
            )
        results = self._estimator.evaluate(**arguments)
        if results is None:
            raise TypeError(
                f"{type(self._estimator).__name__}.evaluate returned None, not a dict of metrics."
            )
        return dict(results)

    def _is_enough(self, step: int, results: dict[str, Any]) -> bool:
        if self.early_stopping_metric not in results:
            raise ValueError(
                f"Metric {self.early_stopping_metric} missing from outputs {set(results)}. "
                "early_stopping_metric must be one of them."
            )
        value = results[self.early_stopping_metric]
        best = self._best_value
        if best is None or (value < best if self.early_stopping_metric_minimize else value > best):
            self._best_value = value
            self._best_metrics = dict(results)
            self._best_value_step = step
        # Set here or in an evaluation before this one.
        if step - (self._best_value_step or 0) < (self.early_stopping_rounds or 0):
            return False
        tf_logging.info(
            f"Stopping. Best step: {self._best_value_step} with "
            f"{self.early_stopping_metric} = {self._best_value}."
        )
        self._early_stopped = True
        return True


def _is_core(estimator: Any) -> bool:
    """Whether `evaluate` is tf.estimator's and knows nothing of contrib's arguments."""
    if not isinstance(estimator, core.Estimator):
        return False
    # By `__class__` a mock with a spec says what it stands for.
    return "x" not in inspect.signature(estimator.__class__.evaluate).parameters
