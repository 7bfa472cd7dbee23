"""`dynamic_decode`: steps of a decoder until all of its sequences are finished."""

from __future__ import annotations

import abc
import contextlib
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import transpose_batch_time

__all__ = ["Decoder", "dynamic_decode"]


class Decoder(metaclass=abc.ABCMeta):
    """What `dynamic_decode` runs.

    Subclasses have properties `batch_size`, a scalar, `output_size` and `output_dtype`, which are
    nested as the outputs are.
    """

    @property
    def batch_size(self) -> Any:
        """How many sequences there are."""
        raise NotImplementedError

    @property
    def output_size(self) -> Any:
        """Sizes of the outputs, without the batch."""
        raise NotImplementedError

    @property
    def output_dtype(self) -> Any:
        """Types of the outputs."""
        raise NotImplementedError

    @abc.abstractmethod
    def initialize(self, name: str | None = None) -> Any:
        """Returns what is finished before the first step, bools `[batch_size]`, inputs and state.

        Args:
          name: Name scope.
        """

    @abc.abstractmethod
    def step(self, time: Any, inputs: Any, state: Any, name: str | None = None) -> Any:
        """Returns outputs, next state, next inputs, and what is finished after a step.

        Args:
          time: Number of the step, an int32 scalar.
          inputs: Its inputs.
          state: The state before it.
          name: Name scope.
        """

    def finalize(self, outputs: Any, final_state: Any, sequence_lengths: Any) -> Any:
        """Returns what to make of the outputs of all steps, `[time, ...]`, and of the last state.

        A decoder that has nothing to make of them raises `NotImplementedError`, as this one does.

        Args:
          outputs: Outputs of all steps.
          final_state: The last state.
          sequence_lengths: After how many steps each sequence was finished.
        """
        raise NotImplementedError

    @property
    def tracks_own_finished(self) -> bool:
        """Whether what is finished may become unfinished, as beams that change places do."""
        return False


def dynamic_decode(
    decoder: Decoder,
    output_time_major: bool = False,
    impute_finished: bool = False,
    maximum_iterations: Any = None,
    parallel_iterations: int = 32,
    swap_memory: bool = False,
    scope: Any = None,
    **kwargs: Any,
) -> tuple[Any, Any, Any]:
    """Runs a decoder until all sequences are finished.

    Example:
      decoder = BasicDecoder(cell, TrainingHelper(inputs, lengths), state, output_layer)
      (logits, ids), state, lengths = dynamic_decode(decoder)

    Args:
      decoder: The decoder.
      output_time_major: Whether outputs are `[time, batch_size, ...]`, else time is second.
      impute_finished: Whether what is finished has zeros as outputs and keeps its state, so that
        states, and gradients, are right. It costs time.
      maximum_iterations: How many steps to take at most, an int32 scalar.
      parallel_iterations: As for `tf.while_loop`.
      swap_memory: As for `tf.while_loop`.
      scope: Variable scope, "decoder" by default.
      **kwargs: Without effect, as in contrib.

    Returns:
      Outputs, last state, and how many steps each sequence took, int32 `[batch_size]`.

    Raises:
      TypeError: `decoder` is none.
      ValueError: `maximum_iterations` is no scalar.
    """
    del kwargs
    if not isinstance(decoder, Decoder):
        raise TypeError(f"Expected decoder to be type Decoder, but saw: {type(decoder)}")
    with tf1.variable_scope(scope, "decoder") as variables:
        # Variables are read once, not in every step; loops of TF2 capture what is read outside.
        if variables.caching_device is None and not tf1.control_flow_v2_enabled():
            variables.set_caching_device(lambda op: op.device)
        if maximum_iterations is not None:
            maximum_iterations = tf.convert_to_tensor(
                maximum_iterations, tf.int32, name="maximum_iterations"
            )
            if maximum_iterations.shape.rank != 0:
                raise ValueError(
                    f"maximum_iterations must be a scalar, its shape is {maximum_iterations.shape}"
                )
        loop = _Loop(decoder, impute_finished, maximum_iterations)
        outputs, state, lengths = loop.run(parallel_iterations, swap_memory)
        # Thus contrib's decoders, and those derived from them, say that there is nothing to do.
        with contextlib.suppress(NotImplementedError):
            outputs, state = decoder.finalize(outputs, state, lengths)
        if not output_time_major:
            outputs = tf.nest.map_structure(transpose_batch_time, outputs)
    return outputs, state, lengths


class _Loop:
    """The loop of a decoder."""

    def __init__(self, decoder: Decoder, impute: bool, limit: Any) -> None:
        """Keeps what does not change from step to step."""
        self._decoder = decoder
        self._impute = impute
        self._limit = limit

    def run(self, parallel_iterations: int, swap_memory: bool) -> tuple[Any, Any, Any]:
        """Returns stacked outputs, the last state, and lengths."""
        finished, inputs, state = self._decoder.initialize()
        lengths = tf.zeros_like(finished, tf.int32)
        time = tf.constant(0, name="time")
        if self._limit is not None:
            finished = tf.logical_or(finished, self._limit <= 0)
        arrays = tf.nest.map_structure(
            self._array, self._decoder.output_size, self._decoder.output_dtype
        )
        _, arrays, state, _, _, lengths = tf1.while_loop(
            lambda time, arrays, state, inputs, finished, lengths: tf.logical_not(
                tf.reduce_all(finished)
            ),
            self._step,
            (time, arrays, state, inputs, finished, lengths),
            parallel_iterations=parallel_iterations,
            maximum_iterations=self._limit,
            swap_memory=swap_memory,
        )
        return tf.nest.map_structure(lambda array: array.stack(), arrays), state, lengths

    def _array(self, size: Any, dtype: Any) -> Any:
        batch = tf.get_static_value(tf.convert_to_tensor(self._decoder.batch_size))
        shape = tf.TensorShape([batch, *_list(size)])
        return tf.TensorArray(dtype, size=0, dynamic_size=True, element_shape=shape)

    def _step(
        self, time: Any, arrays: Any, state: Any, inputs: Any, finished: Any, lengths: Any
    ) -> tuple[Any, ...]:
        outputs, next_state, next_inputs, now_finished = self._decoder.step(time, inputs, state)
        if not self._decoder.tracks_own_finished:
            now_finished = tf.logical_or(now_finished, finished)
        if self._limit is not None:
            now_finished = tf.logical_or(now_finished, time + 1 >= self._limit)
        lengths = tf1.where(finished, lengths, tf.fill(tf.shape(lengths), time + 1))
        for before, after in ((state, next_state), (inputs, next_inputs)):
            tf.nest.assert_same_structure(before, after)
        tf.nest.assert_same_structure(arrays, outputs)
        if self._impute:
            outputs = tf.nest.map_structure(
                lambda out: tf1.where(finished, tf.zeros_like(out), out), outputs
            )
            next_state = tf.nest.map_structure(
                lambda new, old: _unless(finished, new, old), next_state, state
            )
        arrays = tf.nest.map_structure(
            lambda array, output: array.write(time, output), arrays, outputs
        )
        return time + 1, arrays, next_state, next_inputs, now_finished, lengths


def _unless(finished: Any, new: Any, old: Any) -> Any:
    """Returns the new part of a state, the old one where a sequence is finished."""
    if not tf.is_tensor(new) or new.shape.rank == 0:
        return new
    return tf1.where(finished, old, new)


def _list(size: Any) -> list[Any]:
    """Returns a size, a number or a shape, as the list of its dimensions."""
    shape = tf.TensorShape(size if isinstance(size, (tf.TensorShape, list, tuple)) else [size])
    return list(shape.as_list())
