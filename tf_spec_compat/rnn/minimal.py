"""Cells of contrib with few gates, which were in its module but never public."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat._tf.rnn_cells import LayerRNNCell, keras_part
from tf_spec_compat.rnn.base_cells import Activation, Units, keep_arguments
from tf_spec_compat.rnn.shapes import known_width

__all__ = ["CFNCell", "MinimalRNNCell"]


class _FewGates(Units, LayerRNNCell):
    """A cell whose state is its output, with arguments as Keras takes them."""

    @keep_arguments
    def __init__(
        self,
        units: int,
        activation: str | Activation | None = "tanh",
        kernel_initializer: Any = "glorot_uniform",
        bias_initializer: Any = "ones",
        name: str | None = None,
        dtype: Any = None,
        **kwargs: Any,
    ) -> None:
        """Makes the cell.

        Args:
          units: How many units it has.
          activation: A function or its name in Keras.
          kernel_initializer: An initializer or its name in Keras.
          bias_initializer: An initializer or its name in Keras.
          name: Name of the layer, the last part of the variables' scope.
          dtype: Type of its variables; that of the inputs by default.
          **kwargs: What a layer takes, as `trainable`.

        Raises:
          TypeError: An argument is none of a layer's.
          ValueError: Keras has no activation or initializer of that name.
        """
        self.units = self._num_units = units
        self.activation = keras_part("activations", activation)
        self.kernel_initializer = keras_part("initializers", kernel_initializer)
        self.bias_initializer = keras_part("initializers", bias_initializer)

    def _add_weight(self, name: str, shape: list[int]) -> Any:
        # Anew for each variable: Keras warns of an initializer that draws twice.
        given = self._bias_initializer if name == "bias" else self._kernel_initializer
        return self.add_weight(name, shape, initializer=keras_part("initializers", given))


class MinimalRNNCell(_FewGates):
    """The cell of https://arxiv.org/abs/1711.06788; its variables are `kernel` and `bias`."""

    def build(self, inputs_shape: Any) -> None:
        """Makes the variables for inputs of that shape."""
        self._width = known_width(inputs_shape, layer=self.name)
        self.kernel = self._add_weight("kernel", [self._width + 2 * self.units, self.units])
        self.bias = self._add_weight("bias", [self.units])
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the new state, `[batch, units]`, twice: it is the output too."""
        input_kernel, gate_kernel = tf.split(self.kernel, [self._width, 2 * self.units])
        features = self.activation(tf.matmul(inputs, input_kernel))
        gate = tf.matmul(tf.concat([features, state], 1), gate_kernel)
        gate = tf.sigmoid(tf.nn.bias_add(gate, self.bias))
        new = gate * state + (1 - gate) * features
        return new, new


class CFNCell(_FewGates):
    """The chaos-free cell of https://arxiv.org/abs/1612.06212.

    Its variables are `kernel`, `recurrent_kernel` and `bias`.
    """

    def build(self, inputs_shape: Any) -> None:
        """Makes the variables for inputs of that shape."""
        units = self.units
        self.kernel = self._add_weight(
            "kernel", [known_width(inputs_shape, layer=self.name), 3 * units]
        )
        self.recurrent_kernel = self._add_weight("recurrent_kernel", [units, 2 * units])
        self.bias = self._add_weight("bias", [2 * units])
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the new state, `[batch, units]`, twice: it is the output too."""
        gate_kernel, input_kernel = tf.split(self.kernel, [2 * self.units, self.units], 1)
        gates = tf.matmul(state, self.recurrent_kernel) + tf.matmul(inputs, gate_kernel)
        keep, enter = tf.split(tf.sigmoid(tf.nn.bias_add(gates, self.bias)), 2, 1)
        new = keep * self.activation(state)
        new += (1 - enter) * self.activation(tf.matmul(inputs, input_kernel))
        return new, new
