"""Calls of `fractions`, `json` and `random` as Python 3.7 took them."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, MutableSequence
from typing import IO, Any

__all__ = ["gcd", "json_load", "json_loads", "randint", "randrange", "sample", "shuffle"]


def gcd(a: Any, b: Any) -> Any:
    """Returns the greatest common divisor, which has the sign of `b` unless `b` is 0."""
    while b:
        a, b = b, a % b
    return a


def json_load(fp: IO[Any], *, encoding: str | None = None, **options: Any) -> Any:
    """`json.load`, which takes no notice of `encoding`."""
    return json.load(fp, **options)


def json_loads(s: str | bytes, *, encoding: str | None = None, **options: Any) -> Any:
    """`json.loads`, which takes no notice of `encoding`."""
    return json.loads(s, **options)


def sample(population: Iterable[Any], k: int, **counts: Any) -> list[Any]:
    """`random.sample`, of a set too."""
    if isinstance(population, (set, frozenset)):
        population = tuple(population)
    return random.sample(population, k, **counts)  # type: ignore[arg-type]


def shuffle(x: MutableSequence[Any], random: Callable[[], float] | None = None) -> None:
    """`random.shuffle`, by numbers of a function of one's own too.

    Args:
      x: What to shuffle in place.
      random: Returns a number of [0, 1); by default as `random.shuffle` draws.
    """
    if random is None:
        _shuffle(x)
        return
    for last in range(len(x) - 1, 0, -1):
        other = int(random() * (last + 1))
        x[last], x[other] = x[other], x[last]


_shuffle = random.shuffle


def randrange(start: float, stop: float | None = None, step: float = 1) -> int:
    """`random.randrange`, of floats that are whole numbers too.

    Raises:
      ValueError: They are not.
    """
    first, last = _whole(start, 1), None if stop is None else _whole(stop, 2)
    return random.randrange(first, last, _whole(step, 3))


def randint(a: float, b: float) -> int:
    """`random.randint`, of floats that are whole numbers too.

    Raises:
      ValueError: They are not.
    """
    return randrange(a, b + 1)


def _whole(value: float, position: int) -> int:
    if int(value) != value:
        where = {1: "arg 1", 2: "stop", 3: "step"}[position]
        raise ValueError(f"non-integer {where} for randrange()")
    return int(value)
