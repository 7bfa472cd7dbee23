"""An RNN cell with attention over its own last outputs, as contrib's models had it."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.model.types import Scope, Tensor

__all__ = ["AttentionCell"]


class AttentionCell:
    """Wraps a cell; its variables are those of contrib's `AttentionCellWrapper`.

    The state, one matrix, is the cell's, then what was attended to last, then the last outputs.

    Args:
      cell: A cell whose state is one matrix.
      attn_length: The number of last outputs to attend to.
      attn_size: The width of an output; the cell's if `None`.
      attn_vec_size: The width inside the attention; `attn_size` if `None`.

    Raises:
      ValueError: `attn_length` is not positive.
    """

    def __init__(
        self, cell: Any, attn_length: int, attn_size: int | None, attn_vec_size: int | None
    ) -> None:
        if attn_length <= 0:
            raise ValueError(f"attn_length should be greater than zero, got {attn_length}.")
        self._cell = cell
        self._length = attn_length
        self._size = cell.output_size if attn_size is None else attn_size
        self._vec_size = self._size if attn_vec_size is None else attn_vec_size

    @property
    def output_size(self) -> int:
        """The width of an output."""
        return self._size

    @property
    def state_size(self) -> int:
        """The width of the state."""
        return int(self._cell.state_size + self._size * (1 + self._length))

    def zero_state(self, batch_size: Any, dtype: Any) -> Any:
        """Returns the state of a cell that has seen nothing, `[batch_size, state_size]`."""
        return tf.zeros([batch_size, self.state_size], dtype)

    def __call__(self, inputs: Tensor, state: Tensor, scope: Scope = None) -> tuple[Tensor, Tensor]:
        """Returns the output and the new state of one step."""
        with tf1.variable_scope(scope or "attention_cell_wrapper"):
            widths = [self._cell.state_size, self._size, self._size * self._length]
            state, attended, past = tf.split(state, widths, axis=1)
            past = tf.reshape(past, [-1, self._length, self._size])
            mixed = _linear([inputs, attended], inputs.shape[1])
            output, state = self._cell(mixed, state)
            attended = self._attend(state, past)
            with tf1.variable_scope("attn_output_projection"):
                output = _linear([output, attended], self._size)
            past = tf.concat([past[:, 1:], output[:, tf.newaxis]], 1)
            past = tf.reshape(past, [-1, self._length * self._size])
            return output, tf.concat([state, attended, past], 1)

    def _attend(self, query: Tensor, past: Tensor) -> Tensor:
        """The mean of past outputs, weighed by how they go with `query`."""
        with tf1.variable_scope("attention"):
            shape = [1, 1, self._size, self._vec_size]  # That of a convolution's filter.
            kernel = tf1.get_variable("attn_w", shape, query.dtype)
            vector = tf1.get_variable("attn_v", [self._vec_size], query.dtype)
            hidden = tf.tensordot(past, tf.reshape(kernel, shape[2:]), 1)
            question = _linear([query], self._vec_size)[:, tf.newaxis]
            scores = tf.reduce_sum(vector * tf.tanh(hidden + question), 2)
            weights = tf.nn.softmax(scores)
            return tf.reduce_sum(weights[:, :, tf.newaxis] * past, 1)


def _linear(inputs: list[Tensor], width: int) -> Tensor:
    """A dense layer on several matrices side by side."""
    joined = tf.concat(inputs, 1)
    kernel = tf1.get_variable("kernel", [joined.shape[1], width], joined.dtype)
    zeros = tf1.zeros_initializer()
    bias = tf1.get_variable("bias", [width], joined.dtype, initializer=zeros)
    return tf1.nn.bias_add(tf.matmul(joined, kernel), bias)
