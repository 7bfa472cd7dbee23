"""`tensorflow.contrib.legacy_seq2seq`: decoders that are unrolled over lists of tensors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.rnn.weights import linear

__all__ = [
    "LoopFunction",
    "attention_decoder",
    "check_projection",
    "embedding_attention_decoder",
    "embedding_rnn_decoder",
    "extract_argmax_and_embed",
    "rnn_decoder",
]

LoopFunction = Callable[[Any, int], Any]
_Result = tuple[list[Any], Any]


def rnn_decoder(
    decoder_inputs: Sequence[Any],
    initial_state: Any,
    cell: Any,
    loop_function: LoopFunction | None = None,
    scope: Any = None,
) -> _Result:
    """Unrolls a cell from a state.

    Args:
      decoder_inputs: One `[batch_size, input_size]` for each step.
      initial_state: The state to start from.
      cell: An RNN cell.
      loop_function: Makes the inputs of all steps but the first, in place of those that are given,
        of the output before and the number of the step.
      scope: Variable scope, "rnn_decoder" by default.

    Returns:
      A list of the outputs, and the last state.
    """
    with tf1.variable_scope(scope or "rnn_decoder"):
        outputs: list[Any] = []
        state = initial_state
        for step, inputs in enumerate(decoder_inputs):
            if step:
                inputs = _looped(loop_function, outputs[-1], step, inputs)
                tf1.get_variable_scope().reuse_variables()
            output, state = cell(inputs, state)
            outputs.append(output)
    return outputs, state


def embedding_rnn_decoder(
    decoder_inputs: Sequence[Any],
    initial_state: Any,
    cell: Any,
    num_symbols: int,
    embedding_size: int,
    output_projection: tuple[Any, Any] | None = None,
    feed_previous: bool = False,
    update_embedding_for_previous: bool = True,
    scope: Any = None,
) -> _Result:
    """Unrolls a cell over the embeddings of symbols.

    Args:
      decoder_inputs: Ids, one int32 `[batch_size]` for each step.
      initial_state: The state to start from.
      cell: An RNN cell.
      num_symbols: How many symbols there are.
      embedding_size: Length of their vectors, of the variable `embedding`.
      output_projection: Weights `[output_size, num_symbols]` and biases `[num_symbols]` that make
        logits of outputs, to feed them back.
      feed_previous: Whether each step but the first reads the best symbol of the one before.
      update_embedding_for_previous: Whether gradients reach embeddings that are fed back.
      scope: Variable scope, "embedding_rnn_decoder" by default.

    Returns:
      A list of the outputs, and the last state.

    Raises:
      ValueError: The biases are not `[num_symbols]`.
    """
    with tf1.variable_scope(scope or "embedding_rnn_decoder"):
        inputs, loop = _embedded(
            decoder_inputs,
            [num_symbols, embedding_size],
            output_projection,
            feed_previous,
            update_embedding_for_previous,
        )
        return rnn_decoder(inputs, initial_state, cell, loop)


def attention_decoder(
    decoder_inputs: Sequence[Any],
    initial_state: Any,
    attention_states: Any,
    cell: Any,
    output_size: int | None = None,
    num_heads: int = 1,
    loop_function: LoopFunction | None = None,
    dtype: Any = None,
    scope: Any = None,
    initial_state_attention: bool = False,
) -> _Result:
    """Unrolls a cell that attends to some states (https://arxiv.org/abs/1412.7449).

    Args:
      decoder_inputs: One `[batch_size, input_size]` for each step.
      initial_state: The state to start from.
      attention_states: What to attend to, `[batch_size, length, size]`.
      cell: An RNN cell.
      output_size: Width of the outputs, the cell's by default.
      num_heads: How many times to attend.
      loop_function: As for `rnn_decoder`.
      dtype: Of the first attention, the scope's by default.
      scope: Variable scope, "attention_decoder" by default.
      initial_state_attention: Whether to attend before the first step, which reads zeros otherwise.

    Returns:
      A list of the outputs, and the last state.

    Raises:
      ValueError: There are no inputs or no heads, or sizes are not known.
    """
    if not decoder_inputs:
        raise ValueError("Must provide at least 1 input to attention decoder.")
    if num_heads < 1:
        raise ValueError(
            f"With less than 1 heads, use a non-attention decoder. num_heads is {num_heads}."
        )
    size = tf.compat.dimension_value(attention_states.shape[2])
    if size is None:
        raise ValueError(
            f"Shape[2] of attention_states must be known: {attention_states.shape}; set it."
        )
    output_size = cell.output_size if output_size is None else output_size
    with tf1.variable_scope(scope or "attention_decoder", dtype=dtype) as variables:
        heads = [_Head(number, attention_states, size) for number in range(num_heads)]
        state = initial_state
        if initial_state_attention:
            attentions = [head(state) for head in heads]
        else:
            zeros = tf.zeros([tf.shape(decoder_inputs[0])[0], size], variables.dtype)
            zeros.set_shape([None, size])
            attentions = [zeros] * num_heads
        outputs: list[Any] = []
        for step, inputs in enumerate(decoder_inputs):
            if step:
                tf1.get_variable_scope().reuse_variables()
                inputs = _looped(loop_function, outputs[-1], step, inputs)
            width = tf.compat.dimension_value(inputs.shape[1])
            if width is None:
                raise ValueError(
                    f"Could not infer input size from input: {inputs.name}; set its shape."
                )
            output, state = cell(linear([inputs, *attentions], width, True), state)
            again = bool(step) or initial_state_attention or None
            with tf1.variable_scope(tf1.get_variable_scope(), reuse=again):
                attentions = [head(state) for head in heads]
            with tf1.variable_scope("AttnOutputProjection"):
                outputs.append(linear([output, *attentions], output_size, True))
    return outputs, state


def embedding_attention_decoder(
    decoder_inputs: Sequence[Any],
    initial_state: Any,
    attention_states: Any,
    cell: Any,
    num_symbols: int,
    embedding_size: int,
    num_heads: int = 1,
    output_size: int | None = None,
    output_projection: tuple[Any, Any] | None = None,
    feed_previous: bool = False,
    update_embedding_for_previous: bool = True,
    dtype: Any = None,
    scope: Any = None,
    initial_state_attention: bool = False,
) -> _Result:
    """Unrolls `attention_decoder` over the embeddings of symbols.

    Args:
      decoder_inputs: Ids, one int32 `[batch_size]` for each step.
      initial_state: The state to start from.
      attention_states: What to attend to, `[batch_size, length, size]`.
      cell: An RNN cell.
      num_symbols: How many symbols there are.
      embedding_size: Length of their vectors, of the variable `embedding`.
      num_heads: How many times to attend.
      output_size: Width of the outputs, the cell's by default.
      output_projection: As for `embedding_rnn_decoder`.
      feed_previous: As for `embedding_rnn_decoder`.
      update_embedding_for_previous: As for `embedding_rnn_decoder`.
      dtype: Of the first attention, the scope's by default.
      scope: Variable scope, "embedding_attention_decoder" by default.
      initial_state_attention: As for `attention_decoder`.

    Returns:
      A list of the outputs, and the last state.

    Raises:
      ValueError: The biases are not `[num_symbols]`, or as for `attention_decoder`.
    """
    with tf1.variable_scope(scope or "embedding_attention_decoder", dtype=dtype):
        inputs, loop = _embedded(
            decoder_inputs,
            [num_symbols, embedding_size],
            output_projection,
            feed_previous,
            update_embedding_for_previous,
        )
        return attention_decoder(
            inputs,
            initial_state,
            attention_states,
            cell,
            output_size,
            num_heads,
            loop,
            initial_state_attention=initial_state_attention,
        )


def extract_argmax_and_embed(
    embedding: Any, output_projection: tuple[Any, Any] | None = None, update_embedding: bool = True
) -> LoopFunction:
    """Returns a loop function that embeds the best symbol; contrib's private function.

    Args:
      embedding: The table, `[num_symbols, embedding_size]`.
      output_projection: Weights and biases that make logits of outputs.
      update_embedding: Whether gradients reach the table.
    """

    def loop(previous: Any, _: int) -> Any:
        if output_projection is not None:
            previous = tf1.nn.xw_plus_b(previous, *output_projection)
        embedded = tf.nn.embedding_lookup(embedding, tf.argmax(previous, 1))
        return embedded if update_embedding else tf.stop_gradient(embedded)

    return loop


def check_projection(projection: tuple[Any, Any] | None, num_symbols: int) -> None:
    """Raises a `ValueError` for weights or biases that do not give logits of so many symbols."""
    if projection is not None:
        for part, shape in zip(projection, ([None, num_symbols], [num_symbols])):
            tf.convert_to_tensor(part).shape.assert_is_compatible_with(shape)


class _Head:
    """One attention: `v * tanh(W * state + query)`, over all states."""

    def __init__(self, number: int, states: Any, size: int) -> None:
        self._number = number
        self._states = states
        self._size = size
        shape = [1, 1, size, size]
        kernel = tf1.get_variable(f"AttnW_{number}", shape, states.dtype)
        self._features = tf.tensordot(states, kernel[0, 0], 1)
        self._weights = tf1.get_variable(f"AttnV_{number}", [size], states.dtype)

    def __call__(self, state: Any) -> Any:
        """Returns the mean of the states, weighted by how well they fit."""
        parts = tf.nest.flatten(state)
        with tf1.variable_scope(f"Attention_{self._number}"):
            query = linear(tf.concat(parts, 1) if parts[1:] else parts[0], self._size, True)
        score = tf.reduce_sum(self._weights * tf.tanh(self._features + query[:, None]), 2)
        return tf.reduce_sum(tf.nn.softmax(score)[:, :, None] * self._states, 1)


def _looped(loop: LoopFunction | None, previous: Any, step: int, inputs: Any) -> Any:
    if loop is None:
        return inputs
    with tf1.variable_scope("loop_function", reuse=True):
        return loop(previous, step)


def _embedded(
    ids: Sequence[Any],
    shape: list[int],
    projection: tuple[Any, Any] | None,
    feed_previous: bool,
    update: bool,
) -> tuple[list[Any], LoopFunction | None]:
    """Returns embedded inputs, and a loop function if outputs are fed back."""
    check_projection(projection, shape[0])
    embedding = tf1.get_variable("embedding", shape)
    loop = extract_argmax_and_embed(embedding, projection, update) if feed_previous else None
    return [tf.nn.embedding_lookup(embedding, step) for step in ids], loop
