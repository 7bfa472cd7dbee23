"""Which of the models evaluated is the best so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["BestModelSelector"]


class BestModelSelector:
    """Remembers the best evaluation result, beginning with those in event files.

    Deprecated, as in contrib; use `tf.estimator.BestExporter`. Behaviour: TF 1.15.5, but for
    missing folders.

    Example:
      >>> selector = learn.utils.saved_model_export_utils.BestModelSelector()
      >>> selector.update("model.ckpt-100", {"loss": 0.5})
      ('model.ckpt-100', {'loss': 0.5})
      >>> selector.update("model.ckpt-200", {"loss": 0.75})
      ('', None)
    """

    def __init__(
        self,
        event_file_pattern: str | None = None,
        compare_fn: Callable[[dict[str, Any], dict[str, Any]], Any] | None = None,
    ) -> None:
        """Looks for the best result in event files, if there is a pattern.

        Args:
          event_file_pattern: Event files of earlier evaluations. Unlike contrib, a folder that does
            not exist yet has none in it.
          compare_fn: `compare_fn(best, candidate)` says whether the candidate is better than the
            best so far. The default is a smaller `loss`.

        Raises:
          tf.errors.OpError: If an event file cannot be read.
          ValueError: If there is no `loss` in a result, and no `compare_fn`.
        """
        self._compare_fn = compare_fn or _has_smaller_loss
        self._best: dict[str, Any] | None = None
        for result in _results(event_file_pattern) if event_file_pattern else ():
            self._take_if_better(result)

    def update(
        self, checkpoint_path: str | None, eval_result: dict[str, Any] | None
    ) -> tuple[str, dict[str, Any] | None]:
        """Takes an evaluation result into account.

        Returns:
          `checkpoint_path` and `eval_result` if that is the best so far, `("", None)` otherwise.

        Raises:
          ValueError: If there is no checkpoint or no result, or no `loss` in it while there is no
            `compare_fn`.
        """
        if not checkpoint_path:
            raise ValueError(f"Checkpoint path is empty: got {checkpoint_path!r}.")
        if eval_result is None:
            raise ValueError(f"{checkpoint_path} has empty evaluation results: got None.")
        if self._take_if_better(eval_result):
            return checkpoint_path, eval_result
        return "", None

    def _take_if_better(self, result: dict[str, Any]) -> bool:
        better = self._best is None or bool(self._compare_fn(self._best, result))
        if better:
            self._best = result
        return better


def _has_smaller_loss(best: dict[str, Any], candidate: dict[str, Any]) -> bool:
    for name, result in (("curr_best", best), ("cand", candidate)):
        if not result or "loss" not in result:
            raise ValueError(
                f"{name}_eval_result cannot be empty or no loss is found in it, got {result!r}; "
                "give a compare_fn to compare by something else."
            )
    return bool(best["loss"] > candidate["loss"])


def _results(event_file_pattern: str) -> Iterator[dict[str, Any]]:
    """Yields the scalars of each event that has some."""
    for path in tf.io.gfile.glob(event_file_pattern):
        for event in tf1.train.summary_iterator(path):
            values = event.summary.value if event.HasField("summary") else ()
            result = {v.tag: v.simple_value for v in values if v.HasField("simple_value")}
            if result:
                yield result
