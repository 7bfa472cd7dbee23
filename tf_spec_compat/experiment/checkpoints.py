"""When to go on evaluating, and what to do with each checkpoint."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat._tf.private import basic_session_run_hooks, checkpoint_management
from tf_spec_compat.training.types import Config, EvalResult, Session

__all__ = ["EvaluateAndExport", "predicate", "saver_hooks"]


def predicate(function: Any) -> Callable[[Any, str | None], bool]:
    """Returns what calls a predicate with a result, and with a checkpoint if it takes one.

    Raises:
      ValueError: If it is neither callable nor `None`.
    """
    if function is None:
        return lambda eval_result, checkpoint_path: True
    if not callable(function):
        raise ValueError(
            f"`continuous_eval_predicate_fn` must be a callable, or None; got {function!r}."
        )
    takes_path = "checkpoint_path" in inspect.signature(function).parameters

    def call(eval_result: EvalResult, checkpoint_path: str | None) -> bool:
        options = {"checkpoint_path": checkpoint_path} if takes_path else {}
        return bool(function(eval_result, **options))

    return call


class EvaluateAndExport(tf1.train.CheckpointSaverListener):
    """Evaluates and exports each checkpoint as soon as it is saved."""

    def __init__(
        self, evaluate: Callable[..., Any], export: Callable[..., Any], estimator: Any
    ) -> None:
        """Takes `evaluate(name=, checkpoint_path=)` and `export(eval_result, checkpoint_path)`."""
        self._evaluate, self._export, self._estimator = evaluate, export, estimator
        self._previous: str | None = None
        self.eval_result: Any = None
        self.export_results: list[Any] | None = None

    def after_save(self, session: Session, global_step_value: int) -> None:
        """Does it, unless it has been done for this checkpoint."""
        path = checkpoint_management.latest_checkpoint(self._estimator.model_dir)
        if path is None or path == self._previous:
            return
        self._previous = path
        self.eval_result = self._evaluate(name="intermediate_export", checkpoint_path=path)
        self.export_results = self._export(self.eval_result, path)


def saver_hooks(config: Config, listener: Any) -> list[Any]:
    """Returns the hook that saves checkpoints as `config` says and tells `listener`."""
    if not config.is_chief:
        return []
    return [
        basic_session_run_hooks.CheckpointSaverHook(
            config.model_dir,
            save_secs=config.save_checkpoints_secs,
            save_steps=config.save_checkpoints_steps,
            listeners=[listener],
        )
    ]
