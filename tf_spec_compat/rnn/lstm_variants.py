"""More LSTMs of contrib: found by a search, in groups, and with coupled gates."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import LayerRNNCell, LSTMStateTuple
from tf_spec_compat.rnn.base_cells import LSTM, Activation, clip, keep_arguments
from tf_spec_compat.rnn.shapes import UNKNOWN_SIZE, known_width
from tf_spec_compat.rnn.weights import linear, sharded

__all__ = ["CoupledInputForgetGateLSTMCell", "GLSTMCell", "NASCell"]


class NASCell(LSTM, LayerRNNCell):
    """The recurrent cell of https://arxiv.org/abs/1611.01578, found by architecture search."""

    @keep_arguments
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

    def build(self, input_shape: Any) -> None:
        """Makes the variables for inputs of that shape."""
        size = 8 * self._num_units
        self._recurrent = self.add_weight("recurrent_kernel", [self.output_size, size])
        self._kernel = self.add_weight(
            "kernel", [known_width(input_shape, layer=self.name, unknown=UNKNOWN_SIZE), size]
        )
        self._bias = self._projection = None
        if self._use_bias:
            self._bias = self.add_weight("bias", [size], initializer=tf1.zeros_initializer())
        if self._num_proj is not None:
            shape = [self._num_units, self._num_proj]
            self._projection = self.add_weight("projection_weights", shape)
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


class GLSTMCell(LSTM):
    """The LSTM in groups of https://arxiv.org/abs/1703.10722."""

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        initializer: Any = None,
        num_proj: int | None = None,
        number_of_groups: int = 1,
        forget_bias: float = 1.0,
        activation: Activation = tf.tanh,
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
        for name, width in (("num_units", num_units), ("num_proj", num_proj)):
            if (width or 0) % number_of_groups:
                raise ValueError(
                    f"{name} must be divisible by number_of_groups: "
                    f"{width} and {number_of_groups} given."
                )

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, output_size]`, and an `LSTMStateTuple`.

        Raises:
          ValueError: The inputs' width is not divisible by the number of groups.
        """
        cell, output = state
        groups, width = (
            self._number_of_groups,
            known_width(inputs.shape, unknown="input size must be statically known:"),
        )
        if width % groups:
            raise ValueError(
                f"input size ({width}) must be divisible by number_of_groups ({groups})."
            )
        with self._initialized_scope():
            parts = []
            pairs = zip(tf.split(inputs, groups, 1), tf.split(output, groups, 1))
            for number, pair in enumerate(pairs):
                with tf1.variable_scope(f"group{number}"):
                    size = 4 * self._num_units // groups
                    parts.append(tf.split(linear(list(pair), size, False), 4, 1))
            shape, zeros = [self._num_units], tf1.zeros_initializer()
            gates = (
                tf.nn.bias_add(
                    tf.concat(gate, 1), tf1.get_variable(f"bias_{name}", shape, inputs.dtype, zeros)
                )
                for name, gate in zip("ijfo", zip(*parts))
            )
            cell, output = self._step(gates, cell)
            if self._num_proj is not None:
                with tf1.variable_scope("projection"):
                    output = linear(output, self._num_proj, False)
        return output, LSTMStateTuple(cell, output)


class CoupledInputForgetGateLSTMCell(LSTM):
    """An LSTM that takes in as much as it forgets (https://arxiv.org/abs/1503.04069)."""

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        initializer: Any = None,
        num_proj: int | None = None,
        proj_clip: float | None = None,
        num_unit_shards: int = 1,
        num_proj_shards: int = 1,
        forget_bias: float = 1.0,
        state_is_tuple: bool = True,
        activation: Activation = tf.tanh,
        reuse: bool | None = None,
        layer_norm: bool = False,
        norm_gain: float = 1.0,
        norm_shift: float = 0.0,
    ) -> None:
        """Makes the cell; its variables are `W_0` and so on, `B`, and those of the options.

        Args:
          num_units: How many units it has.
          use_peepholes: Whether the gates see the state, by `W_F_diag` and `W_O_diag`.
          initializer: Of the variables; the variable scope's by default.
          num_proj: Width to project the output to, by `W_P_0` and so on.
          proj_clip: Bound on the projected output, if any.
          num_unit_shards: Into how many variables to split `W`.
          num_proj_shards: Into how many variables to split `W_P`.
          forget_bias: Added to the forget gate.
          state_is_tuple: Whether the state is an `LSTMStateTuple`, not one tensor.
          activation: Of the candidate and of the state.
          reuse: Whether to use variables that exist.
          layer_norm: Whether to normalize, by variables under `transform`, `forget`, `output` and
            `state`.
          norm_gain: Where `gamma` starts.
          norm_shift: Where `beta` starts.
        """
        if not state_is_tuple:
            tf1.logging.warn("%s: Using a concatenated state is slower.", self)

    @property
    def state_size(self) -> Any:
        """An `LSTMStateTuple`, or the sum of its parts."""
        size = super().state_size
        return size if self._state_is_tuple else sum(size)

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, output_size]`, and the new state."""
        sizes = [self._num_units, self.output_size]
        cell, output = state if self._state_is_tuple else tf.split(state, sizes, 1)
        units, dtype = self._num_units, inputs.dtype
        with self._initialized_scope():
            joined = tf.concat([inputs, output], 1)
            shape = [known_width(joined.shape, unknown=UNKNOWN_SIZE), 3 * units]
            kernel = sharded("W", shape, dtype, self._num_unit_shards)
            bias = tf1.get_variable("B", [3 * units], dtype, tf1.zeros_initializer())
            sums = tf.matmul(joined, kernel)  # As in contrib, normalized cells do without `B`.
            candidate, forget_gate, output_gate = self._split_gates(
                sums if self._layer_norm else sums + bias, ("transform", "forget", "output")
            )
            forget_gate += self._forget_bias
            peepholes = self._get_peepholes("W_{}_diag", "FO", dtype)
            if peepholes:
                forget_gate += peepholes["f"] * cell
            forget_gate = tf.sigmoid(forget_gate)
            cell = forget_gate * cell + (1 - forget_gate) * self._activation(candidate)
            cell = self._normalize(cell, "state")
            if peepholes:
                output_gate += peepholes["o"] * cell
            output = tf.sigmoid(output_gate) * self._activation(cell)
            if self._num_proj is not None:
                shape = [units, self._num_proj]
                output = tf.matmul(output, sharded("W_P", shape, dtype, self._num_proj_shards))
                output = clip(output, self._proj_clip)
        if self._state_is_tuple:
            return output, LSTMStateTuple(cell, output)
        return output, tf.concat([cell, output], 1)
