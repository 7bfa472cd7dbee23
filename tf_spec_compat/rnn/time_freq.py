"""The LSTM of contrib that goes over time and frequency at once."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.rnn.bands import check_band_sizes, slice_bands, slice_state
from tf_spec_compat.rnn.base_cells import LSTM, keep_arguments
from tf_spec_compat.rnn.shapes import batch_size_of
from tf_spec_compat.rnn.weights import sharded

__all__ = ["TimeFreqLSTMCell"]


class TimeFreqLSTMCell(LSTM):
    """An LSTM that steps through the bands of each input as well as through time.

    After http://dx.doi.org/10.1109/ASRU.2015.7404788. Of `n` bands the output has `n * num_units`
    columns and the state twice as many, each band's cell and output; `output_size` and `state_size`
    are those of one band, as in contrib: only inputs of one band go through `tf.nn.dynamic_rnn`
    without an initial state.
    """

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        cell_clip: float | None = None,
        initializer: Any = None,
        num_unit_shards: int = 1,
        forget_bias: float = 1.0,
        feature_size: int | None = None,
        frequency_skip: int = 1,
        reuse: bool | None = None,
    ) -> None:
        """Makes the cell; its variables are `W_0` and so on, `B`, and those of the peepholes.

        Args:
          num_units: How many units it has.
          use_peepholes: Whether gates see the state, by `W_F_diag`, `W_I_diag` and `W_O_diag`.
          cell_clip: Bound on the state, if any.
          initializer: Without effect, as in contrib: the variable scope's initializer counts.
          num_unit_shards: Into how many variables to split `W`.
          forget_bias: Added to the forget gate.
          feature_size: How many columns of the inputs make a band; needed to call the cell.
          frequency_skip: By how many columns the bands are apart.
          reuse: Whether to use variables that exist.
        """

    @property
    def state_size(self) -> Any:
        """Columns of the state for each band."""
        return 2 * self._num_units

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output and the state, in which each band has its cell, then its output.

        The batch size need not be known, as contrib asked.

        Raises:
          TypeError: `feature_size` or `frequency_skip` is None.
          ValueError: The inputs' width is not known, or too small for one band.
        """
        check_band_sizes(self, self._feature_size, self._frequency_skip)
        bands = slice_bands(inputs, self._feature_size, self._frequency_skip)
        if not bands:
            raise ValueError(
                f"inputs of shape {inputs.shape} hold no band of feature_size="
                f"{self._feature_size}: give wider inputs or a smaller feature_size."
            )
        units, dtype = self._num_units, inputs.dtype
        width = int(bands[0].shape[1]) + 2 * units
        kernel = sharded("W", [width, 4 * units], dtype, self._num_unit_shards)
        bias = tf1.get_variable("B", [4 * units], dtype, tf1.zeros_initializer(dtype))
        peepholes = self._get_peepholes("W_{}_diag", "FIO", dtype)

        below = tf.zeros([batch_size_of(inputs), units], dtype)
        states, outputs = [], []
        for number, band in enumerate(bands):
            cell, output = slice_state(state, number, units)
            sums = tf.nn.bias_add(tf.matmul(tf.concat([band, output, below], 1), kernel), bias)
            cell, below = self._step(self._split_gates(sums), cell, peepholes)
            states += [cell, below]
            outputs.append(below)
        return tf.concat(outputs, 1), tf.concat(states, 1)
