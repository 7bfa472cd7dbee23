"""The factors of rows or columns of a `WALSModel`, in their variables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.model.types import Tensor

__all__ = ["Factors", "variable"]


class Factors:
    """The factors and weights of the rows, or of the columns, in one variable a shard."""

    def __init__(
        self, name: str, size: int, width: int, init: Any, shards: int, weights: Any, scoped: bool
    ) -> None:
        """Makes the variables; the arguments are those of `WALSModel`."""
        sizes = [size // shards + (shard < size % shards) for shard in range(shards)]
        self.size = size
        self.factors = []
        for shard, value in enumerate(_parts(init, sizes)):
            first = value
            if isinstance(value, str):
                first = tf.random.truncated_normal([sizes[shard], width])
            full = f"{name}_factors_shard_{shard}"
            full = f"{name}_factors/{full}" if scoped else full
            self.factors.append(variable(full, first, [sizes[shard], width]))
        self.weights = None
        if weights is not None:
            self.weights = []
            for shard, value in enumerate(_weights(name, weights, sizes)):
                full = f"{name}_weights_shard_{shard}"
                full = f"{name}_weights/{full}" if scoped else full
                self.weights.append(variable(full, value, [sizes[shard]]))

    def all_factors(self) -> Tensor:
        """Returns the factors of all shards, `[size, width]`."""
        return tf.concat([tf.convert_to_tensor(part) for part in self.factors], 0)

    def all_weights(self) -> Tensor | None:
        """Returns the weights of all shards, `[size]`."""
        if self.weights is None:
            return None
        return tf.concat([tf.convert_to_tensor(part) for part in self.weights], 0)

    def updated(self, ids: Tensor, values: Tensor) -> Any:
        """Returns the op that writes the factors of some rows."""
        ops, start = [], 0
        for part in self.factors:
            end = start + part.shape[0]
            here = tf.where((ids >= start) & (ids < end))[:, 0]
            rows = tf.gather(ids, here) - start
            ops.append(tf1.scatter_update(part, rows, tf.gather(values, here)))
            start = end
        return tf.group(*ops)


def _parts(init: Any, sizes: Sequence[int]) -> list[Any]:
    """Returns the first value of each shard."""
    if isinstance(init, str):
        if init != "random":
            raise TypeError(
                f"Expected float32, got {init!r} of type 'str' instead. Pass 'random', a function, "
                "or values."
            )
        return [init] * len(sizes)
    if callable(init):
        return [init] * len(sizes)
    if isinstance(init, list) and len(init) == len(sizes):
        return init
    return [*tf.split(tf.cast(init, tf.float32), [*sizes], axis=0)]


def _weights(name: str, weights: Any, sizes: Sequence[int]) -> list[Any]:
    """Returns the weights of each shard."""
    if isinstance(weights, (int, float)):
        return [[float(weights)] * size for size in sizes]
    parts = [weights] if len(sizes) == 1 and np.ndim(weights[0]) == 0 else [*weights]
    if [np.size(part) for part in parts] != [*sizes]:
        raise AssertionError(
            f"{name}_weights are {weights!r}, for shards of sizes {[*sizes]}; pass a number, or "
            "for each shard a list of one for each of its rows."
        )
    return parts


def variable(name: str, value: Any, shape: Sequence[int]) -> Any:
    """Returns a float32 variable of a shape, made of a value or of a function that returns one."""
    first = value() if callable(value) else tf.cast(value, tf.float32)
    return tf1.Variable(tf.reshape(first, shape), name=name)
