"""What attention mechanisms attend to: a memory, its keys, and what of it does not count."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["AttentionMechanism", "MemoryMechanism", "known_size", "mask_score", "prepare_memory"]


class AttentionMechanism:
    """What every attention mechanism derives from; called as `mechanism(query, state)`.

    It returns the alignments, `[batch_size, alignments_size]`, and its next state.
    """

    @property
    def alignments_size(self) -> Any:
        """Over how many parts of the memory attention is spread."""
        raise NotImplementedError

    @property
    def state_size(self) -> Any:
        """Size of the state."""
        raise NotImplementedError


class MemoryMechanism(AttentionMechanism):
    """A mechanism with a memory of `[batch_size, max_time, ...]`; contrib's private base class."""

    def __init__(
        self,
        query_layer: Any,
        memory: Any,
        probability_fn: Callable[[Any, Any], Any],
        memory_sequence_length: Any = None,
        memory_layer: Any = None,
        check_inner_dims_defined: bool = True,
        score_mask_value: Any = None,
        custom_key_value_fn: Callable[[Any, Any], tuple[Any, Any]] | None = None,
        name: str | None = None,
    ) -> None:
        """Prepares the memory.

        Args:
          query_layer: Layer for queries, or `None`.
          memory: What to attend to, `[batch_size, max_time, ...]`.
          probability_fn: Makes alignments of scores and the state before.
          memory_sequence_length: `[batch_size]`, how much of each memory counts; all by default.
          memory_layer: Layer that makes keys of the memory, or `None`.
          check_inner_dims_defined: Whether the dimensions behind `max_time` have to be known.
          score_mask_value: Score of what does not count, minus infinity by default.
          custom_key_value_fn: Makes other keys and values of keys and values.
          name: Name scope.

        Raises:
          ValueError: Inner dimensions of the memory are not known.
        """
        self._query_layer = query_layer
        self._memory_layer = memory_layer
        self.dtype = memory_layer.dtype if memory_layer else None
        with tf1.name_scope(name, "BaseAttentionMechanismInit", tf.nest.flatten(memory)):
            if memory_sequence_length is not None:
                memory_sequence_length = tf.convert_to_tensor(
                    memory_sequence_length, name="memory_sequence_length"
                )
            self._values = prepare_memory(
                memory, memory_sequence_length, check_inner_dims_defined=check_inner_dims_defined
            )
            self._keys = memory_layer(self._values) if memory_layer else self._values
            if custom_key_value_fn is not None:
                self._keys, self._values = custom_key_value_fn(self._keys, self._values)
            self._batch_size = known_size(self._keys, 0)
            self._alignments_size = known_size(self._keys, 1)
        self._probability_fn: Callable[[Any, Any], Any] = lambda score, state: probability_fn(
            mask_score(score, memory_sequence_length, score_mask_value=score_mask_value), state
        )

    @property
    def memory_layer(self) -> Any:
        """The layer that makes keys of the memory."""
        return self._memory_layer

    @property
    def query_layer(self) -> Any:
        """The layer for queries, if there is one."""
        return self._query_layer

    @property
    def values(self) -> Any:
        """What attention picks from: the memory, zeros where it does not count."""
        return self._values

    @property
    def keys(self) -> Any:
        """What queries are compared with, `[batch_size, max_time, num_units]`."""
        return self._keys

    @property
    def batch_size(self) -> Any:
        """How many memories there are: a number if that is known, else a tensor."""
        return self._batch_size

    @property
    def alignments_size(self) -> Any:
        """Length of the memory: a number if that is known, else a tensor."""
        return self._alignments_size

    @property
    def state_size(self) -> Any:
        """Length of the memory: the state is the alignments."""
        return self._alignments_size

    def initial_alignments(self, batch_size: Any, dtype: Any) -> Any:
        """Returns the alignments before the first step, zeros `[batch_size, alignments_size]`."""
        return tf.zeros([batch_size, self._alignments_size], dtype)

    def initial_state(self, batch_size: Any, dtype: Any) -> Any:
        """Returns the state before the first step: the alignments."""
        return self.initial_alignments(batch_size, dtype)


def known_size(tensor: Any, axis: int) -> Any:
    """Returns a dimension of a tensor: a number if it is known, else a tensor."""
    size = tf.compat.dimension_value(tensor.shape[axis])
    return tf.shape(tensor)[axis] if size is None else size


def prepare_memory(
    memory: Any,
    memory_sequence_length: Any = None,
    memory_mask: Any = None,
    check_inner_dims_defined: bool = True,
) -> Any:
    """Returns a memory as tensors, zeros where it does not count.

    Args:
      memory: Tensors `[batch_size, max_time, ...]`.
      memory_sequence_length: `[batch_size]`, how much of each counts.
      memory_mask: `[batch_size, max_time]`, in place of lengths.
      check_inner_dims_defined: Whether the dimensions behind `max_time` have to be known.

    Raises:
      ValueError: They are not.
    """
    memory = tf.nest.map_structure(lambda m: tf.convert_to_tensor(m, name="memory"), memory)
    mask = _mask(memory_sequence_length, memory_mask, known_size(tf.nest.flatten(memory)[0], 1))

    def prepare(tensor: Any) -> Any:
        if check_inner_dims_defined and not tensor.shape[2:].is_fully_defined():
            raise ValueError(
                f"Expected memory {tensor.name} to have fully defined inner dims, but saw shape: "
                f"{tensor.shape}; set the dimensions behind the second."
            )
        if mask is None:
            return tensor
        ones = [1] * (tensor.shape.rank - 2)
        shape = tf.concat([tf.shape(mask), tf.constant(ones, tf.int32)], 0)
        return tensor * tf.reshape(tf.cast(mask, tensor.dtype), shape)

    return tf.nest.map_structure(prepare, memory)


def mask_score(
    score: Any,
    memory_sequence_length: Any = None,
    memory_mask: Any = None,
    score_mask_value: Any = None,
) -> Any:
    """Returns scores `[batch_size, max_time]`, `score_mask_value` where the memory does not count.

    Lengths have to be positive, and an op says so when it runs.
    """
    mask = _mask(memory_sequence_length, memory_mask, known_size(score, 1))
    if mask is None:
        return score
    value = score.dtype.as_numpy_dtype(-math.inf) if score_mask_value is None else score_mask_value
    checks = []
    if memory_sequence_length is not None:
        message = "All values in memory_sequence_length must be greater than zero"
        checks = [tf1.assert_positive(memory_sequence_length, message=message)]
    with tf.control_dependencies(checks):
        return tf1.where(mask, score, value * tf.ones_like(score))


def _mask(lengths: Any, mask: Any, size: Any) -> Any:
    return mask if lengths is None else tf.sequence_mask(lengths, size)
