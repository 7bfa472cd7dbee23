"""Small cells of contrib: the update gate RNN, the intersection RNN and SRU."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import LayerRNNCell
from tf_spec_compat.rnn.base_cells import Activation, Units, keep_arguments
from tf_spec_compat.rnn.shapes import UNKNOWN_SIZE, known_width
from tf_spec_compat.rnn.weights import linear

__all__ = ["IntersectionRNNCell", "SRUCell", "UGRNNCell"]


class UGRNNCell(Units):
    """The update gate RNN of https://arxiv.org/abs/1611.09913."""

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        initializer: Any = None,
        forget_bias: float = 1.0,
        activation: Activation = tf.tanh,
        reuse: bool | None = None,
    ) -> None:
        """Makes the cell; its variables are `kernel` and `bias`.

        Args:
          num_units: How many units it has.
          initializer: Of the variables; the variable scope's by default.
          forget_bias: Added to the gate.
          activation: Of the candidate.
          reuse: Whether to use variables that exist.
        """

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the new state, `[batch, num_units]`, twice: it is the output too."""
        with self._initialized_scope():
            gate, candidate = tf.split(linear([inputs, state], 2 * self._num_units, True), 2, 1)
        gate = tf.sigmoid(gate + self._forget_bias)
        new = gate * state + (1 - gate) * self._activation(candidate)
        return new, new


class IntersectionRNNCell(Units):
    """The intersection RNN of https://arxiv.org/abs/1611.09913."""

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        num_in_proj: int | None = None,
        initializer: Any = None,
        forget_bias: float = 1.0,
        y_activation: Activation = tf.nn.relu,
        reuse: bool | None = None,
    ) -> None:
        """Makes the cell; its variables are `kernel` and `bias`.

        Args:
          num_units: How many units it has; inputs have to be as wide, unless projected.
          num_in_proj: Width to project the inputs to, by variables under `in_projection`.
          initializer: Of the variables; the variable scope's by default.
          forget_bias: Added to both gates.
          y_activation: Of the candidate for the output.
          reuse: Whether to use variables that exist.
        """
        self._num_in_proj = num_in_proj

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns output and new state, `[batch, num_units]` both.

        Raises:
          ValueError: The inputs, or their projection, are not as wide as the cell.
        """
        with self._initialized_scope():
            if known_width(inputs.shape, unknown=UNKNOWN_SIZE) != self._num_units:
                if self._num_in_proj != self._num_units:
                    raise ValueError(
                        "Must have input size == output size for Intersection RNN: "
                        f"inputs are {inputs.shape}, num_units is {self._num_units}; to fix, pass "
                        "num_in_proj=num_units."
                    )
                with tf1.variable_scope("in_projection"):
                    inputs = linear(inputs, self._num_units, True)
            parts = tf.split(linear([inputs, state], 4 * self._num_units, True), 4, 1)
        gate, candidate, output_gate, output = parts
        gate = tf.sigmoid(gate + self._forget_bias)
        output_gate = tf.sigmoid(output_gate + self._forget_bias)
        new = gate * state + (1 - gate) * tf.tanh(candidate)
        return output_gate * inputs + (1 - output_gate) * self._y_activation(output), new


class SRUCell(Units, LayerRNNCell):
    """The simple recurrent unit of https://arxiv.org/abs/1709.02755."""

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        activation: Activation | None = None,
        reuse: bool | None = None,
        name: str | None = None,
        **kwargs: Any,
    ) -> None:
        """Makes the cell; its variables are `kernel` and `bias`.

        Args:
          num_units: How many units it has.
          activation: tanh by default.
          reuse: Whether to use variables that exist.
          name: Name of the layer, the last part of the variables' scope.
          **kwargs: For the layer, such as `dtype`.
        """
        self._activation = activation or tf.tanh

    def build(self, input_shape: Any) -> None:
        """Makes the variables for inputs of that shape."""
        self._kernel = self.add_weight(
            "kernel", [known_width(input_shape, layer=self.name), 4 * self._num_units]
        )
        zeros = tf1.zeros_initializer()
        self._bias = self.add_weight("bias", [2 * self._num_units], initializer=zeros)
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns output and new state, `[batch, num_units]` both."""
        units = self._num_units
        parts = tf.split(tf.matmul(inputs, self._kernel), [units, 2 * units, units], 1)
        keep, show = tf.split(tf.sigmoid(parts[1] + self._bias), 2, 1)
        new = keep * state + (1 - keep) * parts[0]
        return show * self._activation(new) + (1 - show) * parts[2], new
