"""Hooks that a fused training loop does the work of, and those that have to see every step."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from tf_spec_compat._tf import tf1

__all__ = ["LoopControl", "control_of"]


@dataclasses.dataclass
class LoopControl:
    """When a training loop stops, and which hooks have to see its steps.

    Attributes:
      steps: How many steps to train at most, None for no limit.
      last_step: The global step to stop at, None for none.
      fails_on_nan: Whether a loss that is no number is an error; otherwise it ends training.
      each_step: The hooks that have to see every step.
    """

    steps: int | None = None
    last_step: int | None = None
    fails_on_nan: bool = True
    each_step: list[Any] = dataclasses.field(default_factory=list)

    def limit(self, steps: int | None, max_steps: int | None) -> None:
        """Stops after so many steps, or at so many global steps, unless it is earlier anyway."""
        if steps is not None:
            self.steps = _least(self.steps, steps)
        if max_steps is not None:
            self.last_step = _least(self.last_step, max_steps)

    def stop_at(self, begin: int) -> int | None:
        """Returns the global step to stop at for training that begins at one."""
        ends = [self.last_step, None if self.steps is None else begin + self.steps]
        return min((end for end in ends if end is not None), default=None)


def control_of(hooks: Iterable[Any], loss: Any) -> LoopControl:
    """Returns what hooks ask of a training loop.

    Args:
      hooks: `SessionRunHook`s.
      loss: The loss of the model.
    """
    control = LoopControl()
    for hook in hooks:
        kind, fields = type(hook), getattr(hook, "__dict__", {})
        if kind is tf1.train.StopAtStepHook and fields["_num_steps"] is not None:
            control.steps = _least(control.steps, fields["_num_steps"])
        elif kind is tf1.train.StopAtStepHook:
            control.last_step = _least(control.last_step, fields["_last_step"])
        elif kind is tf1.train.NanTensorHook and fields["_loss_tensor"] is loss:
            control.fails_on_nan &= fields["_fail_on_nan_loss"]
        else:
            control.each_step.append(hook)
    return control


def _least(known: int | None, new: int) -> int:
    return new if known is None else min(known, new)
