"""Bands of frequency: parts of the inputs and of the state of LSTMs over time and frequency."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.rnn.shapes import static_width

__all__ = ["block_ranges", "check_band_sizes", "count_bands", "slice_bands", "slice_state"]


def check_band_sizes(cell: Any, feature_size: int | None, frequency_skip: int | None) -> None:
    """Checks that a cell was given the width of the bands, and how far they are apart.

    Raises:
      TypeError: It was not.
    """
    if feature_size is None or frequency_skip is None:
        raise TypeError(
            "feature_size and frequency_skip must be integers, got "
            f"{feature_size} and {frequency_skip}: pass them to {type(cell).__name__}."
        )


def count_bands(width: int, size: int, skip: int) -> int:
    """Returns how many bands of `size` columns, `skip` apart, fit into `width` columns."""
    return int((width - size) / skip) + 1


def slice_bands(
    inputs: Any, size: int, skip: int, count: int | None = None, start: int = 0
) -> list[Any]:
    """Returns bands of inputs `[batch, n]`, each `[batch, size]`.

    Args:
      inputs: The inputs.
      size: How many columns a band has.
      skip: By how many columns the bands are apart.
      count: How many bands; as many as fit by default.
      start: First column of the first band.
    """
    if count is None:
        count = count_bands(static_width(inputs), size, skip)
    return [tf.slice(inputs, [0, start + number * skip], [-1, size]) for number in range(count)]


def slice_state(state: Any, number: int, units: int) -> list[Any]:
    """Returns cell and output of a band from a state that is one tensor."""
    return [tf.slice(state, [0, (2 * number + part) * units], [-1, units]) for part in (0, 1)]


def block_ranges(
    width: int,
    num_blocks: Sequence[int],
    starts: Sequence[int] | None,
    ends: Sequence[int] | None,
) -> list[tuple[int, int]]:
    """Returns where the blocks of a grid LSTM start and end.

    Args:
      width: How many columns the inputs have.
      num_blocks: How many bands each block has.
      starts: Each block's first column; one block has all columns by default.
      ends: The column after each block's last one.

    Raises:
      TypeError: There are starts without ends.
      ValueError: There are not as many starts and ends as blocks.
    """
    count = len(num_blocks)
    if not starts:
        if count != 1:
            raise ValueError(
                f"Length of num_frequency_blocks is not 1, but instead is {count}: "
                "give start_freqindex_list and end_freqindex_list for several blocks."
            )
        return [(0, width)]
    if ends is None:
        raise TypeError(f"end_freqindex_list is None, but start_freqindex_list is {starts}.")
    if len(starts) != len(ends):
        raise ValueError(
            f"Length of start and end freqindex_list does not match: {starts}, {ends}."
        )
    if count != len(starts):
        raise ValueError(
            "Length of num_frequency_blocks is not equal to start_freqindex_list: "
            f"{num_blocks}, {starts}."
        )
    return list(zip(starts, ends))
