"""What all monitors share: the order of their calls, and steps that come every now and then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.deprecations import deprecated

__all__ = ["BaseMonitor", "EveryN", "as_graph_element", "extract_output"]


class BaseMonitor:
    """Watches training: `begin`, then for each step `step_begin`, `step_end`, `post_step`; `end`.

    Subclasses override what they need, and call the base's method. TensorFlow's successor is
    `tf.compat.v1.train.SessionRunHook`.
    """

    @deprecated("2016-12-05", "Monitors are deprecated. Please use tf.train.SessionRunHook.")
    def __init__(self) -> None:
        # Where it stands: in a training or not, and in which epoch and step.
        self._begun = False
        self._current_epoch: int | None = None
        self._current_step: int | None = None
        self._max_steps: int | None = None
        self._estimator: Any = None

    def _move(self, state: str, before: Any, after: Any, out_of_turn: str) -> None:
        """Moves one of these states on; raises ValueError if it is not what it has to be by now."""
        if getattr(self, state) != before:
            raise ValueError(out_of_turn)
        setattr(self, state, after)

    @property
    def run_on_all_workers(self) -> bool:
        """Whether it also runs on workers other than the chief."""
        return False

    def set_estimator(self, estimator: Any) -> None:
        """Hands over the estimator that trains; called before `begin`.

        Raises:
          ValueError: `estimator` is None.
        """
        if estimator is None:
            raise ValueError(
                f"Missing estimator. {type(self).__name__}.set_estimator was given None."
            )
        self._estimator = estimator

    def begin(self, max_steps: int | None = None) -> None:
        """Called before training.

        Args:
          max_steps: The last global step of this training, where it is known.

        Raises:
          ValueError: It has begun already and not ended.
        """
        name = type(self).__name__
        self._move("_begun", False, True, f"begin called twice without end. It is {name}.")
        self._max_steps = max_steps

    def end(self, session: Any = None) -> None:
        """Called after training, with the session if there still is one.

        Raises:
          ValueError: It has not begun.
        """
        name = type(self).__name__
        self._move("_begun", True, False, f"end called without begin. It is {name}.")
        self._max_steps = None

    def epoch_begin(self, epoch: int) -> None:
        """Called before an epoch, by those who count epochs.

        Raises:
          ValueError: `epoch` is negative, or the epoch before it has not ended.
        """
        now = self._current_epoch
        if now is None and epoch < 0:
            raise ValueError(f"Invalid epoch {epoch}. It must be at least 0.")
        error = f"epoch_begin called twice without epoch_end. Epochs are {now} and {epoch}."
        self._move("_current_epoch", None, epoch, error)

    def epoch_end(self, epoch: int) -> None:
        """Called after an epoch.

        Raises:
          ValueError: It is not `epoch` that has begun.
        """
        error = f"epoch_end expected {self._current_epoch} but got {epoch}."
        self._move("_current_epoch", epoch, None, error)

    def step_begin(self, step: int) -> list[Any]:
        """Called before a step; returns the tensors, or names of tensors, to fetch in that step.

        Raises:
          ValueError: `step` is negative, or beyond `max_steps`.
        """
        if step < 0 or (self._max_steps is not None and step > self._max_steps):
            raise ValueError(f"Invalid step {step}. It must be from 0 to {self._max_steps}.")
        self._current_step = step  # A step that failed has not ended and comes again.
        return []

    def step_end(self, step: int, output: Mapping[Any, Any]) -> bool:
        """Called after a step; returns whether training is to stop.

        Args:
          step: The step that `step_begin` was called with.
          output: What this and the other monitors asked for, to the values in this step.

        Raises:
          ValueError: It is not `step` that has begun.
        """
        error = f"step_end expected {self._current_step} but got {step}."
        self._move("_current_step", step, None, error)
        return False

    def post_step(self, step: int, session: Any) -> None:
        """Called after `step_end`, with the session, for what must run outside of the step."""


class EveryN(BaseMonitor):
    """Is active in the first steps, in every n-th one after an active step, and in the last one.

    Subclasses override `every_n_step_begin`, `every_n_step_end` and `every_n_post_step`. After the
    last step `every_n_post_step` is called once more, unless that step was active.
    """

    def __init__(self, every_n_steps: int = 100, first_n_steps: int = 1) -> None:
        """Sets the steps.

        Args:
          every_n_steps: Steps from one active step to the next.
          first_n_steps: Is active in all steps up to this one.
        """
        super().__init__()
        self._every_n_steps = every_n_steps
        self._first_n_steps = first_n_steps
        # Those that came to their end; the one that has begun may be active.
        self._last_step: int | None = None
        self._last_active_step = 0
        self._active = False

    def every_n_step_begin(self, step: int) -> list[Any]:
        """Called before an active step; returns what to fetch in it, as `step_begin` does."""
        return []

    def every_n_step_end(self, step: int, outputs: Mapping[Any, Any]) -> bool:
        """Called after an active step; returns whether training is to stop."""
        return False

    def every_n_post_step(self, step: int, session: Any) -> None:
        """Called after an active step, and after the last one, with the session."""

    def step_begin(self, step: int) -> list[Any]:
        """Calls `every_n_step_begin` if the step is active."""
        requests = super().step_begin(step)
        due = self._last_active_step + self._every_n_steps
        self._active = step == self._max_steps or not self._first_n_steps < step < due
        return self.every_n_step_begin(step) if self._active else requests

    def step_end(self, step: int, output: Mapping[Any, Any]) -> bool:
        """Calls `every_n_step_end` if the step is active."""
        stop = super().step_end(step, output)
        return self.every_n_step_end(step, output) if self._active else stop

    def post_step(self, step: int, session: Any) -> None:
        """Calls `every_n_post_step` if the step is active."""
        super().post_step(step, session)
        if self._active:
            self.every_n_post_step(step, session)
            self._last_active_step = step
        self._last_step = step

    def end(self, session: Any = None) -> None:
        """Calls `every_n_post_step` if the last step was not active."""
        super().end(session)
        if self._last_step != self._last_active_step:
            self.every_n_post_step(self._last_step, session)  # type: ignore[arg-type]


def extract_output(outputs: Mapping[Any, Any], request: Any) -> Any:
    """Returns the value of a requested tensor, which `outputs` may have under its name."""
    return outputs[request if request in outputs else request.name]


def as_graph_element(request: Any) -> Any:
    """Returns what to fetch for a request: a tensor, an operation, or the name of a tensor.

    A variable's name stands for its value; the resource variables of TensorFlow 2 are read, where
    contrib, which had none, would have fetched the handle.

    Raises:
      KeyError: There is no tensor of that name.
      ValueError: `request` is of another graph, or of none.
    """
    graph: Any = tf1.get_default_graph()
    if isinstance(request, str):
        element = graph.as_graph_element(request if ":" in request else request + ":0")
        if element.dtype != tf.resource:
            return element
        for variable in tf1.global_variables() + tf1.local_variables():
            if getattr(variable, "handle", None) is element:
                return graph.as_graph_element(variable)
        return element
    if not hasattr(request, "graph") or request.graph is not graph:
        raise ValueError(
            f"Passed {request} should have graph attribute that is equal to current graph {graph}. "
            "It must be the name of a tensor, or a tensor, operation or variable."
        )
    return graph.as_graph_element(request)
