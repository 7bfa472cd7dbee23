"""`SequenceQueueingStateSaver`: sequences in parts, and the states in between."""

from __future__ import annotations

import collections
from collections.abc import Callable, Mapping
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.private import Barrier
from tf_spec_compat.extras.training.sequence_batch import NextQueuedSequenceBatch

__all__ = ["SequenceQueueingStateSaver"]

# What goes with each part of a sequence, beside the caller's: name, dtype.
_PART_FIELDS = (
    ("length", tf.int32),
    ("total_length", tf.int32),
    ("next_key", tf.string),
    ("sequence", tf.int32),
    ("sequence_count", tf.int32),
)


class SequenceQueueingStateSaver:
    """Cuts sequences into parts, and keeps their states from one part to the next.

    `prefetch_op`, which a queue runner runs, adds one sequence; `next_batch` reads parts. The next
    part of a sequence can be read as soon as all states that the one before left are saved.

    The sequences' padded length is a multiple of `num_unroll`.
    """

    def __init__(
        self,
        batch_size: Any,
        num_unroll: int,
        input_length: Any,
        input_key: Any,
        input_sequences: Mapping[str, Any],
        input_context: Mapping[str, Any],
        initial_states: Mapping[str, Any],
        capacity: int | None = None,
        allow_small_batch: bool = False,
        name: str | None = None,
    ) -> None:
        """Makes the queue.

        Args:
          batch_size: How many parts to read together: a number, or an int32 scalar.
          num_unroll: The number of steps in a part, from 1.
          input_length: The length of the sequence without padding, int32.
          input_key: A name that no other sequence has while this one is in here.
          input_sequences: Name -> `[padded_length, ...]`.
          input_context: Name -> tensor that belongs to the whole sequence.
          initial_states: Name -> state that the sequence starts from.
          capacity: How many sequences may be in here; None for any number.
          allow_small_batch: Whether to read fewer parts when there will be no more.
          name: The name scope.

        Raises:
          TypeError: If the length is not int32, or the key no string.
          ValueError: If they are no scalars, there are no sequences or no states, shapes are not
            known, `num_unroll` is no positive number, or the capacity is less than a batch.
        """
        if isinstance(num_unroll, bool) or not hasattr(num_unroll, "__index__") or num_unroll < 1:
            raise ValueError(f"Unsupported num_unroll expected int, got: {num_unroll}; from 1 on.")
        known = not tf.is_tensor(batch_size)
        if capacity is not None and known and capacity < batch_size:
            raise ValueError(f"capacity {capacity} needs to be >= batch_size {batch_size}.")
        given = [*input_sequences.values(), *input_context.values(), *initial_states.values()]
        with tf1.name_scope(name, "InputQueueingStateSaver", [*given, input_key, input_length]):
            self._scope = tf1.get_default_graph().get_name_scope()
            self._batch_size, self._num_unroll = batch_size, num_unroll
            self._key = _convert_scalar("key", input_key, tf.string)
            self._length = _convert_scalar("length", input_length, tf.int32)
            if not initial_states:
                raise ValueError(
                    "initial_states may not be empty: at least one state variable is required to "
                    "properly enqueue split sequences to run in separate iterations"
                )
            if not input_sequences:
                raise ValueError("must have at least one sequence tensor; input_sequences is {}.")
            self._sequences = _sort_tensors("sequence", input_sequences)
            self._context = _sort_tensors("context", input_context)
            self._states = _sort_tensors("state", initial_states)
            self._capacity_queue = None
            if capacity is not None:
                self._capacity_queue = tf1.FIFOQueue(capacity, [tf.int32], [[]], name="fifo_queue")
            self._components: dict[tuple[str, str], int] = {}
            self._barrier = self._make_barrier()
            self._prefetch_op = self._make_prefetch_op()
            self._next_values = self._make_reads(allow_small_batch)

    @property
    def name(self) -> str:
        """The name scope, with a slash."""
        return f"{self._scope}/"

    @property
    def barrier(self) -> Any:
        """Where the parts wait."""
        return self._barrier

    @property
    def batch_size(self) -> Any:
        """How many parts are read together."""
        return self._batch_size

    @property
    def num_unroll(self) -> int:
        """The number of steps in a part."""
        return self._num_unroll

    @property
    def prefetch_op(self) -> Any:
        """The op that adds a sequence."""
        return self._prefetch_op

    @property
    def next_values(self) -> dict[str, Any]:
        """The tensors that are read next, by name, for `NextQueuedSequenceBatch`."""
        return self._next_values

    @property
    def next_batch(self) -> NextQueuedSequenceBatch:
        """What is read next."""
        return NextQueuedSequenceBatch(self)

    def close(self, cancel_pending_enqueues: bool = False, name: str | None = None) -> Any:
        """Returns the op after which no sequences are added.

        Args:
          cancel_pending_enqueues: Whether to give up parts that wait for their states, too.
          name: The op's name.
        """
        with tf1.name_scope(name, "SQSSClose") as scope:
            ops = [self._barrier.close(cancel_pending_enqueues, name="BarrierClose")]
            if self._capacity_queue is not None:
                ops.append(self._capacity_queue.close(cancel_pending_enqueues, name="FIFOClose"))
            return tf.group(*ops, name=scope)

    def _make_barrier(self) -> Any:
        parts = [("", name, dtype, ()) for name, dtype in _PART_FIELDS]
        for name, value in self._sequences.items():
            parts.append(("sequence", name, value.dtype, (self._num_unroll, *value.shape[1:])))
        for kind, values in (("context", self._context), ("state", self._states)):
            parts += [(kind, name, value.dtype, value.shape) for name, value in values.items()]
        self._components = {(kind, name): i for i, (kind, name, _, _) in enumerate(parts)}
        types, shapes = [part[2] for part in parts], [part[3] for part in parts]
        return Barrier(types=types, shapes=shapes, name="barrier")

    def _make_prefetch_op(self) -> Any:
        """Inserts the parts of a sequence; the first one is complete, the others lack states."""
        count, sequences = self._check_sequences()
        number = tf.range(count)
        steps = self._length - self._num_unroll * number
        names = tf.strings.as_string([number, tf.fill([count], count)], width=5, fill="0")
        keys = tf.strings.join([names[0], "_of_", names[1], ":", self._key])
        next_keys = tf.concat([keys[1:], [tf.strings.join(["STOP:", self._key])]], 0)
        values = {
            ("", "length"): tf.clip_by_value(steps, 0, self._num_unroll),
            ("", "total_length"): tf.fill([count], self._length),
            ("", "next_key"): next_keys,
            ("", "sequence"): number,
            ("", "sequence_count"): tf.fill([count], count),
        }
        for name, value in sequences.items():
            shape = tf.concat([[count, self._num_unroll], tf.shape(value)[1:]], 0)
            values["sequence", name] = tf.reshape(value, shape)
        for name, value in self._context.items():
            multiples = tf.concat([[count], tf.ones_like(tf.shape(value))], 0)
            values["context", name] = tf.tile(value[tf.newaxis], multiples)
        ops = [
            self._barrier.insert_many(self._components[key], keys=keys, values=value)
            for key, value in values.items()
        ]
        if self._capacity_queue is not None:
            ops.append(self._capacity_queue.enqueue([0]))
        with tf.control_dependencies(ops):
            for name, value in self._states.items():
                component = self._components["state", name]
                first = tf.identity(value)[tf.newaxis]
                ops.append(self._barrier.insert_many(component, keys=keys[:1], values=first))
        return tf.group(*ops, name="StateSaverPrefetchGroup")

    def _check_sequences(self) -> tuple[Any, dict[str, Any]]:
        """Returns how many parts there are, and the sequences if they have the same length."""
        padded = tf.shape(next(iter(self._sequences.values())))[0]
        checks = [
            tf1.assert_equal(
                padded % self._num_unroll,
                0,
                [f"The padded length is no multiple of num_unroll, {self._num_unroll}:", padded],
            ),
            tf1.assert_less_equal(
                self._length, padded, ["input_length is more than the padded length:", padded]
            ),
        ]
        for name, value in self._sequences.items():
            data = [f"Sequence {name!r} does not have the length of the first:", padded]
            checks.append(tf1.assert_equal(tf.shape(value)[0], padded, data))
        with tf.control_dependencies([check for check in checks if check is not None]):
            count = tf.identity(padded // self._num_unroll)
            return count, {name: tf.identity(v) for name, v in self._sequences.items()}

    def _make_reads(self, allow_small_batch: bool) -> dict[str, Any]:
        index, keys, values = self._barrier.take_many(
            num_elements=self._batch_size,
            allow_small_batch=allow_small_batch,
            name="BarrierTakeMany",
        )
        own = {name: values[self._components["", name]] for name, _ in _PART_FIELDS}
        batch_size = tf.shape(own["next_key"])[0]
        self._last = own["sequence"] + 1 >= own["sequence_count"]
        done = []
        if self._capacity_queue is not None:
            ended = tf.reduce_sum(tf.cast(self._last, tf.int32))
            done = [self._capacity_queue.dequeue_many(ended)]

        def named(kind: str, change: Callable[[Any], Any] = lambda value: value) -> Any:
            return collections.OrderedDict(
                (name, change(values[component]))
                for (of, name), component in self._components.items()
                if of == kind
            )

        with tf.control_dependencies(done):
            states = named("state", tf.identity)
        extra = {"sequences": named("sequence"), "context": named("context"), "states": states}
        return {"batch_size": batch_size, "insertion_index": index, "key": keys, **own, **extra}

    def insert_state(self, state_name: str, value: Any, name: str | None) -> Any:
        """Returns the op that saves a state, see `NextQueuedSequenceBatch.save_state`."""
        if state_name not in self._states:
            raise KeyError(
                f"state was not declared: {state_name}; initial_states has {[*self._states]}."
            )
        state = self._states[state_name]
        with tf1.name_scope(name, f"InsertState_{state_name}", [value]):
            value = tf.convert_to_tensor(value, state.dtype)
            value.shape.assert_is_compatible_with([None, *state.shape])
            shape = tf.concat([[self._next_values["batch_size"]], state.shape], 0)
            check = tf1.assert_equal(tf.shape(value), shape, [f"State {state_name!r} has a shape"])
            with tf.control_dependencies([check] if check is not None else []):
                unfinished = tf.reshape(tf.where(tf.logical_not(self._last)), [-1])
                return self._barrier.insert_many(
                    self._components["state", state_name],
                    keys=tf.gather(self._next_values["next_key"], unfinished),
                    values=tf.gather(value, unfinished),
                    name=f"BarrierInsertState_{state_name}",
                )


def _convert_scalar(name: str, value: Any, dtype: Any) -> Any:
    tensor = tf.convert_to_tensor(value, name=name)
    if tensor.dtype != dtype:
        raise TypeError(
            f"{name} dtype must be {dtype.name}, but received: {tensor.dtype}; cast it."
        )
    if tensor.shape.rank not in (None, 0):
        raise ValueError(
            f"Rank check failed for {tensor.name}: Shape {tensor.shape} must have rank 0"
        )
    return tensor


def _sort_tensors(kind: str, values: Mapping[str, Any]) -> collections.OrderedDict[str, Any]:
    """Returns tensors by their names, in order, if their shapes are known."""
    tensors = collections.OrderedDict()
    for name in sorted(values):
        tensor = tf.convert_to_tensor(values[name], name=f"{kind}_{name}")
        first = 1 if kind == "sequence" else 0
        rank = tensor.shape.rank
        if rank is None or rank < first or None in tensor.shape.as_list()[first:]:
            ignoring = "(ignoring first dimension)" if first else ""
            raise ValueError(
                f"Shape for {kind} {name} is not fully defined {ignoring}: {tensor.shape}; "
                "use tensor.set_shape."
            )
        tensors[name] = tensor
    return tensors
