"""What evaluating and predicting by a graph take."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Generator, Iterable, Iterator
from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.private import write_checkpoint_path_to_summary, write_dict_to_summary
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.native.hooked import runs_with_hooks
from tf_spec_compat.native.loops import EvalLoop, operation_of
from tf_spec_compat.native.mode_graph import ModeGraph
from tf_spec_compat.native.store import ModelStore

__all__ = [
    "batches_of",
    "eval_loop_of",
    "iterator_of",
    "metrics_of",
    "update_metrics",
    "with_hooks",
    "write",
]

_BATCHES = 100  # of an evaluation in one call
_HOOKS = {ModeKeys.EVAL: "evaluation_hooks", ModeKeys.INFER: "prediction_hooks"}


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


def with_hooks(
    store: ModelStore, graph: ModeGraph, hooks: Iterable[Any] | None
) -> tuple[ModeGraph, list[Any]]:
    """Returns a graph that hooks may add to, if there are any, and them with those of its spec."""
    kind, given = _HOOKS[graph.mode], list(hooks or ())
    if given or getattr(graph.spec, kind):
        graph = store.unopened(graph)
    return graph, [*given, *getattr(graph.spec, kind)]


def update_metrics(
    store: ModelStore,
    graph: ModeGraph,
    checkpoint_path: str | None,
    dataset: Any,
    steps: int | None,
    hooks: list[Any],
) -> None:
    """Updates the metrics of a graph by so many batches, by all there are for None.

    Args:
      store: The state of the model.
      graph: A graph that evaluates; one that is not open if there are hooks.
      checkpoint_path: As for `ModelStore.open`.
      dataset: What feeds it; None where an input_fn says so.
      steps: How many batches.
      hooks: Those that see each batch.
    """
    if hooks:
        updates = [operation_of(each) for _, each in graph.spec.eval_metric_ops.values()]
        runs = _runs(store, graph, checkpoint_path, dataset, updates, hooks)
        with contextlib.closing(runs):
            for done, _ in enumerate(runs, 1):
                if done == steps:
                    break
        return
    store.open(graph, checkpoint_path)
    run = eval_loop_of(graph).over(iterator_of(graph, dataset))
    left, ended = steps, False
    while not ended and left != 0:
        count = _BATCHES if left is None else min(left, _BATCHES)
        ended = run(count)
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


def _chosen(predictions: Any, keys: Iterable[str] | None) -> Any:
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


def _runs(
    store: ModelStore,
    graph: ModeGraph,
    checkpoint_path: str | None,
    dataset: Any,
    fetches: Any,
    hooks: list[Any],
) -> Generator[Any, None, None]:
    def open_() -> None:
        with store.lock:
            store.open(graph, checkpoint_path)

    return runs_with_hooks(graph, open_, lambda: iterator_of(graph, dataset), fetches, hooks)


def batches_of(
    store: ModelStore,
    graph: ModeGraph,
    checkpoint_path: str | None,
    dataset: Any,
    keys: Iterable[str] | None,
    hooks: Iterable[Any] | None,
) -> Iterator[Any]:
    """Predicts batch by batch, in arrays.

    Args:
      store: The state of the model.
      graph: A graph that predicts.
      checkpoint_path: As for `ModelStore.open`.
      dataset: What feeds it; None where an input_fn says so.
      keys: Which of the predictions to give; None gives all.
      hooks: Those that see each batch, beside the model's.

    Raises:
      ValueError: If there is none of the predictions.
    """
    graph, given = with_hooks(store, graph, hooks)
    predictions = _chosen(graph.spec.predictions, keys)
    if given:
        runs = _runs(store, graph, checkpoint_path, dataset, predictions, given)
        return runs if graph.input.ends else itertools.islice(runs, 1)
    store.open(graph, checkpoint_path)
    return _batches(graph, predictions, iterator_of(graph, dataset))


def _batches(graph: ModeGraph, predictions: Any, iterator: Any) -> Iterator[Any]:
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
