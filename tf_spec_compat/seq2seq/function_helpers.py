"""Helpers made of functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.seq2seq.helper import Helper

__all__ = ["CustomHelper", "InferenceHelper"]


class InferenceHelper(Helper):
    """Reads what a function samples of the outputs.

    Example:
      helper = InferenceHelper(
          sample_fn=tf.sigmoid, sample_shape=[depth], sample_dtype=tf.float32,
          start_inputs=tf.zeros([batch_size, depth]), end_fn=lambda x: tf.reduce_all(x > 0.9, -1))
    """

    def __init__(
        self,
        sample_fn: Callable[[Any], Any],
        sample_shape: Any,
        sample_dtype: Any,
        start_inputs: Any,
        end_fn: Callable[[Any], Any],
        next_inputs_fn: Callable[[Any], Any] | None = None,
    ) -> None:
        """Makes the helper.

        Args:
          sample_fn: Makes samples of outputs.
          sample_shape: Shape of a sample, without the batch.
          sample_dtype: Type of a sample.
          start_inputs: What is read first, `[batch_size, ...]`.
          end_fn: Tells of samples what is finished, bools `[batch_size]`.
          next_inputs_fn: Makes inputs of samples; they are the samples by default.
        """
        self._sample_fn = sample_fn
        self._sample_shape = tf.TensorShape(sample_shape)
        self._sample_dtype = sample_dtype
        self._start_inputs = tf.convert_to_tensor(start_inputs, name="start_inputs")
        self._batch_size = tf.shape(self._start_inputs)[0]
        self._end_fn = end_fn
        self._next_inputs_fn = next_inputs_fn

    @property
    def batch_size(self) -> Any:
        """How many sequences there are, an int32 scalar."""
        return self._batch_size

    @property
    def sample_ids_shape(self) -> Any:
        """Shape of a sample, without the batch."""
        return self._sample_shape

    @property
    def sample_ids_dtype(self) -> Any:
        """Type of a sample."""
        return self._sample_dtype

    def initialize(self, name: str | None = None) -> Any:
        """Returns that nothing is finished, and the first inputs."""
        return tf.fill([self._batch_size], False), self._start_inputs

    def sample(self, time: Any, outputs: Any, state: Any, name: str | None = None) -> Any:
        """Returns what `sample_fn` makes of the outputs."""
        return self._sample_fn(outputs)

    def next_inputs(
        self, time: Any, outputs: Any, state: Any, sample_ids: Any, name: str | None = None
    ) -> Any:
        """Returns what is finished, the next inputs and the state."""
        inputs = sample_ids if self._next_inputs_fn is None else self._next_inputs_fn(sample_ids)
        return self._end_fn(sample_ids), inputs, state


class CustomHelper(Helper):
    """A helper made of three functions."""

    def __init__(
        self,
        initialize_fn: Callable[[], Any],
        sample_fn: Callable[..., Any],
        next_inputs_fn: Callable[..., Any],
        sample_ids_shape: Any = None,
        sample_ids_dtype: Any = None,
    ) -> None:
        """Makes the helper.

        Args:
          initialize_fn: Gives what is finished, and the first inputs.
          sample_fn: Called with `time`, `outputs` and `state`, gives samples.
          next_inputs_fn: Called with these and `sample_ids`, gives what is finished, the next
            inputs and the next state.
          sample_ids_shape: Shape of a sample, without the batch; a scalar by default.
          sample_ids_dtype: Type of a sample; int32 by default.
        """
        self._initialize_fn = initialize_fn
        self._sample_fn = sample_fn
        self._next_inputs_fn = next_inputs_fn
        self._batch_size: Any = None
        self._sample_ids_shape = tf.TensorShape(sample_ids_shape or [])
        self._sample_ids_dtype = sample_ids_dtype or tf.int32

    @property
    def batch_size(self) -> Any:
        """How many sequences there are, known once `initialize` was called."""
        if self._batch_size is None:
            raise ValueError("batch_size accessed before initialize was called")
        return self._batch_size

    @property
    def sample_ids_shape(self) -> Any:
        """Shape of a sample, without the batch."""
        return self._sample_ids_shape

    @property
    def sample_ids_dtype(self) -> Any:
        """Type of a sample."""
        return self._sample_ids_dtype

    def initialize(self, name: str | None = None) -> Any:
        """Returns what `initialize_fn` gives."""
        with tf1.name_scope(name, "CustomHelperInitialize"):
            finished, inputs = self._initialize_fn()
            if self._batch_size is None:
                self._batch_size = tf.size(finished)
        return finished, inputs

    def sample(self, time: Any, outputs: Any, state: Any, name: str | None = None) -> Any:
        """Returns what `sample_fn` gives."""
        with tf1.name_scope(name, "CustomHelperSample", [time]):
            return self._sample_fn(time=time, outputs=outputs, state=state)

    def next_inputs(
        self, time: Any, outputs: Any, state: Any, sample_ids: Any, name: str | None = None
    ) -> Any:
        """Returns what `next_inputs_fn` gives."""
        with tf1.name_scope(name, "CustomHelperNextInputs", [time]):
            return self._next_inputs_fn(
                time=time, outputs=outputs, state=state, sample_ids=sample_ids
            )
