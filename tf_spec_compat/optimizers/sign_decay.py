"""Decays for the exponents of PowerSign and AddSign; section 4.3 of https://arxiv.org/abs/1709.07417.

Each function returns one that takes the global step, and returns a float32 scalar.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.model.types import Tensor

__all__ = ["get_cosine_decay_fn", "get_linear_decay_fn", "get_restart_decay_fn"]


def get_linear_decay_fn(decay_steps: int) -> Callable[[Any], Tensor]:
    """Returns a decay from 1 to 0 in so many steps."""

    def decay(global_step: Any) -> Any:
        return 1 - _done(global_step, decay_steps)

    return decay


def get_cosine_decay_fn(
    decay_steps: int, num_periods: float = 0.5, zero_after: float | None = None
) -> Callable[[Any], Tensor]:
    """Returns a decay by a cosine.

    Args:
      decay_steps: In how many steps.
      num_periods: How many periods of the cosine these have.
      zero_after: After how many periods it stays at zero.
    """

    def decay(global_step: Any) -> Any:
        periods = num_periods * _done(global_step, decay_steps)
        return _cosine(2 * periods, periods, zero_after)

    return decay


def get_restart_decay_fn(
    decay_steps: int, num_periods: float = 1, zero_after: float | None = None
) -> Callable[[Any], Tensor]:
    """Returns a decay by half a cosine that starts anew in each period.

    Args:
      decay_steps: In how many steps.
      num_periods: How often it starts.
      zero_after: After how many periods it stays at zero.
    """

    def decay(global_step: Any) -> Any:
        periods = num_periods * _done(global_step, decay_steps)
        return _cosine(tf.math.floormod(periods, 1), periods, zero_after)

    return decay


def _done(global_step: Any, decay_steps: int) -> Any:
    """Which part of the steps is done, from 0 to 1."""
    return tf.minimum(tf.cast(global_step, tf.float32), decay_steps) / decay_steps


def _cosine(halves: Any, periods: Any, zero_after: float | None) -> Any:
    """The cosine from 1 to 0, and zero after a number of periods."""
    value = 0.5 * (1 + tf.cos(math.pi * halves))
    return value if zero_after is None else tf.where(periods >= zero_after, 0.0, value)
