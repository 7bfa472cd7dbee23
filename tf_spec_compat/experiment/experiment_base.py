"""What an `Experiment` holds, and how it calls its estimator."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from tf_spec_compat._tf import estimator as core
from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.estimators.evaluable import Evaluable
from tf_spec_compat.estimators.trainable import Trainable
from tf_spec_compat.experiment import cluster
from tf_spec_compat.experiment.export_strategy import ExportStrategy
from tf_spec_compat.training.monitors.hooks import replace_monitors_with_hooks
from tf_spec_compat.training.types import EvalResult

__all__ = ["ExperimentBase"]


class ExperimentBase:
    """An estimator, its data, and the arguments to train, evaluate and export it by."""

    def __init__(
        self,
        estimator: Any,
        train_input_fn: Callable[[], Any],
        eval_input_fn: Callable[[], Any],
        eval_metrics: Mapping[Any, Any] | None = None,
        train_steps: int | None = None,
        eval_steps: int | None = 100,
        train_monitors: Sequence[Any] | None = None,
        eval_hooks: Sequence[Any] | None = None,
        local_eval_frequency: int | None = None,
        eval_delay_secs: float = 120,
        continuous_eval_throttle_secs: float = 60,
        min_eval_frequency: int | None = None,
        delay_workers_by_global_step: bool = False,
        export_strategies: ExportStrategy | Iterable[ExportStrategy] | None = None,
        train_steps_per_iteration: int | None = None,
        checkpoint_and_export: bool = False,
        saving_listeners: Sequence[Any] | None = None,
        check_interval_secs: float | None = 5,
    ) -> None:
        """Sets up the experiment; nothing runs yet.

        Args:
          estimator: `Trainable` and `Evaluable`, or a core `tf.estimator.Estimator`.
          train_input_fn: Returns features and labels to train on.
          eval_input_fn: Returns features and labels to evaluate on.
          eval_metrics: Metric name -> `MetricSpec` or metric function. Not for a core estimator.
          train_steps: The global step at which training ends; `None` for when the input ends.
          eval_steps: How many batches to evaluate; `None` for all there are.
          train_monitors: Monitors and `SessionRunHook`s for training.
          eval_hooks: `SessionRunHook`s for evaluations.
          local_eval_frequency: `min_eval_frequency` of `local_run`.
          eval_delay_secs: How long to wait before the first evaluation.
          continuous_eval_throttle_secs: The least time between the starts of two evaluations in
            `continuous_eval`.
          min_eval_frequency: `train_and_evaluate` evaluates after this many steps, if there is a
            new checkpoint; 0 for not while training. The default is 1.
          delay_workers_by_global_step: Whether workers start late by steps rather than by time.
          export_strategies: What to export after an evaluation.
          train_steps_per_iteration: The steps between two evaluations in
            `continuous_train_and_eval`; a tenth of `train_steps` by default, or 1000.
          checkpoint_and_export: Whether `train_and_evaluate` evaluates and exports each checkpoint
            as it is saved.
          saving_listeners: `CheckpointSaverListener`s for training; for a core estimator only.
          check_interval_secs: The least time between two looks for a new checkpoint while training.

        Raises:
          ValueError: If the estimator or an export strategy is something else, or an argument is
            not for this kind of estimator.
        """
        is_core = isinstance(estimator, core.Estimator) and not isinstance(estimator, Trainable)
        if not is_core:
            for kind, method in ((Evaluable, "evaluate"), (Trainable, "fit")):
                if not isinstance(estimator, kind):
                    # Written as contrib wrote it, each in its way.
                    other = " or `tf.estimator." if kind is Evaluable else "or `tf.estimator.`"
                    raise ValueError(
                        f"`estimator` must implement `tf.contrib.learn.{kind.__name__}`{other}"
                        f"Estimator`. It has no {method!r}: {estimator!r}."
                    )
        if is_core and eval_metrics is not None:
            raise ValueError(
                "`eval_metrics` must be `None` with `tf.estimator.Estimator`. Use "
                f"`eval_metric_ops` in `tf.estimator.EstimatorSpec` instead. Got {eval_metrics!r}."
            )
        if not is_core and saving_listeners is not None:
            raise ValueError(
                "`saving_listeners` must be `None` with `tf.contrib.learn.Estimator`, got "
                f"{saving_listeners!r}; use a CheckpointSaverHook with listeners in train_monitors."
            )
        if train_steps_per_iteration is not None and not isinstance(train_steps_per_iteration, int):
            raise ValueError(
                "`train_steps_per_iteration` must be an integer, got "
                f"{train_steps_per_iteration!r}."
            )
        self._is_core = is_core
        self._estimator = estimator
        self._train_input_fn = train_input_fn
        self._eval_input_fn = eval_input_fn
        self._eval_metrics = eval_metrics
        self._train_steps = train_steps
        self._eval_steps = eval_steps
        self._train_monitors = list(train_monitors or [])
        self._eval_hooks = list(eval_hooks or [])
        self._local_eval_frequency = local_eval_frequency
        self._eval_delay_secs = eval_delay_secs
        self._continuous_eval_throttle_secs = continuous_eval_throttle_secs
        self._min_eval_frequency = 1 if min_eval_frequency is None else min_eval_frequency
        self._delay_workers_by_global_step = delay_workers_by_global_step
        self._export_strategies: tuple[ExportStrategy, ...] = ()
        self.reset_export_strategies(export_strategies)
        self._train_steps_per_iteration = train_steps_per_iteration
        self._checkpoint_and_export = checkpoint_and_export
        self._saving_listeners = saving_listeners
        self._check_interval_secs = check_interval_secs
        self._server: Any = None

    @property
    def estimator(self) -> Any:
        """The estimator."""
        return self._estimator

    @property
    def eval_metrics(self) -> Mapping[Any, Any] | None:
        """The metrics that evaluations add to the model's own."""
        return self._eval_metrics

    @property
    def train_steps(self) -> int | None:
        """The global step at which training ends."""
        return self._train_steps

    @property
    def eval_steps(self) -> int | None:
        """How many batches an evaluation takes."""
        return self._eval_steps

    def reset_export_strategies(
        self, new_export_strategies: ExportStrategy | Iterable[ExportStrategy] | None = None
    ) -> tuple[ExportStrategy, ...]:
        """Replaces the export strategies, and returns the old ones.

        Raises:
          ValueError: If one of them is something else.
        """
        if new_export_strategies is None:
            new: tuple[Any, ...] = ()
        elif isinstance(new_export_strategies, ExportStrategy):
            new = (new_export_strategies,)
        else:
            new = tuple(new_export_strategies)
        for strategy in new:
            if not isinstance(strategy, ExportStrategy):
                raise ValueError(
                    "`export_strategies` must be an ExportStrategy, an iterable of "
                    f"ExportStrategy, or `None`, found {strategy}."
                )
        old, self._export_strategies = self._export_strategies, new
        return old

    def extend_train_hooks(self, additional_hooks: Iterable[Any]) -> None:
        """Adds monitors or `SessionRunHook`s for training; the caller's list stays as it is."""
        self._train_monitors.extend(additional_hooks)

    def _fit(
        self,
        hooks: Sequence[Any],
        listeners: Sequence[Any] | None,
        steps: int | None = None,
        max_steps: int | None = None,
    ) -> Any:
        """Calls `_call_train` with the experiment's input, and the steps that there are."""
        length: dict[str, int | None] = {} if steps is None else {"steps": steps}
        if max_steps is not None or steps is None:
            length["max_steps"] = max_steps
        return self._call_train(
            input_fn=self._train_input_fn, hooks=hooks, saving_listeners=listeners, **length
        )

    def _call_train(
        self,
        *,
        input_fn: Callable[[], Any] | None = None,
        steps: int | None = None,
        hooks: Sequence[Any] | None = None,
        max_steps: int | None = None,
        saving_listeners: Sequence[Any] | None = None,
    ) -> Any:
        """Trains by the estimator's own method. Tests of contrib's users replace it."""
        options = {"input_fn": input_fn, "steps": steps, "max_steps": max_steps}
        hooks = replace_monitors_with_hooks(hooks or [], self._estimator)
        if self._is_core:
            return self._estimator.train(hooks=hooks, saving_listeners=saving_listeners, **options)
        return self._estimator.fit(monitors=hooks, **options)

    def _evaluate(self, **options: Any) -> Any:
        """Calls `_call_evaluate` with the experiment's arguments and others."""
        given = {
            "input_fn": self._eval_input_fn,
            "steps": self._eval_steps,
            "metrics": self._eval_metrics,
            "name": None,
            "hooks": self._eval_hooks,
            **options,
        }
        return self._call_evaluate(**given)

    def _call_evaluate(
        self,
        *,
        input_fn: Callable[[], Any] | None = None,
        steps: int | None = None,
        metrics: Mapping[Any, Any] | None = None,
        name: str | None = None,
        checkpoint_path: str | None = None,
        hooks: Sequence[Any] | None = None,
    ) -> Any:
        """Evaluates by the estimator's own method. Tests of contrib's users replace it."""
        return self._estimator.evaluate(
            input_fn=input_fn,
            steps=steps,
            name=name,
            checkpoint_path=checkpoint_path,
            hooks=hooks,
            **({} if self._is_core else {"metrics": metrics}),
        )

    def _maybe_export(
        self, eval_result: EvalResult, checkpoint_path: str | None = None
    ) -> list[Any]:
        """Exports by all strategies; their folders are bytes, as contrib's were."""
        as_bytes = tf.compat.as_bytes
        base = os.path.join(as_bytes(self._estimator.model_dir), b"export")
        return [
            strategy.export(
                self._estimator,
                os.path.join(base, as_bytes(strategy.name)),
                checkpoint_path=checkpoint_path,
                eval_result=eval_result,
            )
            for strategy in self._export_strategies
        ]

    def _has_training_stopped(self, eval_result: EvalResult) -> bool:
        step = (eval_result or {}).get(tf1.GraphKeys.GLOBAL_STEP)
        return bool(self._train_steps) and step is not None and step >= self._train_steps

    def _start_server(self) -> Any:
        if self._server is None:
            self._server = cluster.start_server(self._estimator.config)
        return self._server
