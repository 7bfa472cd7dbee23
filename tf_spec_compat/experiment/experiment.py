"""`Experiment`: an estimator, its data, and what to do with them (`...learn.experiment`)."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat._tf.private import checkpoint_management
from tf_spec_compat.experiment import checkpoints, cluster
from tf_spec_compat.experiment.experiment_base import ExperimentBase
from tf_spec_compat.training.monitors.validation import ValidationMonitor

__all__ = ["Experiment"]

_MAX_DELAY_SECS = 60
_DELAY_SECS_PER_WORKER = 5
_DELAY_STEPS = 8000.0
_DEFAULT_STEPS_PER_ITERATION = 1000


class Experiment(ExperimentBase):
    """Trains, evaluates and exports an estimator: contrib's, or a core `tf.estimator.Estimator`.

    Deprecated, as in contrib; use `tf.estimator.train_and_evaluate`. Behaviour: TF 1.15.5, but for
    clusters, as `train` says.

    Example:
      >>> def model_fn(features, labels, mode):
      ...     step = tf.assign_add(tf.train.get_global_step(), 1)
      ...     return features, tf.losses.mean_squared_error(labels, features), step
      >>> def input_fn():
      ...     return tf.constant([[1.0], [2.0]]), tf.constant([[2.0], [4.0]])
      >>> experiment = learn.Experiment(
      ...     learn.Estimator(model_fn, model_dir="model"),
      ...     train_input_fn=input_fn, eval_input_fn=input_fn, train_steps=3, eval_steps=1,
      ...     min_eval_frequency=0)
      >>> results, exports = experiment.train_and_evaluate()
      >>> print(results["loss"], results["global_step"], exports)
      2.5 3 []
    """

    def train(self, delay_secs: float | None = None) -> Any:
        """Trains up to the global step `train_steps`.

        In a cluster, this starts the task's server, and workers start late one after the other: 5
        seconds each, a minute at most. Unlike contrib's, a task then needs nobody but the parameter
        servers and, to begin with, the master; `device_filters` in the `session_config` say
        otherwise.

        Args:
          delay_secs: How long to wait before training, in place of that.

        Returns:
          The estimator.

        Raises:
          ValueError: If the estimator is configured for a cluster by another `RunConfig` than
            contrib's.
        """
        return self._train(delay_secs, self._train_monitors, self._saving_listeners)

    def _train(
        self, delay_secs: float | None, hooks: Sequence[Any], listeners: Sequence[Any] | None
    ) -> Any:
        config = self._estimator.config
        if cluster.needs_server(config):
            self._start_server()
            cluster.see_own_task(self._estimator, config)
        task_id = config.task_id or 0
        hooks = list(hooks)
        if delay_secs is None and self._delay_workers_by_global_step:
            # Later workers come in at ever smaller distances.
            wait_until = int(_DELAY_STEPS * math.log(task_id + 1))
            hooks.append(tf1.train.GlobalStepWaiterHook(wait_until))
        elif delay_secs is None:
            delay_secs = min(_MAX_DELAY_SECS, task_id * _DELAY_SECS_PER_WORKER)
        _wait(delay_secs, "training")
        return self._fit(hooks, listeners, max_steps=self._train_steps)

    def evaluate(self, delay_secs: float | None = None, name: str | None = None) -> Any:
        """Evaluates the latest checkpoint.

        Args:
          delay_secs: How long to wait before, in place of `eval_delay_secs`.
          name: The name of the evaluation, `one_pass` by default.

        Returns:
          Metric name -> value.
        """
        _wait(self._eval_delay_secs if delay_secs is None else delay_secs, "evaluation")
        return self._evaluate(name=name or "one_pass")

    def train_and_evaluate(self) -> tuple[Any, list[Any] | None]:
        """Trains, evaluating on the way as checkpoints come, then evaluates and exports.

        Returns:
          The result of the last evaluation, and the paths of its exports. With
          `checkpoint_and_export`, `(None, None)` if no checkpoint was saved.
        """
        return self._train_and_evaluate(self._min_eval_frequency)

    def local_run(self) -> tuple[Any, list[Any] | None]:
        """Does `train_and_evaluate`, evaluating every `local_eval_frequency` steps."""
        return self._train_and_evaluate(self._local_eval_frequency)

    def _train_and_evaluate(self, frequency: int | None) -> tuple[Any, list[Any] | None]:
        hooks = list(self._train_monitors)
        listeners = self._saving_listeners
        if self._checkpoint_and_export:
            listener = checkpoints.EvaluateAndExport(
                self._evaluate, self._maybe_export, self._estimator
            )
            if self._is_core:
                listeners = [*(listeners or []), listener]
            else:
                hooks += checkpoints.saver_hooks(self._estimator.config, listener)
            self._train(0, hooks, listeners)
            return listener.eval_result, listener.export_results
        if frequency:
            hooks.append(
                ValidationMonitor(
                    input_fn=self._eval_input_fn,
                    eval_steps=self._eval_steps,
                    metrics=self._eval_metrics,
                    every_n_steps=frequency,
                    hooks=self._eval_hooks,
                    check_interval_secs=self._check_interval_secs,
                )
            )
        self._train(0, hooks, listeners)
        eval_result = self._evaluate()
        return eval_result, self._maybe_export(eval_result)

    def continuous_train_and_eval(
        self, continuous_eval_predicate_fn: Callable[..., Any] | None = None
    ) -> tuple[Any, list[Any] | None]:
        """Trains some steps, evaluates and exports, and so on up to `train_steps`.

        Args:
          continuous_eval_predicate_fn: Called before each round with the last evaluation result,
            `None` at first, and with its `checkpoint_path` if it has such an argument. Ends the
            rounds when it returns something false.

        Returns:
          The result of the last evaluation, and the paths of its exports.

        Raises:
          ValueError: If the predicate is not callable.
        """
        proceed = checkpoints.predicate(continuous_eval_predicate_fn)
        steps = self._train_steps_per_iteration
        if steps is None:
            steps = max(1, (self._train_steps or 10 * _DEFAULT_STEPS_PER_ITERATION) // 10)
        eval_result: Any = None
        export_results: list[Any] | None = None
        path: str | None = None
        while proceed(eval_result, path) and not self._has_training_stopped(eval_result):
            self._fit(self._train_monitors, self._saving_listeners, steps=steps)
            path = checkpoint_management.latest_checkpoint(self._estimator.model_dir)
            eval_result = self._evaluate(name="one_pass", checkpoint_path=path)
            export_results = self._maybe_export(eval_result)
        return eval_result, export_results

    def continuous_eval(
        self,
        delay_secs: float | None = None,
        throttle_delay_secs: float | None = None,
        evaluate_checkpoint_only_once: bool = True,
        continuous_eval_predicate_fn: Callable[..., Any] | None = None,
        name: str = "continuous",
    ) -> None:
        """Evaluates and exports checkpoints as they come, up to the one of `train_steps`.

        Args:
          delay_secs: How long to wait before, in place of `eval_delay_secs`.
          throttle_delay_secs: The least time between the starts of two evaluations, in place of
            `continuous_eval_throttle_secs`.
          evaluate_checkpoint_only_once: Whether to wait for a new checkpoint.
          continuous_eval_predicate_fn: As for `continuous_train_and_eval`; the result is `{}` where
            there was no new checkpoint.
          name: The name of the evaluations.

        Raises:
          ValueError: If the predicate is not callable.
        """
        self._continuous_eval(
            self._eval_input_fn,
            name,
            delay_secs,
            throttle_delay_secs,
            evaluate_checkpoint_only_once,
            continuous_eval_predicate_fn,
        )

    def continuous_eval_on_train_data(
        self,
        delay_secs: float | None = None,
        throttle_delay_secs: float | None = None,
        continuous_eval_predicate_fn: Callable[..., Any] | None = None,
        name: str = "continuous_on_train_data",
    ) -> None:
        """Does as `continuous_eval`, with the training data, and exports nothing."""
        self._continuous_eval(
            self._train_input_fn,
            name,
            delay_secs,
            throttle_delay_secs,
            True,
            continuous_eval_predicate_fn,
            export=False,
        )

    def _continuous_eval(
        self,
        input_fn: Callable[[], Any],
        name: str,
        delay_secs: float | None,
        throttle_delay_secs: float | None,
        evaluate_checkpoint_only_once: bool = True,
        continuous_eval_predicate_fn: Callable[..., Any] | None = None,
        export: bool = True,
    ) -> None:
        proceed = checkpoints.predicate(continuous_eval_predicate_fn)
        if throttle_delay_secs is None:
            throttle_delay_secs = self._continuous_eval_throttle_secs
        _wait(self._eval_delay_secs if delay_secs is None else delay_secs, "evaluation")
        eval_result: Any = None
        previous: str | None = None
        while proceed(eval_result, previous) and not self._has_training_stopped(eval_result):
            start = time.time()
            path = checkpoint_management.latest_checkpoint(self._estimator.model_dir)
            eval_result = {}
            if not path:
                tf1.logging.warning(
                    "No checkpoint in %s yet; will look again.", self._estimator.model_dir
                )
            elif not evaluate_checkpoint_only_once or path != previous:
                eval_result = self._evaluate(input_fn=input_fn, name=name, checkpoint_path=path)
                if export:
                    self._maybe_export(eval_result, checkpoint_path=path)
                previous = path
            if not self._has_training_stopped(eval_result):
                _wait(throttle_delay_secs - (time.time() - start), "the next evaluation")

    def run_std_server(self) -> None:
        """Starts the server of this task and waits for it, which takes for ever.

        Raises:
          ValueError: If the `RunConfig` does not say which server, or is not contrib's.
        """
        self._start_server().join()

    def test(self) -> Any:
        """Trains, evaluates and exports with one step each.

        Returns:
          Metric name -> value.
        """
        self._fit(self._train_monitors, self._saving_listeners, steps=1)
        eval_result = self._evaluate(steps=1, name="one_pass", hooks=None)
        self._maybe_export(eval_result)
        return eval_result


def _wait(secs: float | None, what: str) -> None:
    if secs is not None and secs > 0:
        tf1.logging.info("Waiting %.2f secs before %s.", secs, what)
        time.sleep(secs)
