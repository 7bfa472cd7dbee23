"""Monitors as hooks, which is how they run."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Sequence
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat.training.monitors.base import as_graph_element
from tf_spec_compat.training.types import Session

__all__ = ["RunHookAdapterForMonitors", "replace_monitors_with_hooks"]


class RunHookAdapterForMonitors(tf1.train.SessionRunHook):
    """A hook that calls monitors, with one fetch for what all of them request.

    Deprecated, as in contrib; use a `tf.compat.v1.train.SessionRunHook` of your own.
    """

    def __init__(self, monitors: Sequence[Any]) -> None:
        """Wraps monitors, which are called in this order."""
        self._monitors = monitors

    def begin(self) -> None:
        """Begins the monitors.

        Raises:
          TypeError: The graph has no global step.
        """
        self._last_step: int | None = None
        self._global_step_tensor = tf1.train.get_global_step()
        if self._global_step_tensor is None:
            raise TypeError(
                "Fetch argument None has invalid type <class 'NoneType'>: monitors count global "
                "steps and the graph has none; call "
                "tf.compat.v1.train.get_or_create_global_step() before training."
            )
        for monitor in self._monitors:
            monitor.begin(max_steps=None)

    def before_run(self, run_context: Any) -> Any:
        """Begins a step, and fetches what the monitors request.

        Raises:
          ValueError: A monitor's `step_begin` returned something other than a list.
        """
        if self._last_step is None:
            self._last_step = run_context.session.run(self._global_step_tensor) + 1
        fetches: dict[str, Any] = {"global_step": self._global_step_tensor}
        requests: list[Any] = []
        for monitor in self._monitors:
            requested = monitor.step_begin(self._last_step)
            if requested and not isinstance(requested, list):
                raise ValueError(
                    "Monitor.step_begin should return a list. That of "
                    f"{type(monitor).__name__} returned {requested!r}."
                )
            requests += requested or []
        if requests:
            fetches["monitors"] = {
                request: as_graph_element(request) for request in dict.fromkeys(requests)
            }
        return tf1.train.SessionRunArgs(fetches)

    def after_run(self, run_context: Any, run_values: Any) -> None:
        """Ends a step; stops training if a monitor says so."""
        results = run_values.results.get("monitors", {})
        for monitor in self._monitors:
            if monitor.step_end(self._last_step, results):
                run_context.request_stop()
        for monitor in self._monitors:
            monitor.post_step(self._last_step, run_context.session)
        step = run_values.results["global_step"]
        if step < self._last_step:  # Read before the train op's increment, with which it races.
            step = run_context.session.run(self._global_step_tensor)
        self._last_step = step + 1

    def end(self, session: Session) -> None:
        """Ends the monitors; those whose `end` takes a session get it."""
        self._last_step = None
        for monitor in self._monitors:
            if "session" in inspect.signature(monitor.end).parameters:
                monitor.end(session=session)
            else:
                monitor.end()


def replace_monitors_with_hooks(
    monitors_or_hooks: Iterable[Any] | None, estimator: Any
) -> list[Any]:
    """Returns hooks in place of monitors.

    Deprecated, as in contrib; use hooks in place of monitors.

    Args:
      monitors_or_hooks: Both kinds, mixed.
      estimator: The estimator that trains. Its `config.is_chief` says whether this is the chief;
        on other workers only monitors with `run_on_all_workers` are kept.

    Returns:
      The hooks among them, then one hook that runs the monitors, if there are any.

    Raises:
      AttributeError: Something in the list is neither a hook nor a monitor.
    """
    hooks, monitors = [], []
    for item in monitors_or_hooks or []:
        if isinstance(item, tf1.train.SessionRunHook):
            hooks.append(item)
        elif hasattr(item, "set_estimator") and hasattr(item, "run_on_all_workers"):
            monitors.append(item)
        else:
            raise AttributeError(
                f"{item!r} in {monitors_or_hooks!r} is neither a monitor nor a "
                "tf.compat.v1.train.SessionRunHook; pass a list of those."
            )
    if monitors and not estimator.config.is_chief:
        monitors = [monitor for monitor in monitors if monitor.run_on_all_workers]
    for monitor in monitors:
        monitor.set_estimator(estimator)
    return [*hooks, RunHookAdapterForMonitors(monitors)] if monitors else hooks
