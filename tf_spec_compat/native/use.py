"""What evaluating and predicting by a graph take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.private import write_checkpoint_path_to_summary, write_dict_to_summary
from tf_spec_compat.native.loops import EvalLoop
from tf_spec_compat.native.mode_graph import ModeGraph

__all__ = [
    "batches_of",
    "chosen",
    "eval_loop_of",
    "iterator_of",
    "metrics_of",
    "update_metrics",
    "write",
]

_BATCHES = 100  # of an evaluation in one call


def iterator_of(graph: ModeGraph, dataset: Any) -> Any:
    """Returns an iterator of what feeds a graph; None if it has its input in itself."""
    dataset = graph.dataset() if dataset is None else dataset
    return None if dataset is None else iter(dataset)


def eval_loop_of(graph: ModeGraph) -> EvalLoop:
    """Returns what updates the metrics of a graph."""
    if "eval" not in graph.loops:
        graph.loops["eval"] = EvalLoop(graph)
    loop: EvalLoop = graph.loops["eval"]
    return loop


def update_metrics(graph: ModeGraph, dataset: Any, steps: int | None) -> None:
    """Updates the metrics of a graph by so many batches, by all there are for None."""
    loop, iterator = eval_loop_of(graph), iterator_of(graph, dataset)
    left, ended = steps, False
    while not ended and left != 0:
        count = _BATCHES if left is None else min(left, _BATCHES)
        ended = loop(iterator, count)
        if left is not None:
            left -= count
            tf1.logging.info("Evaluation [%d/%d]", (steps or 0) - left, steps)


def metrics_of(graph: ModeGraph) -> dict[str, Any]:
    """Returns the values of the metrics of a graph; in a `tf.function`, tensors of them."""
    values = {name: value for name, (value, _) in graph.spec.eval_metric_ops.items()}
    if not tf.executing_eagerly():
        tensors = map(graph.graph.as_graph_element, values.values())
        return dict(zip(values, graph.function(list(tensors), [])()))
    results: dict[str, Any] = graph.session.run(values)
    return results


def chosen(predictions: Any, keys: Iterable[str] | None) -> Any:
    """Returns those of the predictions that are asked for; None asks for all.

    Raises:
      ValueError: If there is none of them.
    """
    if keys is None:
        return predictions
    if not isinstance(predictions, dict):
        raise ValueError(f"predict_keys need predictions in a dict, got {predictions!r}.")
    chosen = {key: predictions[key] for key in keys if key in predictions}
    if not chosen:
        raise ValueError(
            f"Expected to run at least one output from {sorted(predictions)}, provided "
            f"{list(keys)}."
        )
    return chosen


def batches_of(graph: ModeGraph, predictions: Any, iterator: Any) -> Iterator[Any]:
    """Predicts batch by batch, in arrays."""
    flat = tf.nest.flatten(predictions, expand_composites=True)
    run, ends = graph.function(flat), graph.input.ends
    while True:
        try:
            values = [np.asarray(value) for value in run(*graph.batch(iterator))]
        except tf.errors.OutOfRangeError:
            return
        yield tf.nest.pack_sequence_as(predictions, values, expand_composites=True)
        if not ends:
            return


def write(
    graph: ModeGraph, results: dict[str, Any], step: int, checkpoint: str | None, folder: str
) -> None:
    """Writes the results of an evaluation as summaries, as `tf.estimator.Estimator` does."""
    with graph.graph.as_default():
        write_dict_to_summary(folder, results, step)
        if checkpoint:
            write_checkpoint_path_to_summary(folder, checkpoint, step)
