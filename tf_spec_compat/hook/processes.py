"""The TF1 view in the processes that a program of `run` starts with `multiprocessing`.

A process that is not forked imports the program's file again, by itself. Before that it unpickles a
dict of what it has to know of its parent; an object in that dict brings the view along.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from multiprocessing import spawn
from typing import Any

from tf_spec_compat.hook.handle import install

__all__ = ["share"]


class _View:
    """An object that, unpickled, is a handle of `install()`."""

    def __init__(self, tf1_view: Sequence[str], eager: bool, python2: bool) -> None:
        self._arguments = (tf1_view, eager, python2)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return _start, self._arguments


def share(tf1_view: Sequence[str], eager: bool, python2: bool = False) -> None:
    """Lets every process that `multiprocessing` starts from here have the view, and theirs.

    Args:
      tf1_view: As for `install()`, paths as absolute ones.
      eager: As for `install()`.
      python2: As for `install()`.
    """
    original = spawn.get_preparation_data

    def get_preparation_data(name: str) -> dict[str, Any]:
        return {**original(name), "tf_spec_compat": _View(tf1_view, eager, python2)}

    spawn.get_preparation_data = get_preparation_data
    if "forkserver" in multiprocessing.get_all_start_methods():
        multiprocessing.set_forkserver_preload([])  # else it imports the program, without the view


def _start(tf1_view: Sequence[str], eager: bool, python2: bool) -> object:
    share(tf1_view, eager, python2)
    return install(tf1_view=tf1_view, eager=eager, python2=python2)
