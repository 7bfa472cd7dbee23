"""Rows of the table, and timings that stand a busy machine."""

from __future__ import annotations

import dataclasses
import gc
import statistics
import time
from collections.abc import Callable
from typing import Any


@dataclasses.dataclass(frozen=True)
class Row:
    """One line of the table: a figure, what it is compared with, and what their ratio may be."""

    name: str
    unit: str
    measured: float
    against: float
    ratio: float
    limit: float | None = None  # None: for information
    sign: str = "<="  # Rates have a limit below, all else above.

    @property
    def holds(self) -> bool:
        if self.limit is None:
            return True
        return self.ratio >= self.limit if self.sign == ">=" else self.ratio <= self.limit

    def __str__(self) -> str:
        digits = 0 if self.unit == "nodes" else 2 if self.measured < 100 else 0
        figures = "".join(f"{figure:10,.{digits}f}" for figure in (self.measured, self.against))
        verdict = "" if self.limit is None else f"  {self.sign}{self.limit:5.2f}  "
        verdict += "" if self.limit is None else "holds" if self.holds else "BROKEN"
        return f"{self.name:57}{figures} {self.unit:5}{self.ratio:7.3f}{verdict}"


def count_row(name: str, measured: float, against: float, limit: float | None = None) -> Row:
    return Row(name, "nodes", measured, against, measured / against, limit)


def time_row(
    name: str, measured: list[float], against: list[float], limit: float | None = None
) -> Row:
    """Compares two lists of seconds, taken in turns.

    The ratio is the median of the ratios of the turns: what slows the machine for a while slows
    both sides of a turn. It need not be the ratio of the medians, which are what is shown.
    """
    ratio = statistics.median(ours / theirs for ours, theirs in zip(measured, against))
    medians = (1000 * statistics.median(seconds) for seconds in (measured, against))
    return Row(name, "ms", *medians, ratio, limit)


def rate_row(
    name: str,
    amount: int,
    measured: list[float],
    against: list[float],
    limit: float | None = None,
) -> Row:
    """Compares how much is done in a second: `amount` in each of the seconds of the lists.

    The ratio is the median over the turns, as of `time_row`.
    """
    ratio = statistics.median(theirs / ours for ours, theirs in zip(measured, against))
    rates = (amount / statistics.median(seconds) for seconds in (measured, against))
    return Row(name, "/s", *rates, ratio, limit, ">=")


def in_turns(rounds: int, *runs: Callable[[], float]) -> list[list[float]]:
    """Calls each of `runs`, which say their seconds, `rounds` times, there and back again."""
    for run in runs:
        run()  # What is loaded or cached on first use is not measured.
    gc.collect()
    gc.freeze()  # TensorFlow itself is no garbage, and looking through it empties the CPU's caches.
    seconds: list[list[float]] = [[] for _ in runs]
    order = list(range(len(runs)))
    for turn in range(rounds):
        for index in order if turn % 2 else order[::-1]:
            seconds[index].append(runs[index]())
    return seconds


def cpu_seconds(function: Callable[[], Any], times: int = 1) -> float:
    """CPU seconds that this thread needs for a call; other work on the machine does not count."""
    gc.collect()
    gc.disable()
    try:
        begin = time.thread_time()
        for _ in range(times):
            function()
        return (time.thread_time() - begin) / times
    finally:
        gc.enable()
