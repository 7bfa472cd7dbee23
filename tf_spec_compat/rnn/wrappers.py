"""Cells of contrib round another cell: attention over its past, and highways past it."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import RNNCell, assert_like_rnncell
from tf_spec_compat.rnn.base_cells import CellWrapper, keep_arguments
from tf_spec_compat.rnn.shapes import UNKNOWN_SIZE, known_width
from tf_spec_compat.rnn.weights import linear

__all__ = ["AttentionCellWrapper", "HighwayWrapper"]


class AttentionCellWrapper(RNNCell):
    """Attends to the last `attn_length` outputs (https://arxiv.org/abs/1409.0473)."""

    @keep_arguments
    def __init__(
        self,
        cell: Any,
        attn_length: int,
        attn_size: int | None = None,
        attn_vec_size: int | None = None,
        input_size: int | None = None,
        state_is_tuple: bool = True,
        reuse: bool | None = None,
    ) -> None:
        """Makes the cell.

        Its variables are `kernel` and `bias`, and those under `attention` and
        `attn_output_projection`.

        Args:
          cell: An RNN cell, with a tuple as state if it has a state of several parts.
          attn_length: How many outputs to remember.
          attn_size: Width of the output; the cell's by default.
          attn_vec_size: Width of the attention; `attn_size` by default.
          input_size: Width to which inputs and attention are mapped; the inputs' by default.
          state_is_tuple: Whether the state is a tuple, not one tensor.
          reuse: Whether to use variables that exist.

        Raises:
          TypeError: `cell` is no RNN cell.
          ValueError: `attn_length` is not positive, or only one of the two states is a tuple.
        """
        assert_like_rnncell("cell", cell)
        if tf.nest.is_nested(cell.state_size) and not state_is_tuple:
            raise ValueError(
                "Cell returns tuple of states, but the flag state_is_tuple is not set. "
                f"State size is: {cell.state_size}."
            )
        if attn_length <= 0:
            raise ValueError(f"attn_length should be greater than zero, got {attn_length}")
        if not state_is_tuple:
            tf1.logging.warn("%s: Using a concatenated state is slower.", self)
        self._attn_size = cell.output_size if attn_size is None else attn_size
        self._attn_vec_size = self._attn_size if attn_vec_size is None else attn_vec_size

    @property
    def state_size(self) -> Any:
        """The cell's, the last attention's and the remembered outputs', or their sum."""
        size = (self._cell.state_size, self._attn_size, self._attn_size * self._attn_length)
        return size if self._state_is_tuple else sum(size)

    @property
    def output_size(self) -> int:
        """Width of the attention."""
        return self._attn_size

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, attn_size]`, and the new state."""
        if not self._state_is_tuple:
            sizes = [self._cell.state_size, self._attn_size, self._attn_size * self._attn_length]
            state = tf.split(state, sizes, 1)
        inner, attention, memory = state
        memory = tf.reshape(memory, [-1, self._attn_length, self._attn_size])
        width = self._input_size or known_width(inputs.shape)
        inner_output, inner = self._cell(linear([inputs, attention], width, True), inner)
        query = tf.concat(tf.nest.flatten(inner), 1)
        attention = self._attend(query, memory)
        with tf1.variable_scope("attn_output_projection"):
            output = linear([inner_output, attention], self._attn_size, True)
        memory = tf.concat([memory[:, 1:], output[:, None]], 1)
        memory = tf.reshape(memory, [-1, self._attn_length * self._attn_size])
        new = (inner, attention, memory)
        return output, (new if self._state_is_tuple else tf.concat(new, 1))

    def _attend(self, query: Any, memory: Any) -> Any:
        """Returns the mean of the memory, weighted by how well each part fits the query."""
        with tf1.variable_scope("attention"):
            shape = [1, 1, self._attn_size, self._attn_vec_size]
            kernel = tf1.get_variable("attn_w", shape, memory.dtype)
            vector = tf1.get_variable("attn_v", [self._attn_vec_size], memory.dtype)
            wanted = linear(query, self._attn_vec_size, True)
        scores = tf.tanh(tf.tensordot(memory, kernel[0, 0], 1) + wanted[:, None])
        weights = tf.nn.softmax(tf.reduce_sum(vector * scores, 2))
        return tf.reduce_sum(weights[:, :, None] * memory, 1)


class HighwayWrapper(CellWrapper):
    """Lets inputs past the cell, as far as a gate does (https://arxiv.org/abs/1505.00387).

    As in contrib the variables `carry_w`, `carry_b`, `transform_w` and `transform_b` are in the
    scope round the cell.
    """

    @keep_arguments
    def __init__(
        self, cell: Any, couple_carry_transform_gates: bool = True, carry_bias_init: float = 1.0
    ) -> None:
        """Makes the cell.

        Args:
          cell: An RNN cell, with outputs as wide as its inputs.
          couple_carry_transform_gates: Whether one gate does for both.
          carry_bias_init: Where `carry_b` starts; `transform_b` starts from its negative.
        """
        assert_like_rnncell("cell", cell)

    def __call__(self, inputs: Any, state: Any, scope: Any = None) -> Any:
        """Returns the gated output and the new state of the cell."""
        output, state = self._cell(inputs, state, scope=scope)
        tf.nest.assert_same_structure(inputs, output)
        return tf.nest.map_structure(self._highway, inputs, output), state

    def _highway(self, inputs: Any, output: Any) -> Any:
        inputs.shape.assert_is_compatible_with(output.shape)
        carry = self._gate("carry", inputs, self._carry_bias_init)
        if self._couple_carry_transform_gates:
            transform = 1 - carry
        else:
            transform = self._gate("transform", inputs, -self._carry_bias_init)
        return inputs * carry + output * transform

    def _gate(self, name: str, inputs: Any, bias: float) -> Any:
        size = known_width(inputs.shape, unknown=UNKNOWN_SIZE)
        kernel = tf1.get_variable(f"{name}_w", [size, size], inputs.dtype)
        start = tf1.constant_initializer(bias)
        added = tf1.get_variable(f"{name}_b", [size], inputs.dtype, start)
        return tf.sigmoid(tf.matmul(inputs, kernel) + added)
