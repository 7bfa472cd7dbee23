"""Helpers that read at random what is known or what was sampled (arxiv.org/abs/1506.03099)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import transpose_batch_time
from tf_spec_compat.seq2seq.helper import TrainingHelper, as_embedding_fn, as_tensors, unstacked
from tf_spec_compat.seq2seq.sampling import bernoulli_sample, categorical_sample

__all__ = ["ScheduledEmbeddingTrainingHelper", "ScheduledOutputTrainingHelper"]

_NOT_SAMPLED = -1


class ScheduledEmbeddingTrainingHelper(TrainingHelper):
    """Reads now and then the embedding of a class that is drawn by the outputs.

    Of the same seeds come the same samples as with contrib.
    """

    def __init__(
        self,
        inputs: Any,
        sequence_length: Any,
        embedding: Any,
        sampling_probability: Any,
        time_major: bool = False,
        seed: int | None = None,
        scheduling_seed: int | None = None,
        name: str | None = None,
    ) -> None:
        """Makes the helper.

        Args:
          inputs: Tensors `[batch_size, time, ...]`.
          sequence_length: How long each sequence is, int32 `[batch_size]`.
          embedding: Function of ids, or a table for `tf.nn.embedding_lookup`.
          sampling_probability: How often to sample, a float32 scalar or vector.
          time_major: Whether the inputs are `[time, batch_size, ...]`.
          seed: Of the samples.
          scheduling_seed: Of the choice whether to sample.
          name: Name scope.

        Raises:
          ValueError: `sampling_probability` is neither scalar nor vector, or `sequence_length` no
            vector.
        """
        with tf1.name_scope(name, "ScheduledEmbeddingSamplingWrapper"):
            self._embedding_fn = as_embedding_fn(embedding)
            self._sampling_probability = _probability(sampling_probability)
            self._seed = seed
            self._scheduling_seed = scheduling_seed
            super().__init__(inputs, sequence_length, time_major)

    def sample(  # type: ignore[override]  # contrib's arguments
        self, time: Any, outputs: Any, state: Any, name: str | None = None
    ) -> Any:
        """Returns classes drawn by the outputs, -1 where not sampled, int32 `[batch_size]`."""
        with tf1.name_scope(name, "ScheduledEmbeddingTrainingHelperSample", [time, outputs]):
            chosen = _choose(self._sampling_probability, self.batch_size, self._scheduling_seed)
            sampled = categorical_sample(outputs, seed=self._seed)
            return tf1.where(chosen, sampled, tf.fill(tf.shape(sampled), _NOT_SAMPLED))

    def next_inputs(  # type: ignore[override]  # contrib's arguments
        self, time: Any, outputs: Any, state: Any, sample_ids: Any, name: str | None = None
    ) -> Any:
        """Returns what is finished, the next inputs and the state."""
        scope = "ScheduledEmbeddingTrainingHelperNextInputs"
        with tf1.name_scope(name, scope, [time, outputs]):
            finished, inputs, state = super().next_inputs(time, outputs, state)

            def mixed() -> Any:
                embedded = self._embedding_fn(tf.maximum(sample_ids, 0))
                return tf1.where(sample_ids > _NOT_SAMPLED, embedded, inputs)

            return finished, tf1.cond(tf.reduce_all(finished), lambda: inputs, mixed), state


class ScheduledOutputTrainingHelper(TrainingHelper):
    """Reads now and then the last outputs."""

    def __init__(
        self,
        inputs: Any,
        sequence_length: Any,
        sampling_probability: Any,
        time_major: bool = False,
        seed: int | None = None,
        next_inputs_fn: Callable[[Any], Any] | None = None,
        auxiliary_inputs: Any = None,
        name: str | None = None,
    ) -> None:
        """Makes the helper.

        Args:
          inputs: Tensors `[batch_size, time, ...]`.
          sequence_length: How long each sequence is, int32 `[batch_size]`.
          sampling_probability: How often to read outputs, a float32 scalar or vector.
          time_major: Whether the inputs are `[time, batch_size, ...]`.
          seed: Of the choice whether to do so.
          next_inputs_fn: Makes inputs of outputs; they are the outputs by default.
          auxiliary_inputs: What is read beside the inputs or outputs, `[batch_size, time, ...]`.
          name: Name scope.

        Raises:
          ValueError: `sampling_probability` is neither scalar nor vector, or `sequence_length` no
            vector.
        """
        with tf1.name_scope(name, "ScheduledOutputTrainingHelper"):
            self._sampling_probability = _probability(sampling_probability)
            self._seed = seed
            self._next_inputs_fn = next_inputs_fn
            self._auxiliary_input_tas = None
            inputs = as_tensors(inputs)
            if auxiliary_inputs is not None:
                auxiliary = as_tensors(auxiliary_inputs)
                inputs = tf.nest.map_structure(_beside, inputs, auxiliary)
                if not time_major:
                    auxiliary = tf.nest.map_structure(transpose_batch_time, auxiliary)
                self._auxiliary_input_tas = tf.nest.map_structure(unstacked, auxiliary)
            super().__init__(inputs, sequence_length, time_major)

    def initialize(self, name: str | None = None) -> Any:
        """Returns which sequences are empty, and the first inputs."""
        return super().initialize(name)

    def sample(  # type: ignore[override]  # contrib's arguments
        self, time: Any, outputs: Any, state: Any, name: str | None = None
    ) -> Any:
        """Returns whether to read the outputs, int32 `[batch_size]`."""
        with tf1.name_scope(name, "ScheduledOutputTrainingHelperSample", [time, outputs]):
            chosen = _choose(self._sampling_probability, self.batch_size, self._seed)
            return tf.cast(chosen, tf.int32)

    def next_inputs(  # type: ignore[override]  # contrib's arguments
        self, time: Any, outputs: Any, state: Any, sample_ids: Any, name: str | None = None
    ) -> Any:
        """Returns what is finished, the next inputs and the state."""
        with tf1.name_scope(name, "ScheduledOutputTrainingHelperNextInputs", [time, outputs]):
            finished, inputs, state = super().next_inputs(time, outputs, state)
            sampled = tf.cast(sample_ids, tf.bool)

            def mixed() -> Any:
                made = outputs if self._next_inputs_fn is None else self._next_inputs_fn(outputs)
                if self._auxiliary_input_tas is not None:
                    auxiliary = tf.nest.map_structure(
                        lambda array: array.read(time + 1), self._auxiliary_input_tas
                    )
                    made = tf.nest.map_structure(_beside, made, auxiliary)
                return tf.nest.map_structure(
                    lambda new, known: tf1.where(sampled, new, known), made, inputs
                )

            nothing = tf.logical_or(tf.reduce_all(finished), tf.logical_not(tf.reduce_any(sampled)))
            return finished, tf1.cond(nothing, lambda: inputs, mixed), state


def _probability(given: Any) -> Any:
    probability = tf.convert_to_tensor(given, name="sampling_probability")
    if probability.shape.rank not in (0, 1):
        raise ValueError(
            "sampling_probability must be either a scalar or a vector. saw shape: "
            f"{probability.shape}"
        )
    return probability


def _choose(probability: Any, batch: Any, seed: int | None) -> Any:
    """Returns for each sequence whether to sample."""
    shape = batch if probability.shape.rank == 0 else ()
    return bernoulli_sample(probability, dtype=tf.bool, sample_shape=shape, seed=seed)


def _beside(one: Any, other: Any) -> Any:
    return tf.concat([one, other], -1)
