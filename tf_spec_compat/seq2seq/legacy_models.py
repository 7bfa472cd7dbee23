"""`tensorflow.contrib.legacy_seq2seq`: an encoder and a decoder, unrolled over lists of tensors."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf, tf1
from tf_spec_compat.rnn.core_rnn_cell import EmbeddingWrapper, OutputProjectionWrapper
from tf_spec_compat.seq2seq.legacy_decoders import (
    LoopFunction,
    check_projection,
    embedding_attention_decoder,
    embedding_rnn_decoder,
    extract_argmax_and_embed,
    rnn_decoder,
)

__all__ = [
    "basic_rnn_seq2seq",
    "embedding_attention_seq2seq",
    "embedding_rnn_seq2seq",
    "embedding_tied_rnn_seq2seq",
    "one2many_rnn_seq2seq",
    "tied_rnn_seq2seq",
]

_Result = tuple[list[Any], Any]


def basic_rnn_seq2seq(
    encoder_inputs: Sequence[Any],
    decoder_inputs: Sequence[Any],
    cell: Any,
    dtype: Any = tf.float32,
    scope: Any = None,
) -> _Result:
    """Encodes and decodes by two cells of the same kind.

    Args:
      encoder_inputs: One `[batch_size, input_size]` for each step.
      decoder_inputs: The same for the decoder.
      cell: An RNN cell; the encoder has a copy.
      dtype: Of the encoder's first state.
      scope: Variable scope, "basic_rnn_seq2seq" by default.

    Returns:
      A list of the decoder's outputs, and its last state.
    """
    with tf1.variable_scope(scope or "basic_rnn_seq2seq"):
        _, state = _encode(copy.deepcopy(cell), encoder_inputs, dtype)
        return rnn_decoder(decoder_inputs, state, cell)


def tied_rnn_seq2seq(
    encoder_inputs: Sequence[Any],
    decoder_inputs: Sequence[Any],
    cell: Any,
    loop_function: LoopFunction | None = None,
    dtype: Any = tf.float32,
    scope: Any = None,
) -> _Result:
    """Encodes and decodes by one cell.

    Args:
      encoder_inputs: One `[batch_size, input_size]` for each step.
      decoder_inputs: The same for the decoder.
      cell: An RNN cell.
      loop_function: As for `rnn_decoder`.
      dtype: Of the encoder's first state.
      scope: Variable scope, "tied_rnn_seq2seq" by default, inside of "combined_tied_rnn_seq2seq".

    Returns:
      A list of the decoder's outputs, and its last state.
    """
    with tf1.variable_scope("combined_tied_rnn_seq2seq"):
        scope = scope or "tied_rnn_seq2seq"
        _, state = _encode(cell, encoder_inputs, dtype, scope)
        tf1.get_variable_scope().reuse_variables()
        return rnn_decoder(decoder_inputs, state, cell, loop_function, scope)


def embedding_rnn_seq2seq(
    encoder_inputs: Sequence[Any],
    decoder_inputs: Sequence[Any],
    cell: Any,
    num_encoder_symbols: int,
    num_decoder_symbols: int,
    embedding_size: int,
    output_projection: tuple[Any, Any] | None = None,
    feed_previous: Any = False,
    dtype: Any = None,
    scope: Any = None,
) -> _Result:
    """Encodes and decodes symbols.

    Args:
      encoder_inputs: Ids, one int32 `[batch_size]` for each step.
      decoder_inputs: The same for the decoder.
      cell: An RNN cell; the encoder has a copy.
      num_encoder_symbols: How many symbols the encoder reads.
      num_decoder_symbols: How many the decoder reads and writes.
      embedding_size: Length of their vectors.
      output_projection: Weights and biases that make logits of outputs, for what is fed back. By
        default the outputs are logits.
      feed_previous: Whether the decoder reads what it wrote: a bool, or a tensor that says so.
      dtype: Of the variables and of the first state, the scope's by default.
      scope: Variable scope, "embedding_rnn_seq2seq" by default.

    Returns:
      A list of the decoder's outputs, and its last state.
    """
    with tf1.variable_scope(scope or "embedding_rnn_seq2seq", dtype=dtype) as variables:
        encoder = EmbeddingWrapper(copy.deepcopy(cell), num_encoder_symbols, embedding_size)
        _, state = _encode(encoder, encoder_inputs, variables.dtype)
        if output_projection is None:
            cell = OutputProjectionWrapper(cell, num_decoder_symbols)
        return _fed(
            feed_previous,
            lambda feed: embedding_rnn_decoder(
                decoder_inputs,
                state,
                cell,
                num_decoder_symbols,
                embedding_size,
                output_projection,
                feed,
            ),
        )


def embedding_tied_rnn_seq2seq(
    encoder_inputs: Sequence[Any],
    decoder_inputs: Sequence[Any],
    cell: Any,
    num_symbols: int,
    embedding_size: int,
    num_decoder_symbols: int | None = None,
    output_projection: tuple[Any, Any] | None = None,
    feed_previous: Any = False,
    dtype: Any = None,
    scope: Any = None,
) -> _Result:
    """Encodes and decodes symbols by one cell and one embedding.

    Args:
      encoder_inputs: Ids, one int32 `[batch_size]` for each step.
      decoder_inputs: The same for the decoder.
      cell: An RNN cell.
      num_symbols: How many symbols there are.
      embedding_size: Length of their vectors.
      num_decoder_symbols: How many of them the decoder writes, all by default.
      output_projection: As for `embedding_rnn_seq2seq`.
      feed_previous: As for `embedding_rnn_seq2seq`.
      dtype: Of the variables and of the first state, the scope's by default.
      scope: Variable scope, "embedding_tied_rnn_seq2seq" by default.

    Returns:
      A list of the decoder's outputs, and its last state.

    Raises:
      ValueError: The biases are not `[num_symbols]`.
    """
    with tf1.variable_scope(scope or "embedding_tied_rnn_seq2seq", dtype=dtype) as variables:
        check_projection(output_projection, num_symbols)
        embedding = tf1.get_variable("embedding", [num_symbols, embedding_size])
        encoded, decoded = (
            [tf.nn.embedding_lookup(embedding, step) for step in ids]
            for ids in (encoder_inputs, decoder_inputs)
        )
        if output_projection is None:
            cell = OutputProjectionWrapper(cell, num_decoder_symbols or num_symbols)
        loop = extract_argmax_and_embed(embedding, output_projection)
        return _fed(
            feed_previous,
            lambda feed: tied_rnn_seq2seq(
                encoded, decoded, cell, loop if feed else None, variables.dtype
            ),
        )


def embedding_attention_seq2seq(
    encoder_inputs: Sequence[Any],
    decoder_inputs: Sequence[Any],
    cell: Any,
    num_encoder_symbols: int,
    num_decoder_symbols: int,
    embedding_size: int,
    num_heads: int = 1,
    output_projection: tuple[Any, Any] | None = None,
    feed_previous: Any = False,
    dtype: Any = None,
    scope: Any = None,
    initial_state_attention: bool = False,
) -> _Result:
    """Encodes and decodes symbols, with attention to the encoder's outputs.

    Args:
      encoder_inputs: Ids, one int32 `[batch_size]` for each step.
      decoder_inputs: The same for the decoder.
      cell: An RNN cell; the encoder has a copy.
      num_encoder_symbols: How many symbols the encoder reads.
      num_decoder_symbols: How many the decoder reads and writes.
      embedding_size: Length of their vectors.
      num_heads: How many times to attend.
      output_projection: As for `embedding_rnn_seq2seq`.
      feed_previous: As for `embedding_rnn_seq2seq`.
      dtype: Of the variables and of the first state, the scope's by default.
      scope: Variable scope, "embedding_attention_seq2seq" by default.
      initial_state_attention: As for `attention_decoder`.

    Returns:
      A list of the decoder's outputs, and its last state.
    """
    with tf1.variable_scope(scope or "embedding_attention_seq2seq", dtype=dtype) as variables:
        encoder = EmbeddingWrapper(copy.deepcopy(cell), num_encoder_symbols, embedding_size)
        outputs, state = _encode(encoder, encoder_inputs, variables.dtype)
        width = cell.output_size
        attention_states = tf.concat([tf.reshape(out, [-1, 1, width]) for out in outputs], 1)
        output_size = None
        if output_projection is None:
            cell = OutputProjectionWrapper(cell, num_decoder_symbols)
            output_size = num_decoder_symbols
        return _fed(
            feed_previous,
            lambda feed: embedding_attention_decoder(
                decoder_inputs,
                state,
                attention_states,
                cell,
                num_decoder_symbols,
                embedding_size,
                num_heads,
                output_size,
                output_projection,
                feed,
                initial_state_attention=initial_state_attention,
            ),
        )


def one2many_rnn_seq2seq(
    encoder_inputs: Sequence[Any],
    decoder_inputs_dict: Mapping[str, Sequence[Any]],
    enc_cell: Any,
    dec_cells_dict: Mapping[str, Any],
    num_encoder_symbols: int,
    num_decoder_symbols_dict: Mapping[str, int],
    embedding_size: int,
    feed_previous: Any = False,
    dtype: Any = None,
    scope: Any = None,
) -> tuple[dict[str, list[Any]], dict[str, Any]]:
    """Encodes symbols, and decodes them several times (https://arxiv.org/abs/1511.06114).

    Args:
      encoder_inputs: Ids, one int32 `[batch_size]` for each step.
      decoder_inputs_dict: The same for each decoder, by its name.
      enc_cell: The encoder's cell.
      dec_cells_dict: The decoders' cells.
      num_encoder_symbols: How many symbols the encoder reads.
      num_decoder_symbols_dict: How many each decoder reads and writes.
      embedding_size: Length of their vectors.
      feed_previous: As for `embedding_rnn_seq2seq`.
      dtype: Of the variables and of the first state, the scope's by default.
      scope: Variable scope, "one2many_rnn_seq2seq" by default.

    Returns:
      Each decoder's list of outputs, and its last state, by its name.
    """
    outputs, states = {}, {}
    with tf1.variable_scope(scope or "one2many_rnn_seq2seq", dtype=dtype) as variables:
        encoder = EmbeddingWrapper(enc_cell, num_encoder_symbols, embedding_size)
        _, state = _encode(encoder, encoder_inputs, variables.dtype)
        for name, inputs in decoder_inputs_dict.items():
            symbols = num_decoder_symbols_dict[name]
            with tf1.variable_scope(f"one2many_decoder_{name}"):
                cell = OutputProjectionWrapper(dec_cells_dict[name], symbols)

                def decode(
                    feed: bool, inputs: Any = inputs, cell: Any = cell, symbols: int = symbols
                ) -> _Result:
                    return embedding_rnn_decoder(
                        inputs, state, cell, symbols, embedding_size, feed_previous=feed
                    )

                outputs[name], states[name] = _fed(feed_previous, decode)
    return outputs, states


def _encode(cell: Any, inputs: Sequence[Any], dtype: Any, scope: Any = None) -> _Result:
    with silenced_deprecations():
        outputs, state = tf1.nn.static_rnn(cell, inputs, dtype=dtype, scope=scope)
    return outputs, state


def _fed(feed_previous: Any, decode: Callable[[bool], _Result]) -> _Result:
    """Decodes, feeding back or not; a tensor says which when it runs, on the same variables."""
    if isinstance(feed_previous, bool):
        return decode(feed_previous)

    def branch(feed: bool, reuse: bool | None) -> _Result:
        with tf1.variable_scope(tf1.get_variable_scope(), reuse=reuse):
            return decode(feed)

    outputs, state = tf1.cond(
        feed_previous, lambda: branch(True, None), lambda: branch(False, True)
    )
    return list(outputs), state
