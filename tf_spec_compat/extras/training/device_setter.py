"""`tensorflow.contrib.training.python.training.device_setter`: which task a variable goes to.

The strategies are for `tf.compat.v1.train.replica_device_setter(ps_strategy=...)`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import numpy as np

__all__ = ["GreedyLoadBalancingStrategy", "RandomStrategy", "byte_size_load_fn"]


class RandomStrategy:
    """Gives each op a task by a hash of its name: the same in each process."""

    def __init__(self, num_ps_tasks: int, seed: int = 0) -> None:
        """Sets the number of tasks, and a seed for the hash."""
        self._num_tasks = num_ps_tasks
        self._seed = seed

    def __call__(self, op: Any) -> int:
        """Returns the task of `op`, a number below that of tasks.

        Raises:
          ZeroDivisionError: There are no tasks.
        """
        digest = hashlib.md5(f"{op.name}_{self._seed}".encode(), usedforsecurity=False)
        return int(digest.hexdigest(), 16) % self._num_tasks


class GreedyLoadBalancingStrategy:
    """Gives each op to the task with the least load so far, the first one of several."""

    def __init__(self, num_tasks: int, load_fn: Callable[[Any], float]) -> None:
        """Sets the number of tasks and what an op weighs.

        Args:
          num_tasks: How many tasks there are.
          load_fn: Called with an op; `byte_size_load_fn` for example.
        """
        self._num_tasks = num_tasks
        self._load_fn = load_fn
        self._ps_loads = np.zeros(num_tasks)

    def __call__(self, op: Any) -> int:
        """Returns the task of `op`, and adds its load there.

        Raises:
          ValueError: There are no tasks, or what `load_fn` raises.
        """
        if not self._num_tasks:
            raise ValueError(f"num_tasks is {self._num_tasks}: there is no task for {op.name!r}.")
        task = int(np.argmin(self._ps_loads))
        self._ps_loads[task] += self._load_fn(op)
        return task


def byte_size_load_fn(op: Any) -> int:
    """Returns how many bytes the value of a variable's op takes.

    Args:
      op: An op with one output, of a shape that is known.

    Raises:
      ValueError: It has more outputs or none, or its shape is not known.
    """
    if len(op.outputs) != 1:
        raise ValueError(f"Op {op} must have a single output, has {len(op.outputs)}")
    output = op.outputs[0]
    shape = output.shape
    shape.assert_is_fully_defined()
    return int(shape.num_elements()) * np.dtype(output.dtype.as_numpy_dtype).itemsize
