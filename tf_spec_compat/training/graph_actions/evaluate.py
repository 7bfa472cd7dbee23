"""Evaluating a graph."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.private import tf_logging
from tf_spec_compat.model.types import Operation, Tensor
from tf_spec_compat.training.graph_actions.common import (
    deprecated_action,
    global_step,
    initialize,
    queues,
)
from tf_spec_compat.training.summary_writer_cache import get_summary_writer
from tf_spec_compat.training.types import Graph, Session

__all__ = ["evaluate"]


@deprecated_action
def evaluate(
    graph: Graph,
    output_dir: str,
    checkpoint_path: str | None,
    eval_dict: Mapping[str, Any],
    update_op: Operation = None,
    global_step_tensor: Tensor = None,
    supervisor_master: str = "",
    log_every_steps: int = 10,
    feed_fn: Callable[[], Mapping[Any, Any]] | None = None,
    max_steps: int | None = None,
) -> tuple[dict[str, Any], Any]:
    """Evaluates a graph over its input, and writes the results as a summary.

    Args:
      graph: The graph.
      output_dir: Where the summary goes.
      checkpoint_path: The checkpoint with the variables; without it they are initialized.
      eval_dict: Names to the tensors of the results.
      update_op: Run in every step; the results are computed after the last one. Without it, they
        are computed in every step, and the last ones count.
      global_step_tensor: The global step, the graph's by default.
      supervisor_master: The TensorFlow master to use.
      log_every_steps: Steps between logs of the results, without `update_op`.
      feed_fn: Returns what to feed in a step; ends the evaluation with `StopIteration`.
      max_steps: Steps; until the input is exhausted by default.

    Returns:
      The results, and the global step of the variables.

    Raises:
      ValueError: There is no `output_dir` or the checkpoint is none.
      TypeError: There is no global step, or no `eval_dict`.
    """
    if not output_dir:
        raise ValueError(f"Output directory should be non-empty {output_dir}.")
    if eval_dict is None:
        raise TypeError(
            "Fetch argument None has invalid type <class 'NoneType'>: eval_dict must be a dict of "
            "tensors to evaluate."
        )
    with graph.as_default():
        try:
            step_tensor = global_step(global_step_tensor, graph)
        except ValueError as error:  # contrib's type here, other than in `train`.
            raise TypeError(
                f"Fetch argument None has invalid type <class 'NoneType'>: {error}"
            ) from None
        with tf1.Session(supervisor_master, graph=graph) as session:
            initialize(session, checkpoint_path)
            step = session.run(step_tensor)
            with queues(session):
                results = _run(
                    session, step, dict(eval_dict), update_op, log_every_steps, feed_fn, max_steps
                )
    _write(output_dir, results, step)
    return results, step


def _run(
    session: Session,
    training_step: Any,
    eval_dict: dict[str, Any],
    update_op: Operation,
    log_every_steps: int,
    feed_fn: Callable[[], Mapping[Any, Any]] | None,
    max_steps: int | None,
) -> dict[str, Any]:
    """Returns the results of the last step, or, if the input ended, of one more if that is had."""
    tf_logging.info("Eval steps [0,%s) for training step %s.", _text(max_steps), training_step)
    results: dict[str, Any] | None = None
    feed: Mapping[Any, Any] | None = None
    is_final = False  # whether `results` need no other run
    step = 0
    try:
        while max_steps is None or step < max_steps:
            step += 1
            is_final = False
            start = time.time()
            feed = feed_fn() if feed_fn is not None else None
            if update_op is not None:
                session.run(update_op, feed)
                continue
            results = session.run(eval_dict, feed)
            is_final = True
            if log_every_steps > 0 and step % log_every_steps == 0:
                tf_logging.info(
                    "Results after %d steps (%.3f sec/batch): %s.",
                    step,
                    time.time() - start,
                    _listed(results),
                )
    except (tf.errors.OutOfRangeError, StopIteration) as error:
        source = "iterator" if isinstance(error, StopIteration) else "queue"
        if max_steps is None:
            tf_logging.info("Input %s is exhausted.", source)
        else:
            tf_logging.warning("Input %s is exhausted: %s.", source, error)
    if not is_final:
        try:
            return session.run(eval_dict, feed)
        except tf.errors.OutOfRangeError:  # The results need input themselves.
            if results is None:
                raise
    return results or {}


def _write(folder: str, results: Mapping[str, Any], step: Any) -> None:
    tf_logging.info("Saving evaluation summary for step %d: %s", step, _listed(results))
    summary = tf1.Summary()
    for tag, result in results.items():
        value = summary.value.add()
        value.tag = tag
        if isinstance(result, (float, np.float32)):
            value.simple_value = float(result)
        else:
            tf_logging.warning("Skipping summary for %s, must be a float or np.float32.", tag)
    writer = get_summary_writer(folder)
    writer.add_summary(summary, step)
    writer.flush()


def _listed(results: Mapping[str, Any]) -> str:
    return ", ".join(f"{key} = {results[key]!s}" for key in sorted(results))


def _text(steps: int | None) -> str:
    return "inf" if steps is None else str(steps)
