"""Cells of contrib whose units see their own past only."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import LayerRNNCell, LSTMStateTuple
from tf_spec_compat.rnn.base_cells import LSTM, Activation, Units, keep_arguments
from tf_spec_compat.rnn.shapes import known_width

__all__ = ["IndRNNCell", "IndyGRUCell", "IndyLSTMCell"]


class _Independent(Units, LayerRNNCell):
    """A cell that maps its state by a vector, one weight for each unit, not by a matrix."""

    _kernel_initializer: Any = None
    _bias_initializer: Any = None

    def _add_weights(
        self, width: int, size: int, *, scope: str = "", kernel: str = "kernel_w", bias: Any = None
    ) -> list[Any]:
        """Adds the weights for inputs, state and bias; `bias` is how that starts by default."""
        uniform = tf1.random_uniform_initializer(-1, 1, dtype=self.dtype)
        bias = self._bias_initializer or bias or tf1.zeros_initializer(self.dtype)
        kernel_initializer = self._kernel_initializer
        return [
            self.add_weight(scope + kernel, [width, size], initializer=kernel_initializer),
            self.add_weight(f"{scope}kernel_u", [1, size], initializer=uniform),
            self.add_weight(f"{scope}bias", [size], initializer=bias),
        ]


def _sums(weights: list[Any], inputs: Any, state: Any) -> Any:
    kernel, recurrent, bias = weights
    return tf.matmul(inputs, kernel) + state * recurrent + bias


class IndRNNCell(_Independent):
    """The independently recurrent cell of https://arxiv.org/abs/1803.04831."""

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        activation: Activation | None = None,
        reuse: bool | None = None,
        name: str | None = None,
        dtype: Any = None,
    ) -> None:
        """Makes the cell; its variables are `kernel_w`, `kernel_u` and `bias`.

        Args:
          num_units: How many units it has.
          activation: tanh by default.
          reuse: Whether to use variables that exist.
          name: Name of the layer, the last part of the variables' scope.
          dtype: Type of its variables; that of the inputs by default.
        """
        self._activation = activation or tf.tanh

    def build(self, input_shape: Any) -> None:
        """Makes the variables for inputs of that shape."""
        self._weights = self._add_weights(
            known_width(input_shape, layer=self.name), self._num_units
        )
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the new state, `[batch, num_units]`, twice: it is the output too."""
        new = self._activation(_sums(self._weights, inputs, state))
        return new, new


class IndyGRUCell(_Independent):
    """A GRU each of whose units sees its own past only."""

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        activation: Activation | None = None,
        reuse: bool | None = None,
        kernel_initializer: Any = None,
        bias_initializer: Any = None,
        name: str | None = None,
        dtype: Any = None,
    ) -> None:
        """Makes the cell; its variables are under `gates` and `candidate`.

        Args:
          num_units: How many units it has.
          activation: tanh by default.
          reuse: Whether to use variables that exist.
          kernel_initializer: The variable scope's by default.
          bias_initializer: Ones for the gates and zeros for the candidate by default.
          name: Name of the layer, the last part of the variables' scope.
          dtype: Type of its variables; that of the inputs by default.
        """
        self._activation = activation or tf.tanh

    def build(self, input_shape: Any) -> None:
        """Makes the variables for inputs of that shape."""
        width, units = known_width(input_shape, layer=self.name), self._num_units
        ones = tf1.ones_initializer(self.dtype)
        self._gates = self._add_weights(width, 2 * units, scope="gates/", bias=ones)
        self._candidate = self._add_weights(width, units, scope="candidate/", kernel="kernel")
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the new state, `[batch, num_units]`, twice: it is the output too."""
        gates = tf.sigmoid(_sums(self._gates, inputs, tf.tile(state, [1, 2])))
        reset, update = tf.split(gates, 2, 1)
        candidate = self._activation(_sums(self._candidate, inputs, reset * state))
        new = update * state + (1 - update) * candidate
        return new, new


class IndyLSTMCell(_Independent, LSTM):
    """The LSTM of https://arxiv.org/abs/1903.08023, each of whose units sees its own past only."""

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        forget_bias: float = 1.0,
        activation: Activation | None = None,
        reuse: bool | None = None,
        kernel_initializer: Any = None,
        bias_initializer: Any = None,
        name: str | None = None,
        dtype: Any = None,
    ) -> None:
        """Makes the cell; its variables are `kernel_w`, `kernel_u` and `bias`.

        Args:
          num_units: How many units it has.
          forget_bias: Added to the forget gate.
          activation: tanh by default.
          reuse: Whether to use variables that exist.
          kernel_initializer: The variable scope's by default.
          bias_initializer: Zeros by default.
          name: Name of the layer, the last part of the variables' scope.
          dtype: Type of its variables; that of the inputs by default.
        """
        self._activation = activation or tf.tanh

    def build(self, input_shape: Any) -> None:
        """Makes the variables for inputs of that shape."""
        self._weights = self._add_weights(
            known_width(input_shape, layer=self.name), 4 * self._num_units
        )
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, num_units]`, and an `LSTMStateTuple`."""
        cell, output = state
        sums = _sums(self._weights, inputs, tf.tile(output, [1, 4]))
        cell, output = self._step(self._split_gates(sums), cell)
        return output, LSTMStateTuple(cell, output)
