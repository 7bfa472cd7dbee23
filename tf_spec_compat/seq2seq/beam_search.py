"""The step of beam search: scores, penalties, and which beams go on."""

from __future__ import annotations

from typing import Any, NamedTuple

from tf_spec_compat._tf import tf
from tf_spec_compat.seq2seq.attention_wrapper import AttentionWrapperState

__all__ = [
    "BeamSearchDecoderOutput",
    "BeamSearchDecoderState",
    "attention_probs_from_attn_state",
    "beam_search_step",
    "get_attention_probs",
    "length_penalty",
    "mask_probs",
]


class BeamSearchDecoderState(NamedTuple):
    """The state of a `BeamSearchDecoder`; all of it is `[batch_size, beam_width, ...]`.

    Attributes:
      cell_state: The state of the cell.
      log_probs: Logarithm of each beam's probability.
      finished: Whether it is finished.
      lengths: How long it is, int64.
      accumulated_attention_probs: How much it attended to each part of the memory, or `()`.
    """

    cell_state: Any
    log_probs: Any
    finished: Any
    lengths: Any
    accumulated_attention_probs: Any


class BeamSearchDecoderOutput(NamedTuple):
    """What a step of a `BeamSearchDecoder` gives; all of it is `[batch_size, beam_width]`.

    Attributes:
      scores: Log-probabilities with penalties.
      predicted_ids: What each beam goes on with.
      parent_ids: Which beam of the step before that was.
    """

    scores: Any
    predicted_ids: Any
    parent_ids: Any


def beam_search_step(
    time: Any,
    logits: Any,
    next_cell_state: Any,
    beam_state: BeamSearchDecoderState,
    batch_size: Any,
    beam_width: int,
    end_token: Any,
    length_penalty_weight: Any,
    coverage_penalty_weight: Any,
) -> tuple[BeamSearchDecoderOutput, BeamSearchDecoderState]:
    """Chooses the beams to go on with; contrib's private function.

    Args:
      time: Number of the step; it has no effect.
      logits: `[batch_size, beam_width, vocabulary_size]`.
      next_cell_state: The cell's state behind the step.
      beam_state: The state before it.
      batch_size: How many sequences are searched for.
      beam_width: How many beams there are.
      end_token: What finishes a sequence.
      length_penalty_weight: How much to prefer long sequences.
      coverage_penalty_weight: How much to prefer those that attended to all of the memory.

    Returns:
      The outputs of the step and the next state.
    """
    del time
    finished, lengths = beam_state.finished, beam_state.lengths
    vocabulary = tf.compat.dimension_value(logits.shape[-1]) or tf.shape(logits)[-1]
    steps = mask_probs(tf.nn.log_softmax(logits), end_token, finished)
    totals = beam_state.log_probs[:, :, None] + steps
    # The end token adds nothing to the length by which candidates are compared.
    ends = tf.one_hot(end_token, vocabulary, on_value=False, off_value=True, dtype=tf.bool)
    longer = tf.logical_and(ends, tf.logical_not(finished)[:, :, None])
    candidate_lengths = lengths[:, :, None] + tf.cast(longer, tf.int64)
    accumulated = beam_state.accumulated_attention_probs
    attention = get_attention_probs(next_cell_state, coverage_penalty_weight)
    if attention is not None:
        accumulated = tf.where(finished[:, :, None], accumulated, accumulated + attention)
    scores = _scores(
        totals,
        candidate_lengths,
        length_penalty_weight,
        coverage_penalty_weight,
        finished,
        accumulated,
    )
    flat = [batch_size, beam_width * vocabulary]
    best, chosen = tf.math.top_k(tf.reshape(scores, flat), beam_width)
    best.set_shape([None, beam_width])
    chosen.set_shape([None, beam_width])
    log_probs = tf.gather(tf.reshape(totals, flat), chosen, batch_dims=1)
    ids, parents = chosen % vocabulary, chosen // vocabulary

    def inherited(part: Any) -> Any:
        if not tf.is_tensor(part) or part.shape.rank == 0:
            return part
        return tf.gather(part, parents, batch_dims=1)

    was_finished = inherited(finished)
    state = BeamSearchDecoderState(
        cell_state=tf.nest.map_structure(inherited, next_cell_state),
        log_probs=log_probs,
        finished=tf.logical_or(was_finished, tf.equal(ids, end_token)),
        lengths=inherited(lengths) + tf.cast(tf.logical_not(was_finished), tf.int64),
        accumulated_attention_probs=() if attention is None else inherited(accumulated),
    )
    return BeamSearchDecoderOutput(best, ids, parents), state


def _scores(
    log_probs: Any, lengths: Any, length_weight: Any, coverage_weight: Any, finished: Any, seen: Any
) -> Any:
    """Returns log-probabilities `[batch_size, beam_width, vocabulary_size]` with penalties."""
    scores = log_probs / tf.cast(length_penalty(lengths, length_weight), log_probs.dtype)
    if isinstance(seen, tuple):
        return scores
    # Of a sequence that goes on nobody knows yet what it will cover; and that nothing attends to
    # what a memory does not have is no lack of coverage.
    counts = tf.logical_and(finished[:, :, None], tf.not_equal(seen, 0))
    covered = tf.where(counts, seen, tf.ones_like(seen))
    penalty = tf.reduce_sum(tf.math.log(tf.minimum(covered, 1)), 2)
    weight = tf.cast(coverage_weight, log_probs.dtype)
    return scores + (penalty * weight)[:, :, None]


def length_penalty(sequence_lengths: Any, penalty_factor: Any) -> Any:
    """Returns `((5 + length) / 6) ** penalty_factor`, as in https://arxiv.org/abs/1609.08144.

    Args:
      sequence_lengths: Lengths.
      penalty_factor: 0 leaves all probabilities as they are.

    Raises:
      ValueError: `penalty_factor` is no scalar.
    """
    factor = tf.convert_to_tensor(penalty_factor, name="penalty_factor")
    if factor.shape.rank != 0:
        raise ValueError(f"penalty_factor must be a scalar, its shape is {factor.shape}")
    if tf.get_static_value(factor) == 0:
        return 1.0
    return ((5 + tf.cast(sequence_lengths, tf.float32)) / 6) ** tf.cast(factor, tf.float32)


def mask_probs(probs: Any, eos_token: Any, finished: Any) -> Any:
    """Returns log-probabilities by which finished beams go on with the end token and no other.

    Args:
      probs: `[batch_size, beam_width, vocabulary_size]`.
      eos_token: The end token.
      finished: `[batch_size, beam_width]`.
    """
    only_end = tf.one_hot(
        tf.fill(tf.shape(finished), eos_token),
        tf.shape(probs)[-1],
        on_value=tf.constant(0, probs.dtype),
        off_value=probs.dtype.min,
        dtype=probs.dtype,
    )
    masked = tf.where(finished[:, :, None], only_end, probs)
    masked.set_shape(probs.shape)
    return masked


def get_attention_probs(next_cell_state: Any, coverage_penalty_weight: Any) -> Any:
    """Returns where a cell attends to, `[batch_size, beam_width, max_time]`.

    Args:
      next_cell_state: The cell's state.
      coverage_penalty_weight: Where it is 0, nobody needs to know.

    Returns:
      The mean over all mechanisms, or `None`.

    Raises:
      ValueError: The cell has no attention.
    """
    if isinstance(coverage_penalty_weight, (int, float)) and coverage_penalty_weight == 0:
        return None
    found = list(_attentions(next_cell_state))
    if not found:
        raise ValueError(
            "coverage_penalty_weight must be 0.0 if no cell is attentional. It is "
            f"{coverage_penalty_weight}; wrap the cell in an AttentionWrapper."
        )
    return found[0] if len(found) == 1 else tf.reduce_mean(tf.stack(found, -1), -1)


def attention_probs_from_attn_state(attention_state: AttentionWrapperState) -> Any:
    """Returns the alignments of a state, the mean of them for several mechanisms."""
    if not isinstance(attention_state.alignments, tuple):
        return attention_state.alignments
    return tf.reduce_mean(tf.stack(attention_state.alignments, -1), -1)


def _attentions(state: Any) -> Any:
    if isinstance(state, AttentionWrapperState):
        yield attention_probs_from_attn_state(state)
    elif isinstance(state, tuple):
        for part in state:
            yield from _attentions(part)
