"""Two more LSTMs of contrib: the one that a search found, and the one in groups."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import LayerRNNCell, LSTMStateTuple, RNNCell
from tf_spec_compat.extras.rnn.core_rnn_cell import linear
from tf_spec_compat.extras.rnn.shapes import known_width

__all__ = ["GLSTMCell", "NASCell"]


class NASCell(LayerRNNCell):
    """The recurrent cell of https://arxiv.org/abs/1611.01578, found by architecture search."""

    def __init__(
        self,
        num_units: int,
        num_proj: int | None = None,
        use_bias: bool = False,
        reuse: bool | None = None,
        **kwargs: Any,
    ) -> None:
        """Makes the cell.

        Its variables are `recurrent_kernel`, `kernel`, and, if asked for, `bias` and
        `projection_weights`.

        Args:
          num_units: How many units it has.
          num_proj: Width to project the output to, if any.
          use_bias: Whether there is a bias.
          reuse: Whether to use variables that exist.
          **kwargs: For the layer, such as `name` and `dtype`.
        """
        super().__init__(_reuse=reuse, **kwargs)
        self._num_units = num_units
        self._num_proj = num_proj
        self._use_bias = use_bias

    @property
    def state_size(self) -> Any:
        """An `LSTMStateTuple` of `num_units` and the output's width."""
        return LSTMStateTuple(self._num_units, self.output_size)

    @property
    def output_size(self) -> int:
        """Of the projection, or how many units it has."""
        return self._num_proj or self._num_units

    def build(self, input_shape: Any) -> None:
        """Makes the variables for inputs of that shape."""
        size = 8 * self._num_units
        self._recurrent = self.add_weight("recurrent_kernel", [self.output_size, size])
        self._kernel = self.add_weight("kernel", [known_width(input_shape), size])
        self._bias = self._projection = None
        if self._use_bias:
            self._bias = self.add_weight("bias", [size], initializer=tf1.zeros_initializer())
        if self._num_proj is not None:
            self._projection = self.add_weight(
                "projection_weights", [self._num_units, self._num_proj]
            )
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, output_size]`, and an `LSTMStateTuple`."""
        cell, output = state
        past = tf.matmul(output, self._recurrent)
        new = tf.matmul(inputs, self._kernel)
        if self._bias is not None:
            past = past + self._bias
        a, b = tf.split(new, 8, 1), tf.split(past, 8, 1)
        # The tree that the search found: eight leaves, joined in pairs.
        leaves = [
            tf.sigmoid(a[0] + b[0]),
            tf.nn.relu(a[1] + b[1]),
            tf.sigmoid(a[2] + b[2]),
            tf.nn.relu(a[3] * b[3]),
            tf.tanh(a[4] + b[4]),
            tf.sigmoid(a[5] + b[5]),
            tf.tanh(a[6] + b[6]),
            tf.sigmoid(a[7] + b[7]),
        ]
        first = tf.tanh(leaves[0] * leaves[1])
        second = tf.tanh(leaves[2] + leaves[3])
        third = tf.tanh(leaves[4] * leaves[5])
        fourth = tf.sigmoid(leaves[6] + leaves[7])
        cell = tf.tanh(first + cell) * second
        output = tf.tanh(cell * tf.tanh(third + fourth))
        if self._projection is not None:
            output = tf.matmul(output, self._projection)
        return output, LSTMStateTuple(cell, output)


class GLSTMCell(RNNCell):
    """The LSTM in groups of https://arxiv.org/abs/1703.10722."""

    def __init__(
        self,
        num_units: int,
        initializer: Any = None,
        num_proj: int | None = None,
        number_of_groups: int = 1,
        forget_bias: float = 1.0,
        activation: Callable[[Any], Any] = tf.tanh,
        reuse: bool | None = None,
    ) -> None:
        """Makes the cell.

        Its variables are `group0/kernel` and so on, `bias_i`, `bias_j`, `bias_f`, `bias_o` and, if
        asked for, `projection/kernel`.

        Args:
          num_units: How many units it has.
          initializer: Of the variables; the variable scope's by default.
          num_proj: Width to project the output to, if any.
          number_of_groups: Into how many parts to split inputs, units and output.
          forget_bias: Added to the forget gate.
          activation: Of the candidate and of the state.
          reuse: Whether to use variables that exist.

        Raises:
          ValueError: A width is not divisible by `number_of_groups`.
        """
        super().__init__(_reuse=reuse)
        for name, width in (("num_units", num_units), ("num_proj", num_proj)):
            if (width or 0) % number_of_groups:
                raise ValueError(
                    f"{name} must be divisible by number_of_groups: "
                    f"{width} and {number_of_groups} given."
                )
        self._num_units = num_units
        self._initializer = initializer
        self._num_proj = num_proj
        self._forget_bias = forget_bias
        self._activation = activation
        self._number_of_groups = number_of_groups

    @property
    def state_size(self) -> Any:
        """An `LSTMStateTuple` of `num_units` and the output's width."""
        return LSTMStateTuple(self._num_units, self.output_size)

    @property
    def output_size(self) -> int:
        """Of the projection, or how many units it has."""
        return self._num_proj or self._num_units

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, output_size]`, and an `LSTMStateTuple`.

        Raises:
          ValueError: The inputs' width is not divisible by the number of groups.
        """
        cell, output = state
        groups, width = self._number_of_groups, known_width(inputs.shape)
        if width % groups:
            raise ValueError(
                f"input size ({width}) must be divisible by number_of_groups ({groups})."
            )
        with tf1.variable_scope(tf1.get_variable_scope(), initializer=self._initializer):
            parts = []
            pairs = zip(tf.split(inputs, groups, 1), tf.split(output, groups, 1))
            for number, pair in enumerate(pairs):
                with tf1.variable_scope(f"group{number}"):
                    size = 4 * self._num_units // groups
                    parts.append(tf.split(linear(list(pair), size, False), 4, 1))
            enter, candidate, keep, show = (
                tf.nn.bias_add(
                    tf.concat(gate, 1),
                    tf1.get_variable(
                        f"bias_{name}", [self._num_units], inputs.dtype, tf1.zeros_initializer()
                    ),
                )
                for name, gate in zip("ijfo", zip(*parts))
            )
            cell = cell * tf.sigmoid(keep + self._forget_bias)
            cell += tf.sigmoid(enter) * self._activation(candidate)
            output = tf.sigmoid(show) * self._activation(cell)
            if self._num_proj is not None:
                with tf1.variable_scope("projection"):
                    output = linear(output, self._num_proj, False)
        return output, LSTMStateTuple(cell, output)
