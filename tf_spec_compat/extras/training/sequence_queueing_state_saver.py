"""Batches of parts of sequences, and the states in between (`...sequence_queueing_state_saver`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf, tf1
from tf_spec_compat.extras.training.sequence_batch import NextQueuedSequenceBatch
from tf_spec_compat.extras.training.sparse_sequences import StoredSequence, repeat_context
from tf_spec_compat.extras.training.state_saver import SequenceQueueingStateSaver

__all__ = [
    "NextQueuedSequenceBatch",
    "SequenceQueueingStateSaver",
    "batch_sequences_with_states",
]

_CONTEXT = "_context_in_seq_"
_KEYS = 100_000_000


def batch_sequences_with_states(
    input_key: Any,
    input_sequences: Mapping[str, Any],
    input_context: Mapping[str, Any],
    input_length: Any,
    initial_states: Mapping[str, Any],
    num_unroll: int,
    batch_size: Any,
    num_threads: int = 3,
    capacity: int | None = 1000,
    allow_small_batch: bool = True,
    pad: bool = True,
    make_keys_unique: bool = False,
    make_keys_unique_seed: int | None = None,
    name: str | None = None,
) -> NextQueuedSequenceBatch:
    """Returns parts of sequences, which a queue runner puts into a `SequenceQueueingStateSaver`.

    Args:
      input_key: The name of the sequence; no other one may have it at the same time.
      input_sequences: Name -> tensor or `SparseTensor` of shape `[length, ...]`.
      input_context: Name -> tensor or `SparseTensor` that belongs to the whole sequence.
      input_length: The length without padding, int32; None takes that of the sequences.
      initial_states: Name -> state that the sequence starts from.
      num_unroll: The number of steps in a part, from 1.
      batch_size: How many parts to read together.
      num_threads: How many threads add sequences.
      capacity: How many sequences may be under way; None for any number.
      allow_small_batch: Whether to read fewer parts when there will be no more.
      pad: Whether to pad sequences to a multiple of `num_unroll`, by zeros, empty strings or
        nothing. Unlike contrib's, it pads bools too.
      make_keys_unique: Whether to put a random number behind the key.
      make_keys_unique_seed: Its seed.
      name: The name scope.

    Returns:
      What is read. Sparse sequences and context are sparse again.

    Raises:
      TypeError, ValueError: As for `SequenceQueueingStateSaver`; or there is no length where
        `pad` is False; or there are no threads.
    """
    given = [*input_sequences.values(), *input_context.values()]
    with tf1.name_scope(name, "batch_sequences_with_states", [*given, input_key, input_length]):
        if not isinstance(num_unroll, int):
            raise ValueError(f"Unsupported num_unroll expected int, got: {num_unroll}.")
        sequences = {key: _tensor(value) for key, value in input_sequences.items()}
        length = _common_length(sequences) if input_length is None else input_length
        if pad:
            extra = -_common_length(sequences, length) % num_unroll if num_unroll else 0
            sequences = {key: _pad(value, extra) for key, value in sequences.items()}
        elif input_length is None:
            raise ValueError(
                "None values not supported: without padding (pad=False) input_length must be given."
            )
        context = {key: _tensor(value) for key, value in input_context.items()}
        for key in [key for key, value in context.items() if isinstance(value, tf.SparseTensor)]:
            padded = _length(next(iter(sequences.values())))
            sequences[_CONTEXT + key] = repeat_context(context.pop(key), padded, num_unroll)
        stored = {
            key: StoredSequence(value)
            for key, value in sequences.items()
            if isinstance(value, tf.SparseTensor)
        }
        sequences.update((key, value.handles) for key, value in stored.items())
        if make_keys_unique:
            number = tf1.random_uniform([], 0, _KEYS, tf.int32, make_keys_unique_seed)
            input_key = tf.strings.join([input_key, tf.strings.as_string(number)])
        saver = SequenceQueueingStateSaver(
            batch_size=batch_size,
            num_unroll=num_unroll,
            input_length=length,
            input_key=input_key,
            input_sequences=sequences,
            input_context=context,
            initial_states=initial_states,
            capacity=capacity,
            allow_small_batch=allow_small_batch,
            name="InputQueueingStateSaver",
        )
        ready = tf.cast(saver.barrier.ready_size(), tf.float32)
        tf1.summary.scalar(f"queue/{saver.barrier.name}/ready_segment_batches_", ready)
        ends = (tf.errors.OutOfRangeError, tf.errors.CancelledError)
        with silenced_deprecations():
            runner = tf1.train.QueueRunner(
                saver, [saver.prefetch_op] * num_threads, queue_closed_exception_types=ends
            )
            tf1.train.add_queue_runner(runner)
        batch = saver.next_batch
        for key, value in stored.items():
            steps = value.take(batch.sequences.pop(key), batch.batch_size, num_unroll)
            if key.startswith(_CONTEXT):
                batch.context[key[len(_CONTEXT) :]] = _first_steps(steps)
            else:
                batch.sequences[key] = steps
        return batch


def _tensor(value: Any) -> Any:
    return value if isinstance(value, tf.SparseTensor) else tf.convert_to_tensor(value)


def _length(sequence: Any) -> Any:
    if isinstance(sequence, tf.SparseTensor):
        return tf.cast(sequence.dense_shape[0], tf.int32)
    return tf.shape(sequence)[0]


def _common_length(sequences: Mapping[str, Any], default: Any = 0) -> Any:
    """Returns the length of the sequences, which at run time has to be one for all."""
    lengths = [_length(sequence) for sequence in sequences.values()]
    if not lengths:
        return tf.convert_to_tensor(default)
    checks = [
        tf1.assert_equal(
            length, lengths[0], [f"Sequence {key!r} has another length than the first"]
        )
        for key, length in zip(sequences, lengths)
    ]
    with tf.control_dependencies([check for check in checks if check is not None]):
        return tf.identity(lengths[0])


def _pad(sequence: Any, extra: Any) -> Any:
    """Returns a sequence with so many more steps of nothing."""
    if isinstance(sequence, tf.SparseTensor):
        more = tf.cast(extra, tf.int64)
        shape = sequence.dense_shape
        shape = tf.concat([shape[:1] + more, shape[1:]], 0)
        return tf.SparseTensor(sequence.indices, sequence.values, shape)
    shape = tf.concat([[extra], tf.shape(sequence)[1:]], 0)
    padded = tf.concat([sequence, tf.zeros(shape, sequence.dtype)], 0)
    padded.set_shape([None, *sequence.shape[1:]] if sequence.shape.rank else None)
    return padded


def _first_steps(steps: Any) -> Any:
    """Returns `[batch_size, ...]` of a `SparseTensor` `[batch_size, num_unroll, ...]`.

    Only first steps have anything in them, see `repeat_context`.
    """
    indices = tf.concat([steps.indices[:, :1], steps.indices[:, 2:]], 1)
    shape = tf.concat([steps.dense_shape[:1], steps.dense_shape[2:]], 0)
    return tf.SparseTensor(indices, steps.values, shape)
