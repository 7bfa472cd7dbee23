"""Fitting: by the fused loop, or by a call for each step where hooks want to see them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat.native.hooked import train_with_hooks
from tf_spec_compat.native.hooks import LoopControl, control_of
from tf_spec_compat.native.mode_graph import ModeGraph
from tf_spec_compat.native.store import ModelStore
from tf_spec_compat.native.training import Trainer
from tf_spec_compat.native.use import iterator_of

__all__ = ["check_steps", "fit", "has_reached"]

_GLOBAL_STEP = tf1.GraphKeys.GLOBAL_STEP


def check_steps(**given: int | None) -> None:
    """Checks numbers of steps, by the names of their arguments.

    Raises:
      ValueError: If one is not positive, or there are both `steps` and `max_steps`.
    """
    if given["steps"] is not None and given.get("max_steps") is not None:
        raise ValueError(
            f"Can not provide both steps and max_steps, got {given['steps']!r} and "
            f"{given['max_steps']!r}; steps count from where the model stands, max_steps from its "
            "beginning."
        )
    for name, value in given.items():
        if value is not None and value <= 0:
            raise ValueError(f"Must specify {name} > 0, given: {value!r}.")


def has_reached(store: ModelStore, max_steps: int) -> bool:
    """Says whether a model was trained so far already, here or by its latest checkpoint."""
    latest, step = store.latest(), store.global_step
    if latest and latest != store.checkpoint and not store.is_ahead:
        step = int(tf1.train.load_variable(latest, _GLOBAL_STEP))
    if step < max_steps:
        return False
    tf1.logging.info(
        "Skipping training: max_steps %d are reached, the model is at step %d.", max_steps, step
    )
    return True


def fit(
    store: ModelStore,
    graph: ModeGraph,
    dataset: Any,
    hooks: Iterable[Any],
    steps: int | None,
    max_steps: int | None,
    steps_per_call: int | None,
) -> None:
    """Trains a model; see `Model.fit` for what is not said here.

    Args:
      store: The state of the model.
      graph: Its graph to train.
      dataset: What feeds the graph; None where an input_fn says so.
      hooks: Hooks beside those of the model.
      steps: As for `Model.fit`.
      max_steps: Likewise.
      steps_per_call: Likewise.
    """
    spec, replicas = graph.spec, graph.replicas
    control = control_of([*hooks, *spec.training_hooks, *spec.training_chief_hooks], spec.loss)
    control.limit(steps, max_steps)
    fresh = store.unopened(graph) if control.each_step else graph
    if fresh is not graph:  # It has hooks of its own.
        fit(store, fresh, dataset, hooks, steps, max_steps, steps_per_call)
    else:
        with replicas.folder(store.folder) as folder:
            if control.each_step:
                _fit_by_calls(store, graph, dataset, control, folder)
            else:
                _fit_fused(store, graph, dataset, control, steps_per_call, folder)
        if not replicas.is_chief:
            store.checkpoint = store.latest()
        replicas.settle(store.values.values())


def _fit_fused(
    store: ModelStore,
    graph: ModeGraph,
    dataset: Any,
    control: LoopControl,
    steps_per_call: int | None,
    folder: str | None,
) -> None:
    store.open(graph)
    step = store.replicas.copies(store.values[_GLOBAL_STEP])[0]
    saved = None if store.is_ahead or not store.checkpoint else store.global_step
    trainer = Trainer(graph, step, store.config, folder, saved)
    store.is_ahead = True
    try:
        trainer.train(iterator_of(graph, dataset), control, steps_per_call)
        store.is_ahead = trainer.saved != store.global_step
    finally:
        store.checkpoint = trainer.checkpoint or store.checkpoint


def _fit_by_calls(
    store: ModelStore, graph: ModeGraph, dataset: Any, control: LoopControl, folder: str | None
) -> None:
    try:
        train_with_hooks(
            graph,
            lambda: store.open(graph),
            lambda: iterator_of(graph, dataset),
            store.config,
            folder,
            control,
        )
    finally:
        store.is_ahead, store.checkpoint = True, store.latest()
    store.is_ahead = store.checkpoint is None
