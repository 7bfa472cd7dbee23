"""`tensorflow.contrib.learn.datasets.synthetic`: points in the plane, of two classes or more.

As with contrib, the numbers come from NumPy's global generator, and a seed given here seeds that.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from tf_spec_compat.inputs.datasets.csv_files import Dataset

__all__ = ["circles", "spirals"]

_TURN = 2 * np.pi
_RADIUS = {
    "archimedes": lambda angle: angle,
    "bernoulli": lambda angle: np.exp(0.1 * angle),
    "fermat": np.sqrt,
}


def circles(
    n_samples: int = 100,
    noise: float | None = None,
    seed: int | None = None,
    factor: float = 0.8,
    n_classes: int = 2,
    *args: Any,
    **kwargs: Any,
) -> Dataset:
    """Makes circles one inside the other, one for each class.

    Args:
      n_samples: Number of points. Those left over when they are dealt out evenly fall anywhere and
        are of class 0.
      noise: Standard deviation of the noise on each coordinate.
      seed: Seed of `numpy.random`; `None` leaves it as it is.
      factor: A circle's radius over that of the next one outside it; the outermost has radius 1.
      n_classes: Number of circles.
      *args: Ignored.
      **kwargs: Ignored.

    Returns:
      A `Dataset` of float64 points `[n_samples, 2]` and int32 classes `[n_samples]`, shuffled.

    Raises:
      ValueError: There are no points.
    """
    if n_samples < 1:
        raise ValueError(f"circles need at least 1 point, but n_samples is {n_samples}.")
    _seed(seed)
    angle = np.linspace(0, _TURN, n_samples // n_classes)
    parts = [np.stack([np.cos(angle), np.sin(angle)], axis=1) * factor**n for n in range(n_classes)]
    rest = n_samples % n_classes
    if rest:
        x = np.cos(_TURN * np.random.rand(rest))
        parts.append(np.stack([x, np.sin(_TURN * np.random.rand(rest))], axis=1))
    return _shuffled(parts, n_samples, n_classes, noise)


def spirals(
    n_samples: int = 100,
    noise: float | None = None,
    seed: int | None = None,
    mode: str = "archimedes",
    n_loops: float = 2,
    *args: Any,
    **kwargs: Any,
) -> Dataset:
    """Makes two spirals, one turned by half a turn against the other.

    Args:
      n_samples: Number of points. When it is odd one is left over: a corner of the square, class 0.
      noise: Standard deviation of the noise on each coordinate.
      seed: Seed of `numpy.random`; `None` leaves it as it is.
      mode: How the radius grows: `"archimedes"` with the angle, `"bernoulli"` exponentially,
        `"fermat"` with the root of the angle.
      n_loops: Number of turns.
      *args: Ignored.
      **kwargs: Ignored.

    Returns:
      A `Dataset` of float64 points `[n_samples, 2]`, each coordinate scaled to reach 1, and int32
      classes `[n_samples]`, shuffled.

    Raises:
      ValueError: `mode` is not one of the three, or there are fewer than two points.
    """
    if mode not in _RADIUS:
        known = ", ".join(_RADIUS)
        raise ValueError(f"Cannot generate spiral with mode {mode}; there are {known}.")
    if n_samples < 2:
        raise ValueError(f"two spirals need at least 2 points, but n_samples is {n_samples}.")
    _seed(seed)
    angle = np.linspace(0, n_loops * _TURN, n_samples // 2)
    radius = _RADIUS[mode](angle)
    parts = [_scaled(radius, angle), _scaled(radius, angle + np.pi)]
    if n_samples % 2:
        parts.append(_scaled(np.ones(1), _TURN * np.random.rand(1)))
    return _shuffled(parts, n_samples, 2, noise)


def _seed(seed: int | None) -> None:
    if seed is not None:
        np.random.seed(seed)


def _scaled(radius: Any, angle: Any) -> Any:
    points = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return points / np.abs(points).max(axis=0)


def _shuffled(parts: list[Any], n_samples: int, n_classes: int, noise: float | None) -> Dataset:
    """Joins the classes' points, in their order, and what is left over; adds noise; shuffles."""
    points = np.concatenate(parts)
    classes = np.zeros(n_samples, dtype=np.int32)
    dealt = np.repeat(np.arange(n_classes), n_samples // n_classes)
    classes[: len(dealt)] = dealt
    order = np.random.permutation(n_samples)
    if noise is not None:
        points = points + np.random.normal(scale=noise, size=points.shape)
    return Dataset(points[order], classes[order])
