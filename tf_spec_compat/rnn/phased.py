"""The LSTM of contrib that opens in a rhythm."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import LSTMStateTuple
from tf_spec_compat.rnn.base_cells import LSTM, keep_arguments
from tf_spec_compat.rnn.weights import linear

__all__ = ["PhasedLSTMCell"]


class PhasedLSTMCell(LSTM):
    """The LSTM of https://arxiv.org/abs/1610.09513, whose units change in phases of time.

    Its inputs are pairs: the time, `[batch, 1]`, of any real or integer type, and the features,
    `[batch, n]`, which are float32.
    """

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        leak: float = 0.001,
        ratio_on: float = 0.1,
        trainable_ratio_on: bool = True,
        period_init_min: float = 1.0,
        period_init_max: float = 1000.0,
        reuse: bool | None = None,
    ) -> None:
        """Makes the cell.

        Its variables are `kernel` and `bias` under `mask_gates`, `new_input` and `output_gate`, and
        `period`, `phase` and `ratio_on`.

        Args:
          num_units: How many units it has.
          use_peepholes: Whether the gates see the state.
          leak: How much a closed unit lets through.
          ratio_on: For which part of its period a unit is open, to begin with.
          trainable_ratio_on: Whether to train that part.
          period_init_min: Where periods start at least, in units of time.
          period_init_max: Where they start at most.
          reuse: Whether to use variables that exist.
        """

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, num_units]`, and an `LSTMStateTuple`.

        Args:
          inputs: A pair of time and features.
          state: An `LSTMStateTuple`.

        Raises:
          TypeError: The features are not float32.
          ValueError: The shape of the time does not fit `[batch, num_units]`.
        """
        time, features = inputs
        cell, output = state
        seen = [features, output]
        gates = self._gate("mask_gates", [*seen, cell] if self._use_peepholes else seen, 2)
        input_gate, forget_gate = tf.split(tf.sigmoid(gates), 2, 1)
        new_cell = cell * forget_gate + input_gate * tf.tanh(self._gate("new_input", seen))
        output_gate = self._gate("output_gate", [*seen, new_cell] if self._use_peepholes else seen)
        new_output = tf.tanh(new_cell) * tf.sigmoid(output_gate)

        opened = self._time_gate(time)
        new_cell = opened * new_cell + (1 - opened) * cell
        new_output = opened * new_output + (1 - opened) * output
        return new_output, LSTMStateTuple(new_cell, new_output)

    def _gate(self, scope: str, tensors: list[Any], width: int = 1) -> Any:
        with tf1.variable_scope(scope):
            return linear(tensors, width * self._num_units, True)

    def _time_gate(self, time: Any) -> Any:
        """Returns how far each unit is open: it rises, falls, then leaks."""
        period = tf1.get_variable("period", [self._num_units], initializer=self._draw_periods)
        # Spread over the first period of each unit.
        first = tf1.random_uniform_initializer(0.0, period.initial_value)
        phase = tf1.get_variable("phase", [self._num_units], initializer=first)
        ratio_on = tf1.get_variable(
            "ratio_on",
            [self._num_units],
            initializer=tf1.constant_initializer(self._ratio_on),
            trainable=self._trainable_ratio_on,
        )
        period, shifted = tf.cast(period, time.dtype), time - tf.cast(phase, time.dtype)
        # Gradients pass the modulus as if it were not there.
        within = tf.stop_gradient(tf.math.floormod(shifted, period) - shifted) + shifted
        share = tf.cast(within / period, tf.float32)
        rising = 2 * share / ratio_on
        falling_or_leaking = tf1.where(share < ratio_on, 2 - rising, self._leak * share)
        return tf1.where(share < 0.5 * ratio_on, rising, falling_or_leaking)

    def _draw_periods(self, shape: Any, dtype: Any = None, partition_info: Any = None) -> Any:
        """Returns periods whose logarithms are evenly spread."""
        low, high = tf.math.log(self._period_init_min), tf.math.log(self._period_init_max)
        return tf.exp(tf1.random_uniform(shape, low, high, dtype))
