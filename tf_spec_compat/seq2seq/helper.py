"""Helpers say what a decoder reads next, and when a sequence is finished."""

from __future__ import annotations

import abc
from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import transpose_batch_time
from tf_spec_compat.seq2seq.sampling import categorical_sample

__all__ = [
    "GreedyEmbeddingHelper",
    "Helper",
    "SampleEmbeddingHelper",
    "TrainingHelper",
    "as_embedding_fn",
    "as_tensors",
    "unstacked",
    "vector_and_scalar",
]


class Helper(metaclass=abc.ABCMeta):
    """What a `BasicDecoder` asks for samples and for next inputs."""

    @property
    @abc.abstractmethod
    def batch_size(self) -> Any:
        """How many sequences there are, an int32 scalar."""

    @property
    @abc.abstractmethod
    def sample_ids_shape(self) -> Any:
        """Shape of a sample, without the batch."""

    @property
    @abc.abstractmethod
    def sample_ids_dtype(self) -> Any:
        """Type of a sample."""

    @abc.abstractmethod
    def initialize(self, name: str | None = None) -> Any:
        """Returns what is finished before the first step, bools `[batch_size]`, and its inputs."""

    @abc.abstractmethod
    def sample(self, time: Any, outputs: Any, state: Any, name: str | None = None) -> Any:
        """Returns a sample of the outputs of a step."""

    @abc.abstractmethod
    def next_inputs(
        self, time: Any, outputs: Any, state: Any, sample_ids: Any, name: str | None = None
    ) -> Any:
        """Returns what is finished, the next inputs and the next state."""


class _Ids(Helper):
    """A helper that samples a number for each sequence of the batch."""

    _batch_size: Any

    @property
    def batch_size(self) -> Any:
        """How many sequences there are, an int32 scalar."""
        return self._batch_size

    @property
    def sample_ids_shape(self) -> Any:
        """A scalar for each sequence."""
        return tf.TensorShape([])

    @property
    def sample_ids_dtype(self) -> Any:
        """int32."""
        return tf.int32


class TrainingHelper(_Ids):
    """Reads inputs that are known; the samples are the classes of the largest outputs.

    Example:
      helper = TrainingHelper(tf.nn.embedding_lookup(embedding, inputs), lengths)
    """

    def __init__(
        self, inputs: Any, sequence_length: Any, time_major: bool = False, name: str | None = None
    ) -> None:
        """Makes the helper.

        Args:
          inputs: Tensors `[batch_size, time, ...]`.
          sequence_length: How long each sequence is, int32 `[batch_size]`.
          time_major: Whether the inputs are `[time, batch_size, ...]`.
          name: Name scope.

        Raises:
          ValueError: `sequence_length` is no vector.
        """
        with tf1.name_scope(name, "TrainingHelper", [inputs, sequence_length]):
            inputs = as_tensors(inputs)
            self._inputs = inputs
            if not time_major:
                inputs = tf.nest.map_structure(transpose_batch_time, inputs)
            self._input_tas = tf.nest.map_structure(unstacked, inputs)
            self._sequence_length = tf.convert_to_tensor(sequence_length, name="sequence_length")
            if self._sequence_length.shape.rank != 1:
                raise ValueError(
                    "Expected sequence_length to be a vector, but received shape: "
                    f"{self._sequence_length.shape}; pass one length for each sequence."
                )
            self._zero_inputs = tf.nest.map_structure(lambda t: tf.zeros_like(t[0]), inputs)
            self._batch_size = tf.size(self._sequence_length)

    @property
    def inputs(self) -> Any:
        """The inputs, as they were given."""
        return self._inputs

    @property
    def sequence_length(self) -> Any:
        """How long each sequence is."""
        return self._sequence_length

    def initialize(self, name: str | None = None) -> Any:
        """Returns which sequences are empty, and the first inputs."""
        with tf1.name_scope(name, "TrainingHelperInitialize"):
            return self._read(0)

    def sample(  # type: ignore[override]  # contrib's arguments
        self, time: Any, outputs: Any, name: str | None = None, **unused_kwargs: Any
    ) -> Any:
        """Returns the classes of the largest outputs, int32 `[batch_size]`."""
        with tf1.name_scope(name, "TrainingHelperSample", [time, outputs]):
            return tf.argmax(outputs, -1, tf.int32)

    def next_inputs(  # type: ignore[override]  # contrib's arguments
        self, time: Any, outputs: Any, state: Any, name: str | None = None, **unused_kwargs: Any
    ) -> Any:
        """Returns what is finished, the next inputs, zeros if all is, and the state."""
        with tf1.name_scope(name, "TrainingHelperNextInputs", [time, outputs]):
            finished, inputs = self._read(time + 1)
            return finished, inputs, state

    def _read(self, time: Any) -> tuple[Any, Any]:
        finished = time >= self._sequence_length
        inputs = tf1.cond(
            tf.reduce_all(finished),
            lambda: self._zero_inputs,
            lambda: tf.nest.map_structure(lambda array: array.read(time), self._input_tas),
        )
        return finished, inputs


class GreedyEmbeddingHelper(_Ids):
    """Reads the embedding of the class of the largest output, from start tokens to the end token.

    Example:
      helper = GreedyEmbeddingHelper(embedding, tf.fill([batch_size], GO), END)
    """

    def __init__(self, embedding: Any, start_tokens: Any, end_token: Any) -> None:
        """Makes the helper.

        Args:
          embedding: Function of ids, or a table for `tf.nn.embedding_lookup`.
          start_tokens: What is read first, int32 `[batch_size]`.
          end_token: What finishes a sequence, an int32 scalar.

        Raises:
          ValueError: `start_tokens` is no vector, or `end_token` no scalar.
        """
        self._embedding_fn = as_embedding_fn(embedding)
        self._start_tokens, self._end_token = vector_and_scalar(start_tokens, end_token)
        self._batch_size = tf.size(self._start_tokens)
        self._start_inputs = self._embedding_fn(self._start_tokens)

    def initialize(self, name: str | None = None) -> Any:
        """Returns that nothing is finished, and the start tokens' embeddings."""
        return tf.fill([self._batch_size], False), self._start_inputs

    def sample(self, time: Any, outputs: Any, state: Any, name: str | None = None) -> Any:
        """Returns the classes of the largest outputs, int32 `[batch_size]`.

        Raises:
          TypeError: The outputs are no tensor.
        """
        return tf.argmax(_one_tensor(outputs), -1, tf.int32)

    def next_inputs(
        self, time: Any, outputs: Any, state: Any, sample_ids: Any, name: str | None = None
    ) -> Any:
        """Returns which samples are the end token, embeddings of the samples, and the state."""
        finished = tf.equal(sample_ids, self._end_token)
        inputs = tf1.cond(
            tf.reduce_all(finished),
            lambda: self._start_inputs,
            lambda: self._embedding_fn(sample_ids),
        )
        return finished, inputs, state


class SampleEmbeddingHelper(GreedyEmbeddingHelper):
    """Reads the embedding of a class that is drawn by the outputs, taken as logits.

    Of the same seed come the same samples as with contrib.
    """

    def __init__(
        self,
        embedding: Any,
        start_tokens: Any,
        end_token: Any,
        softmax_temperature: Any = None,
        seed: int | None = None,
    ) -> None:
        """Makes the helper.

        Args:
          embedding: Function of ids, or a table for `tf.nn.embedding_lookup`.
          start_tokens: What is read first, int32 `[batch_size]`.
          end_token: What finishes a sequence, an int32 scalar.
          softmax_temperature: What to divide logits by: more than 1 draws more evenly.
          seed: Of the samples.

        Raises:
          ValueError: `start_tokens` is no vector, or `end_token` no scalar.
        """
        super().__init__(embedding, start_tokens, end_token)
        self._softmax_temperature = softmax_temperature
        self._seed = seed

    def sample(self, time: Any, outputs: Any, state: Any, name: str | None = None) -> Any:
        """Returns classes drawn by the outputs, int32 `[batch_size]`.

        Raises:
          TypeError: The outputs are no tensor.
        """
        logits = _one_tensor(outputs)
        if self._softmax_temperature is not None:
            logits /= self._softmax_temperature
        return categorical_sample(logits, seed=self._seed)


def as_tensors(inputs: Any) -> Any:
    """Returns inputs, maybe nested, as tensors; a list is one tensor."""
    if isinstance(inputs, list):
        return tf.convert_to_tensor(inputs)
    return tf.nest.map_structure(tf.convert_to_tensor, inputs)


def unstacked(inputs: Any) -> Any:
    """Returns a `TensorArray` of the steps of inputs, `[time, ...]`."""
    array = tf.TensorArray(inputs.dtype, size=tf.shape(inputs)[0], element_shape=inputs.shape[1:])
    return array.unstack(inputs)


def as_embedding_fn(embedding: Any) -> Callable[[Any], Any]:
    """Returns a function of ids that gives embeddings, of that function or of a table."""
    if callable(embedding):
        function: Callable[[Any], Any] = embedding
        return function
    return lambda ids: tf.nn.embedding_lookup(embedding, ids)


def vector_and_scalar(start_tokens: Any, end_token: Any) -> tuple[Any, Any]:
    """Returns start tokens and the end token as int32 tensors.

    Raises:
      ValueError: The one is no vector, or the other no scalar.
    """
    starts = tf.convert_to_tensor(start_tokens, tf.int32, name="start_tokens")
    end = tf.convert_to_tensor(end_token, tf.int32, name="end_token")
    if starts.shape.rank != 1:
        raise ValueError(f"start_tokens must be a vector, their shape is {starts.shape}")
    if end.shape.rank != 0:
        raise ValueError(f"end_token must be a scalar, its shape is {end.shape}")
    return starts, end


def _one_tensor(outputs: Any) -> Any:
    if not tf.is_tensor(outputs):
        raise TypeError(f"Expected outputs to be a single Tensor, got: {type(outputs)}")
    return outputs
