"""The variables of the grid LSTMs."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.rnn.weights import sharded

__all__ = ["GridWeights"]


class GridWeights:
    """Variables of one block, in contrib's order."""

    def __init__(
        self,
        block: int,
        band: Any,
        units: int,
        shards: int,
        *,
        peepholes: bool,
        shared: bool,
        coupled: bool,
    ) -> None:
        """Makes the variables for bands like `band`, `[batch, feature_size]`."""
        dtype = band.dtype
        self.shared = shared
        kinds = ("freq",) if self.shared else ("freq", "time")
        self._count = 3 if coupled else 4
        shape = [int(band.shape[1]) + 2 * units, self._count * units]
        self._kernels = {}
        for kind in kinds:
            kernel = sharded(f"W_{kind[0]}_{block}", shape, dtype, shards)
            zeros = tf1.zeros_initializer(dtype)
            bias = tf1.get_variable(f"B_{kind[0]}_{block}", shape[1:], dtype, zeros)
            self._kernels[kind] = kernel, bias
        self._peepholes = {}
        if peepholes:
            self._peepholes = {
                (gate, kind): [
                    tf1.get_variable(f"W_{gate}_diag_{kind}{of}_{block}", [units], dtype)
                    for of in "ft"
                ]
                for kind in kinds
                for gate in "FIO"[4 - self._count :]
            }

    def gates(self, joined: Any, kind: str) -> list[Any]:
        """Returns sums for input, candidate, forget unless coupled, and output."""
        kernel, bias = self._kernels[kind]
        return tf.split(tf.nn.bias_add(tf.matmul(joined, kernel), bias), self._count, 1)

    def add_peepholes(self, gate: str, sums: Any, kind: str, cells: Any) -> Any:
        """Adds what the peepholes see of the cells of frequency and time."""
        if not self._peepholes:
            return sums
        of_frequency, of_time = self._peepholes[gate, "freq" if self.shared else kind]
        return sums + of_frequency * cells[0] + of_time * cells[1]
