"""Predictions: batch by batch, example by example, or all in one."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from tf_spec_compat._tf import silenced_deprecations

__all__ = ["concatenated", "examples", "started"]


def started(batches: Iterator[Any], only_one: Callable[[], bool]) -> Iterator[Any]:
    """Takes the first batch at once, so that what is wrong with the model is known now.

    Args:
      batches: A generator of batches.
      only_one: Says, after the first batch, whether it is all there is.

    Returns:
      A generator of the same batches.
    """
    first = next(batches, None)
    return _rest(first, batches, only_one())


def _rest(first: Any, batches: Any, only_one: bool) -> Iterator[Any]:
    try:
        if first is None:
            return
        yield first
        while not only_one:
            with silenced_deprecations():
                batch = next(batches, None)
            if batch is None:
                return
            yield batch
    finally:
        batches.close()  # now, not when the garbage is collected


def examples(batches: Iterator[Any]) -> Iterator[Any]:
    """Gives each example by itself; there are as many as of the first of the predictions.

    Raises:
      IndexError: If predictions are sparse or scalar, or there are less of some than of the first.
    """
    for batch in batches:
        if not isinstance(batch, dict):
            _length({"predictions": batch})
            yield from batch
            continue
        _length(batch)
        keys = list(batch)
        for row in zip(*batch.values()):
            yield dict(zip(keys, row))


def _length(batch: dict[str, Any]) -> None:
    lengths: dict[str, Any] = {
        key: value.shape[0] if getattr(value, "shape", ()) else None for key, value in batch.items()
    }
    first = next(iter(lengths.values()), None)
    if None in lengths.values() or any(length < first for length in lengths.values()):
        raise IndexError(
            "Predictions that have no first dimension, or a smaller one than the first of them, "
            f"cannot be given example by example; their lengths are {lengths}. Pass "
            "iterate_batches=True, or leave some out by outputs=[...]."
        )


def concatenated(batches: Any, only_one: bool = False) -> Any:
    """Puts batches, or only the first of them, together along their first dimension.

    Raises:
      ValueError: If there are none.
    """
    parts = list(itertools.islice(batches, 1 if only_one else None))
    if only_one:
        batches.close()
    if not parts:
        raise ValueError("There is nothing to predict: the input ended before its first batch.")
    if len(parts) == 1:
        return parts[0]
    if isinstance(parts[0], dict):
        return {key: np.concatenate([part[key] for part in parts]) for key in parts[0]}
    return np.concatenate(parts)
