"""`tensorflow.contrib.crf`: linear-chain conditional random fields.

Lafferty, McCallum, Pereira, "Conditional Random Fields", ICML 2001: the score of a sequence of tags
is the sum of its unary potentials, `inputs[t, tag]`, and of its binary ones,
`transition_params[tag, next_tag]`. In all functions here shapes are `[batch, steps, tags]` for
inputs and potentials, `[batch, steps]` for tags, `[batch]` for lengths and scores, and
`[tags, tags]` for transitions; a sequence of length zero scores 0.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.extras.crf_cells import (
    CrfDecodeBackwardRnnCell,
    CrfDecodeForwardRnnCell,
    CrfForwardRnnCell,
)
from tf_spec_compat.model.types import Tensor, TensorLike

__all__ = [
    "CrfDecodeBackwardRnnCell",
    "CrfDecodeForwardRnnCell",
    "CrfForwardRnnCell",
    "crf_binary_score",
    "crf_decode",
    "crf_log_likelihood",
    "crf_log_norm",
    "crf_multitag_sequence_score",
    "crf_sequence_score",
    "crf_unary_score",
    "viterbi_decode",
]


def crf_sequence_score(
    inputs: TensorLike,
    tag_indices: TensorLike,
    sequence_lengths: TensorLike,
    transition_params: TensorLike,
) -> Tensor:
    """Returns the scores of sequences of tags, `[batch]`, before they are normalized.

    Args:
      inputs: Unary potentials.
      tag_indices: The tags, integers.
      sequence_lengths: How many steps of each sequence count.
      transition_params: Binary potentials.
    """
    unary = crf_unary_score(tag_indices, sequence_lengths, inputs)
    return unary + crf_binary_score(tag_indices, sequence_lengths, transition_params)


def crf_multitag_sequence_score(
    inputs: TensorLike,
    tag_bitmap: TensorLike,
    sequence_lengths: TensorLike,
    transition_params: TensorLike,
) -> Tensor:
    """Returns the log of the summed exponential scores of all sequences that a bitmap admits.

    Args:
      inputs: Unary potentials.
      tag_bitmap: Which tags each step may have, `[batch, steps, tags]` bools.
      sequence_lengths: How many steps of each sequence count. As in contrib, they do not where
        there is but one step.
      transition_params: Binary potentials.
    """
    inputs = tf.convert_to_tensor(inputs)
    admitted = tf.where(tag_bitmap, inputs, inputs.dtype.as_numpy_dtype("-inf"))
    if inputs.shape[1] == 1:
        return tf.reduce_logsumexp(admitted[:, 0], axis=1)
    lengths = tf.convert_to_tensor(sequence_lengths)
    single = tf.equal(tf.shape(inputs)[1], 1)
    lengths = tf.where(single, tf.ones_like(lengths), lengths)
    return crf_log_norm(admitted, lengths, transition_params)


def crf_log_norm(
    inputs: TensorLike, sequence_lengths: TensorLike, transition_params: TensorLike
) -> Tensor:
    """Returns the log of the normalization, `[batch]`, by the forward algorithm.

    Args:
      inputs: Unary potentials.
      sequence_lengths: How many steps of each sequence count.
      transition_params: Binary potentials.
    """
    inputs, lengths = tf.convert_to_tensor(inputs), tf.convert_to_tensor(sequence_lengths)
    _, alphas = _run(CrfForwardRnnCell(transition_params), inputs[:, 1:], lengths, inputs[:, 0])
    norm = tf.reduce_logsumexp(alphas, axis=1)
    return tf.where(lengths <= 0, tf.zeros_like(norm), norm)


def _run(cell: Any, inputs: Any, lengths: Any, state: Any, dtype: Any = None) -> Any:
    """Runs a cell, with outputs of `dtype`, over all steps behind the first of each sequence."""
    steps = tf.shape(inputs)[1]
    lengths = tf.clip_by_value(tf.cast(lengths, tf.int32) - 1, 0, steps)
    # One more, which does not count: without any, outputs of unknown shape cannot be stacked.
    inputs = tf.pad(inputs, [[0, 0], [0, 1], [0, 0]])
    outputs, state = tf1.nn.dynamic_rnn(cell, inputs, lengths, state, dtype)
    return outputs[:, :-1], state


def crf_log_likelihood(
    inputs: TensorLike,
    tag_indices: TensorLike,
    sequence_lengths: TensorLike,
    transition_params: TensorLike | None = None,
) -> tuple[Tensor, Any]:
    """Returns the log likelihoods of sequences of tags, `[batch]`, and the transitions.

        likelihood, transitions = crf.crf_log_likelihood(logits, tags, lengths)
        loss = tf.reduce_mean(-likelihood)

    Args:
      inputs: Unary potentials; their last dimension has to be known.
      tag_indices: The tags, integers.
      sequence_lengths: How many steps of each sequence count.
      transition_params: Binary potentials; a variable `transitions` of the current scope by
        default.

    Raises:
      ValueError: The variable exists, and the scope does not reuse.
    """
    inputs = tf.convert_to_tensor(inputs)
    if transition_params is None:
        tags = inputs.shape[2]
        transition_params = tf1.get_variable("transitions", [tags, tags])
    score = crf_sequence_score(inputs, tag_indices, sequence_lengths, transition_params)
    return score - crf_log_norm(inputs, sequence_lengths, transition_params), transition_params


def crf_unary_score(
    tag_indices: TensorLike, sequence_lengths: TensorLike, inputs: TensorLike
) -> Tensor:
    """Returns the sums of the unary potentials of sequences of tags, `[batch]`.

    Args:
      tag_indices: The tags, integers.
      sequence_lengths: How many steps of each sequence count.
      inputs: Unary potentials.
    """
    scores = tf.gather(inputs, tag_indices, batch_dims=2)
    return _total(scores, sequence_lengths)


def crf_binary_score(
    tag_indices: TensorLike, sequence_lengths: TensorLike, transition_params: TensorLike
) -> Tensor:
    """Returns the sums of the binary potentials of sequences of tags, `[batch]`.

    Args:
      tag_indices: The tags, integers.
      sequence_lengths: How many steps of each sequence count.
      transition_params: Binary potentials.
    """
    tags = tf.convert_to_tensor(tag_indices)
    scores = tf.gather_nd(transition_params, tf.stack([tags[:, :-1], tags[:, 1:]], axis=2))
    return _total(scores, tf.convert_to_tensor(sequence_lengths) - 1)


def _total(scores: Any, lengths: Any) -> Any:
    """Adds up the scores of the steps that count."""
    lengths = tf.maximum(lengths, 0)
    mask = tf.sequence_mask(lengths, tf.shape(scores)[1], scores.dtype)
    return tf.reduce_sum(scores * mask, axis=1)


def viterbi_decode(score: Any, transition_params: Any) -> tuple[list[int], Any]:
    """Returns the tags of the best sequence, and its score; in NumPy, outside of a graph.

    Args:
      score: Unary potentials of one sequence, `[steps, tags]`.
      transition_params: Binary potentials.

    Raises:
      IndexError: The sequence has no steps.
    """
    best, pointers = score[0], []
    for unary in score[1:]:
        paths = best[:, np.newaxis] + transition_params
        pointers.append(paths.argmax(0))
        best = unary + paths.max(0)
    tags = [int(best.argmax())]
    for pointer in reversed(pointers):
        tags.append(int(pointer[tags[-1]]))
    return tags[::-1], best.max()


def crf_decode(
    potentials: TensorLike, transition_params: TensorLike, sequence_length: TensorLike
) -> tuple[Tensor, Tensor]:
    """Returns the best tags, `[batch, steps]` int32, zero behind each end, and their scores.

    A sequence without steps is decoded as one of a single step, as in contrib.

    Args:
      potentials: Unary potentials; their last dimension has to be known.
      transition_params: Binary potentials.
      sequence_length: How many steps of each sequence count.
    """
    potentials = tf.convert_to_tensor(potentials)
    behind = tf.maximum(tf.cast(sequence_length, tf.int32) - 1, 0)
    pointers, scores = _run(
        CrfDecodeForwardRnnCell(transition_params),
        potentials[:, 1:],
        sequence_length,
        potentials[:, 0],
        tf.int32,
    )
    last = tf.argmax(scores, axis=1, output_type=tf.int32)[:, tf.newaxis]
    tags, _ = _run(
        CrfDecodeBackwardRnnCell(potentials.shape[2]),
        tf.reverse_sequence(pointers, behind, seq_axis=1),
        sequence_length,
        last,
        tf.int32,
    )
    tags = tf.concat([last, tags[:, :, 0]], axis=1)
    return tf.reverse_sequence(tags, behind + 1, seq_axis=1), tf.reduce_max(scores, axis=1)
