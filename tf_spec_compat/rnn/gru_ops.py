"""`tensorflow.contrib.rnn.python.ops.gru_ops`: the GRU whose variables belong to one kernel.

contrib's kernel has no gradient in TensorFlow any more; the figures are the same without it.
"""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import LayerRNNCell
from tf_spec_compat.rnn.base_cells import Units, keep_arguments
from tf_spec_compat.rnn.shapes import known_width

__all__ = ["GRUBlockCell", "GRUBlockCellV2"]


class GRUBlockCell(Units, LayerRNNCell):
    """A GRU with the variables `w_ru`, `b_ru`, `w_c` and `b_c`.

    As in contrib it is not `GRUCell`'s equal in checkpoints; `GRUBlockCellV2` is.
    """

    _VARIABLES = ("w_ru", "b_ru", "w_c", "b_c")

    @keep_arguments
    def __init__(
        self,
        num_units: int | None = None,
        cell_size: int | None = None,
        reuse: bool | None = None,
        name: str = "gru_cell",
    ) -> None:
        """Makes the cell.

        Args:
          num_units: How many units it has.
          cell_size: The old name of `num_units`.
          reuse: Whether to use variables that exist.
          name: Name of the layer, the last part of the variables' scope.

        Raises:
          ValueError: Both or neither of `num_units` and `cell_size` are given.
        """
        if (num_units is None) == (cell_size is None):
            raise ValueError(
                "Exactly one of num_units or cell_size must be provided, "
                f"got num_units={num_units!r}, cell_size={cell_size!r}."
            )
        self._num_units = self._cell_size = num_units or cell_size or 0

    def build(self, input_shape: Any) -> None:
        """Makes the variables for inputs of that shape."""
        width = (
            known_width(input_shape, layer=self.name, unknown="Expecting input_size to be set.")
            + self._num_units
        )
        ones, zeros = tf1.ones_initializer(), tf1.zeros_initializer()
        gates, gates_bias, candidate, candidate_bias = self._VARIABLES
        size = self._num_units
        self._gates = self.add_weight(gates, [width, 2 * size])
        self._gates_bias = self.add_weight(gates_bias, [2 * size], initializer=ones)
        self._candidate = self.add_weight(candidate, [width, size])
        self._candidate_bias = self.add_weight(candidate_bias, [size], initializer=zeros)
        self.built = True

    def call(self, inputs: Any, h_prev: Any) -> Any:
        """Returns the new state, `[batch, num_units]`, twice: it is the output too."""
        gates = tf.sigmoid(
            tf.matmul(tf.concat([inputs, h_prev], 1), self._gates) + self._gates_bias
        )
        reset, update = tf.split(gates, 2, axis=1)
        candidate = tf.matmul(tf.concat([inputs, reset * h_prev], 1), self._candidate)
        candidate = tf.tanh(candidate + self._candidate_bias)
        state = update * h_prev + (1 - update) * candidate
        return state, state


class GRUBlockCellV2(GRUBlockCell):
    """The same with the variables of `GRUCell`, whose checkpoints it loads."""

    _VARIABLES = ("gates/kernel", "gates/bias", "candidate/kernel", "candidate/bias")
