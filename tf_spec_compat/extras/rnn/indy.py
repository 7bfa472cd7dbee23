"""Cells of contrib whose units see their own past only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import LayerRNNCell, LSTMStateTuple
from tf_spec_compat.extras.rnn.shapes import known_width

__all__ = ["IndRNNCell", "IndyGRUCell", "IndyLSTMCell"]

_Function = Callable[[Any], Any]


class IndRNNCell(LayerRNNCell):
    """The independently recurrent cell of https://arxiv.org/abs/1803.04831."""

    def __init__(
        self,
        num_units: int,
        activation: _Function | None = None,
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
        super().__init__(_reuse=reuse, name=name, dtype=dtype)
        self._num_units = num_units
        self._activation = activation or tf.tanh

    @property
    def state_size(self) -> Any:
        """How many units it has."""
        return self._num_units

    @property
    def output_size(self) -> int:
        """How many units it has."""
        return self._num_units

    def build(self, input_shape: Any) -> None:
        """Makes the variables for inputs of that shape."""
        self._kernel_w = self.add_weight("kernel_w", [known_width(input_shape), self._num_units])
        self._kernel_u = self.add_weight(
            "kernel_u",
            [1, self._num_units],
            initializer=tf1.random_uniform_initializer(-1, 1, dtype=self.dtype),
        )
        self._bias = self.add_weight(
            "bias", [self._num_units], initializer=tf1.zeros_initializer(self.dtype)
        )
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the new state, `[batch, num_units]`, twice: it is the output too."""
        new = tf.matmul(inputs, self._kernel_w) + state * self._kernel_u + self._bias
        new = self._activation(new)
        return new, new


class IndyGRUCell(LayerRNNCell):
    """A GRU each of whose units sees its own past only."""

    def __init__(
        self,
        num_units: int,
        activation: _Function | None = None,
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
        super().__init__(_reuse=reuse, name=name, dtype=dtype)
        self._num_units = num_units
        self._activation = activation or tf.tanh
        self._kernel_initializer = kernel_initializer
        self._bias_initializer = bias_initializer

    @property
    def state_size(self) -> Any:
        """How many units it has."""
        return self._num_units

    @property
    def output_size(self) -> int:
        """How many units it has."""
        return self._num_units

    def build(self, input_shape: Any) -> None:
        """Makes the variables for inputs of that shape."""
        width = known_width(input_shape)

        def weights(scope: str, name: str, size: int, bias: Any) -> list[Any]:
            uniform = tf1.random_uniform_initializer(-1, 1, dtype=self.dtype)
            return [
                self.add_weight(
                    f"{scope}/{name}", [width, size], initializer=self._kernel_initializer
                ),
                self.add_weight(f"{scope}/kernel_u", [1, size], initializer=uniform),
                self.add_weight(
                    f"{scope}/bias", [size], initializer=self._bias_initializer or bias
                ),
            ]

        units = self._num_units
        self._gates = weights("gates", "kernel_w", 2 * units, tf1.ones_initializer(self.dtype))
        self._candidate = weights("candidate", "kernel", units, tf1.zeros_initializer(self.dtype))
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the new state, `[batch, num_units]`, twice: it is the output too."""
        kernel, past, bias = self._gates
        gates = tf.matmul(inputs, kernel) + tf.tile(state, [1, 2]) * past + bias
        reset, update = tf.split(tf.sigmoid(gates), 2, 1)
        kernel, past, bias = self._candidate
        candidate = self._activation(tf.matmul(inputs, kernel) + reset * state * past + bias)
        new = update * state + (1 - update) * candidate
        return new, new


class IndyLSTMCell(LayerRNNCell):
    """The LSTM of https://arxiv.org/abs/1903.08023, each of whose units sees its own past only."""

    def __init__(
        self,
        num_units: int,
        forget_bias: float = 1.0,
        activation: _Function | None = None,
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
        super().__init__(_reuse=reuse, name=name, dtype=dtype)
        self._num_units = num_units
        self._forget_bias = forget_bias
        self._activation = activation or tf.tanh
        self._kernel_initializer = kernel_initializer
        self._bias_initializer = bias_initializer

    @property
    def state_size(self) -> Any:
        """An `LSTMStateTuple` of `num_units` twice."""
        return LSTMStateTuple(self._num_units, self._num_units)

    @property
    def output_size(self) -> int:
        """How many units it has."""
        return self._num_units

    def build(self, input_shape: Any) -> None:
        """Makes the variables for inputs of that shape."""
        size = 4 * self._num_units
        self._kernel_w = self.add_weight(
            "kernel_w", [known_width(input_shape), size], initializer=self._kernel_initializer
        )
        self._kernel_u = self.add_weight(
            "kernel_u",
            [1, size],
            initializer=tf1.random_uniform_initializer(-1, 1, dtype=self.dtype),
        )
        zeros = tf1.zeros_initializer(self.dtype)
        self._bias = self.add_weight("bias", [size], initializer=self._bias_initializer or zeros)
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, num_units]`, and an `LSTMStateTuple`."""
        cell, output = state
        gates = tf.matmul(inputs, self._kernel_w) + tf.tile(output, [1, 4]) * self._kernel_u
        enter, candidate, keep, show = tf.split(gates + self._bias, 4, 1)
        cell = cell * tf.sigmoid(keep + self._forget_bias)
        cell += tf.sigmoid(enter) * self._activation(candidate)
        output = self._activation(cell) * tf.sigmoid(show)
        return output, LSTMStateTuple(cell, output)
