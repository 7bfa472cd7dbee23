"""`BeamSearchDecoder`: the best sequences, among so many that are kept at each step."""

from __future__ import annotations

from typing import Any, NamedTuple

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import assert_like_rnncell
from tf_spec_compat.seq2seq.basic_decoder import check_output_layer, layer_output_size
from tf_spec_compat.seq2seq.beam_search import (
    BeamSearchDecoderOutput,
    BeamSearchDecoderState,
    beam_search_step,
    get_attention_probs,
)
from tf_spec_compat.seq2seq.beams import gather_tree, gather_tree_from_array
from tf_spec_compat.seq2seq.decoder import Decoder
from tf_spec_compat.seq2seq.helper import as_embedding_fn, vector_and_scalar
from tf_spec_compat.seq2seq.memory import known_size

__all__ = ["BeamSearchDecoder", "FinalBeamSearchDecoderOutput"]


class FinalBeamSearchDecoderOutput(NamedTuple):
    """What `dynamic_decode` gives for a `BeamSearchDecoder`.

    Attributes:
      predicted_ids: The sequences, best first, int32 `[batch_size, time, beam_width]`.
      beam_search_decoder_output: The `BeamSearchDecoderOutput` of all steps.
    """

    predicted_ids: Any
    beam_search_decoder_output: Any


class BeamSearchDecoder(Decoder):
    """Beam search (https://arxiv.org/abs/1609.08144), with penalties for length and coverage.

    What is per sequence, memories, lengths and states, has to be repeated by `tile_batch`.

    Example:
      memory = tile_batch(encoder_outputs, beam_width)
      cell = AttentionWrapper(cell, LuongAttention(units, memory), attention_layer_size=units)
      start = cell.zero_state(batch_size * beam_width, tf.float32)
      start = start.clone(cell_state=tile_batch(encoder_state, beam_width))
      decoder = BeamSearchDecoder(
          cell, embedding, tf.fill([batch_size], GO), END, start, beam_width,
          output_layer=tf.layers.Dense(vocabulary_size))
      outputs, _, lengths = dynamic_decode(decoder, maximum_iterations=50)
      best = outputs.predicted_ids[:, :, 0]
    """

    def __init__(
        self,
        cell: Any,
        embedding: Any,
        start_tokens: Any,
        end_token: Any,
        initial_state: Any,
        beam_width: int,
        output_layer: Any = None,
        length_penalty_weight: Any = 0.0,
        coverage_penalty_weight: float = 0.0,
        reorder_tensor_arrays: bool = True,
    ) -> None:
        """Makes the decoder.

        Args:
          cell: An RNN cell.
          embedding: Function of ids, or a table for `tf.nn.embedding_lookup`.
          start_tokens: What is read first, int32 `[batch_size]`.
          end_token: What finishes a sequence, an int32 scalar.
          initial_state: State of the cell, `[batch_size * beam_width, ...]`.
          beam_width: How many sequences to keep.
          output_layer: A layer that makes logits of outputs, such as `tf.layers.Dense`.
          length_penalty_weight: How much to prefer long sequences; not at all by default.
          coverage_penalty_weight: How much to prefer those that attended to all of the memory.
          reorder_tensor_arrays: Whether a `TensorArray` in the state, the history of alignments, is
            put in the order of the final beams; it is a tensor then.

        Raises:
          TypeError: `cell` is no RNN cell, or `output_layer` no layer.
          ValueError: `start_tokens` is no vector, or `end_token` no scalar; coverage is penalized
            and the cell has no attention.
        """
        assert_like_rnncell("cell", cell)
        check_output_layer(output_layer)
        self._cell = cell
        self._output_layer = output_layer
        self._embedding_fn = as_embedding_fn(embedding)
        self._start_tokens, self._end_token = vector_and_scalar(start_tokens, end_token)
        self._batch_size = known_size(self._start_tokens, 0)
        self._beam_width = beam_width
        self._length_penalty_weight = length_penalty_weight
        self._coverage_penalty_weight = coverage_penalty_weight
        self._reorder_tensor_arrays = reorder_tensor_arrays
        self._initial_cell_state = tf.nest.map_structure(
            self._split_batch, initial_state, cell.state_size
        )
        starts = tf.tile(self._start_tokens[:, None], [1, beam_width])
        self._start_inputs = self._embedding_fn(starts)
        # There is one sequence at first: the other beams count as finished.
        self._finished = tf.one_hot(
            tf.zeros([self._batch_size], tf.int32),
            beam_width,
            on_value=False,
            off_value=True,
            dtype=tf.bool,
        )

    @property
    def batch_size(self) -> Any:
        """How many sequences are searched for."""
        return tf.size(self._start_tokens)

    @property
    def tracks_own_finished(self) -> bool:
        """Beams change places, finished or not."""
        return True

    @property
    def output_size(self) -> BeamSearchDecoderOutput:
        """As many as there are beams."""
        return BeamSearchDecoderOutput(*[tf.TensorShape([self._beam_width])] * 3)

    @property
    def output_dtype(self) -> BeamSearchDecoderOutput:
        """The state's type for scores, and int32."""
        dtype = tf.nest.flatten(self._initial_cell_state)[0].dtype
        return BeamSearchDecoderOutput(dtype, tf.int32, tf.int32)

    def initialize(self, name: str | None = None) -> Any:
        """Returns what is finished, the first inputs and the first state."""
        dtype = tf.nest.flatten(self._initial_cell_state)[0].dtype
        probs = get_attention_probs(self._initial_cell_state, self._coverage_penalty_weight)
        state = BeamSearchDecoderState(
            cell_state=self._initial_cell_state,
            log_probs=tf1.where(
                self._finished,
                tf.fill(tf.shape(self._finished), tf.constant(-float("inf"), dtype)),
                tf.zeros(tf.shape(self._finished), dtype),
            ),
            finished=self._finished,
            lengths=tf.zeros([self._batch_size, self._beam_width], tf.int64),
            accumulated_attention_probs=() if probs is None else probs,
        )
        return self._finished, self._start_inputs, state

    def step(self, time: Any, inputs: Any, state: Any, name: str | None = None) -> Any:
        """Takes a step.

        Args:
          time: Number of the step, an int32 scalar.
          inputs: Its inputs, `[batch_size, beam_width, ...]`.
          state: The `BeamSearchDecoderState` before it.
          name: Name scope.

        Returns:
          A `BeamSearchDecoderOutput`, next state, next inputs, and which beams are finished.
        """
        with tf1.name_scope(name, "BeamSearchDecoderStep", [time, *tf.nest.flatten(inputs)]):
            inputs = tf.nest.map_structure(_merge, inputs)
            cell_state = tf.nest.map_structure(
                self._merge_batch, state.cell_state, self._cell.state_size
            )
            outputs, cell_state = self._cell(inputs, cell_state)
            if self._output_layer is not None:
                outputs = self._output_layer(outputs)
            outputs, state = beam_search_step(
                time,
                self._split(outputs),
                tf.nest.map_structure(self._split_batch, cell_state, self._cell.state_size),
                state,
                self._batch_size,
                self._beam_width,
                self._end_token,
                self._length_penalty_weight,
                self._coverage_penalty_weight,
            )
            inputs = tf1.cond(
                tf.reduce_all(state.finished),
                lambda: self._start_inputs,
                lambda: self._embedding_fn(outputs.predicted_ids),
            )
        return outputs, state, inputs, state.finished

    def finalize(self, outputs: Any, final_state: Any, sequence_lengths: Any) -> Any:
        """Returns the sequences of the final beams, and the state in their order.

        Args:
          outputs: The `BeamSearchDecoderOutput` of all steps.
          final_state: The last `BeamSearchDecoderState`.
          sequence_lengths: Without effect, as in contrib: the state knows its lengths.
        """
        lengths = tf.cast(tf.reduce_max(final_state.lengths, 1), tf.int32)
        ids = gather_tree(outputs.predicted_ids, outputs.parent_ids, lengths, self._end_token)
        if self._reorder_tensor_arrays:
            cell_state = tf.nest.map_structure(
                lambda part: self._sorted(part, outputs.parent_ids, final_state.lengths),
                final_state.cell_state,
            )
            final_state = final_state._replace(cell_state=cell_state)
        return FinalBeamSearchDecoderOutput(ids, outputs), final_state

    def _rnn_output_size(self) -> Any:
        return layer_output_size(self._cell.output_size, self._output_layer)

    def _split(self, tensor: Any) -> Any:
        """Returns `[batch_size * beam_width, ...]` as `[batch_size, beam_width, ...]`."""
        inner = tensor.shape[1:]
        rest = inner.as_list() if inner.is_fully_defined() else tf.shape(tensor)[1:]
        head = tf.stack([self._batch_size, self._beam_width])
        split = tf.reshape(tensor, tf.concat([head, tf.cast(rest, tf.int32)], 0))
        batch = tf.get_static_value(tf.convert_to_tensor(self._batch_size))
        split.set_shape(tf.TensorShape([batch, self._beam_width]).concatenate(inner))
        return split

    def _split_batch(self, part: Any, size: Any) -> Any:
        """Splits a part of the cell's state, if it has a batch."""
        del size  # It is here for the structure: TensorShapes are leaves of it.
        return self._split(part) if _has_batch(part) else part

    def _merge_batch(self, part: Any, size: Any) -> Any:
        del size
        return _merge(part) if _has_batch(part) else part

    def _sorted(self, part: Any, parents: Any, lengths: Any) -> Any:
        """Returns a `TensorArray` of `[batch_size * beam_width, ...]` in the order of the beams.

        As in contrib it stays as it is where the first two dimensions of its elements are known,
        and are not those of batch and beams: programs count on an array there.
        """
        if not isinstance(part, tf.TensorArray):
            return part
        batch = tf.get_static_value(tf.convert_to_tensor(self._batch_size))
        known = (part.element_shape.as_list() if part.element_shape.rank else [])[:2]
        split = known == [batch, self._beam_width]
        if None not in [batch, *known] and len(known) == 2 and not split:
            tf1.logging.warn(
                "The TensorArray %s in the cell state is not amenable to sorting based on the beam "
                "search result: its elements are %s. Stack it as it is, or leave the second "
                "dimension unknown.",
                part,
                part.element_shape,
            )
            return part
        stacked = part.stack()
        if split:
            return gather_tree_from_array(stacked, parents, lengths)
        beams = tf.reshape(stacked, tf.concat([tf.shape(parents), tf.shape(stacked)[2:]], 0))
        ordered = tf.reshape(gather_tree_from_array(beams, parents, lengths), tf.shape(stacked))
        ordered.set_shape(stacked.shape)
        return ordered


def _has_batch(part: Any) -> bool:
    return tf.is_tensor(part) and part.shape.rank != 0


def _merge(tensor: Any) -> Any:
    """Returns `[batch_size, beam_width, ...]` as `[batch_size * beam_width, ...]`."""
    inner = tensor.shape[2:]
    rest = inner.as_list() if inner.is_fully_defined() else tf.shape(tensor)[2:]
    shape = tf.shape(tensor)
    merged = tf.reshape(tensor, tf.concat([shape[:1] * shape[1:2], tf.cast(rest, tf.int32)], 0))
    known = tensor.shape.as_list()[:2]
    merged.set_shape(
        tf.TensorShape([None if None in known else known[0] * known[1]]).concatenate(inner)
    )
    return merged
