"""Monotonic attention, which never moves back in the memory (https://arxiv.org/abs/1704.00784)."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.layers import dense
from tf_spec_compat.seq2seq.attention import additive_score, multiplicative_score
from tf_spec_compat.seq2seq.memory import MemoryMechanism

__all__ = [
    "BahdanauMonotonicAttention",
    "LuongMonotonicAttention",
    "MonotonicMechanism",
    "monotonic_attention",
    "monotonic_probability_fn",
    "safe_cumprod",
]

_SMALLEST_DIVISOR = 1e-10


class MonotonicMechanism(MemoryMechanism):
    """A mechanism that starts at the first part of the memory; contrib's private base class."""

    _score_bias_init: Any = 0.0

    def initial_alignments(self, batch_size: Any, dtype: Any) -> Any:
        """Returns the alignments before the first step: all on the first part of the memory."""
        return tf.one_hot(tf.zeros([batch_size], tf.int32), self._alignments_size, dtype=dtype)

    def _align(self, score: Any, state: Any, bias: Any) -> tuple[Any, Any]:
        alignments = self._probability_fn(score + bias, state)
        return alignments, alignments

    def _bias(self, dtype: Any) -> Any:
        start = tf1.constant_initializer(self._score_bias_init)
        return tf1.get_variable("attention_score_bias", [], dtype, start)


class LuongMonotonicAttention(MonotonicMechanism):
    """`LuongAttention` that is monotonic.

    Example:
      cell = AttentionWrapper(cell, LuongMonotonicAttention(units, memory, sigmoid_noise=1.0))
    """

    def __init__(
        self,
        num_units: int,
        memory: Any,
        memory_sequence_length: Any = None,
        scale: bool = False,
        score_mask_value: Any = None,
        sigmoid_noise: float = 0.0,
        sigmoid_noise_seed: int | None = None,
        score_bias_init: float = 0.0,
        mode: str = "parallel",
        dtype: Any = None,
        name: str = "LuongMonotonicAttention",
    ) -> None:
        """Makes keys of the memory by the variable `memory_layer/kernel`.

        Args:
          num_units: Depth of the keys, that of the queries too.
          memory: What to attend to, `[batch_size, max_time, depth]`.
          memory_sequence_length: `[batch_size]`, how much of each memory counts; all by default.
          scale: Whether to scale scores by a variable `attention_g`.
          score_mask_value: Score of what does not count, minus infinity by default.
          sigmoid_noise: Standard deviation of noise that is added to scores, for training.
          sigmoid_noise_seed: Its seed.
          score_bias_init: Where the variable `attention_score_bias` starts.
          mode: As for `monotonic_attention`.
          dtype: Of the memory layer, float32 by default.
          name: Name scope of what is made here.

        Raises:
          ValueError: The depth of the memory is not known.
        """
        super().__init__(
            None,
            memory,
            _probabilities(sigmoid_noise, mode, sigmoid_noise_seed),
            memory_sequence_length,
            dense(num_units, "memory_layer", dtype=dtype or tf.float32),
            score_mask_value=score_mask_value,
            name=name,
        )
        self._num_units = num_units
        self._scale = scale
        self._score_bias_init = score_bias_init
        self._name = name

    def __call__(self, query: Any, state: Any) -> tuple[Any, Any]:
        """Scores the memory.

        Args:
          query: `[batch_size, num_units]`.
          state: The alignments before.

        Returns:
          The alignments, `[batch_size, alignments_size]`, and the next state, which they are.

        Raises:
          ValueError: The query's depth is not `num_units`, or there is no such `mode`.
        """
        with tf1.variable_scope(None, "luong_monotonic_attention", [query]):
            score = multiplicative_score(self, query, self._scale)
            bias = self._bias(query.dtype)
        return self._align(score, state, bias)


class BahdanauMonotonicAttention(MonotonicMechanism):
    """`BahdanauAttention` that is monotonic.

    Example:
      cell = AttentionWrapper(cell, BahdanauMonotonicAttention(units, memory, sigmoid_noise=1.0))
    """

    def __init__(
        self,
        num_units: int,
        memory: Any,
        memory_sequence_length: Any = None,
        normalize: bool = False,
        score_mask_value: Any = None,
        sigmoid_noise: float = 0.0,
        sigmoid_noise_seed: int | None = None,
        score_bias_init: float = 0.0,
        mode: str = "parallel",
        dtype: Any = None,
        name: str = "BahdanauMonotonicAttention",
    ) -> None:
        """Makes keys of the memory by the variable `memory_layer/kernel`.

        Args:
          num_units: Depth of the keys and of the mapped queries.
          memory: What to attend to, `[batch_size, max_time, depth]`.
          memory_sequence_length: `[batch_size]`, how much of each memory counts; all by default.
          normalize: Whether to normalize the weights (https://arxiv.org/abs/1602.07868).
          score_mask_value: Score of what does not count, minus infinity by default.
          sigmoid_noise: Standard deviation of noise that is added to scores, for training.
          sigmoid_noise_seed: Its seed.
          score_bias_init: Where the variable `attention_score_bias` starts.
          mode: As for `monotonic_attention`.
          dtype: Of the two layers, float32 by default.
          name: Name scope of what is made here.

        Raises:
          ValueError: The depth of the memory is not known.
        """
        dtype = dtype or tf.float32
        super().__init__(
            dense(num_units, "query_layer", dtype=dtype),
            memory,
            _probabilities(sigmoid_noise, mode, sigmoid_noise_seed),
            memory_sequence_length,
            dense(num_units, "memory_layer", dtype=dtype),
            score_mask_value=score_mask_value,
            name=name,
        )
        self._num_units = num_units
        self._normalize = normalize
        self._score_bias_init = score_bias_init
        self._name = name

    def __call__(self, query: Any, state: Any) -> tuple[Any, Any]:
        """Scores the memory.

        Args:
          query: `[batch_size, depth]`.
          state: The alignments before.

        Returns:
          The alignments, `[batch_size, alignments_size]`, and the next state, which they are.

        Raises:
          ValueError: There is no such `mode`.
        """
        with tf1.variable_scope(None, "bahdanau_monotonic_attention", [query]):
            score = additive_score(self, query, self._num_units, self._normalize)
            bias = self._bias(query.dtype)
        return self._align(score, state, bias)


def monotonic_attention(p_choose_i: Any, previous_attention: Any, mode: str) -> Any:
    """Returns where attention is if it only moves forward.

    Args:
      p_choose_i: Probability of each part of the memory to be chosen when attention comes there,
        `[batch_size, max_time]`.
      previous_attention: Where attention was, of the same shape.
      mode: `"recursive"` is exact and goes over the memory step by step; `"parallel"` computes the
        same at once, and may be inexact where probabilities are near 0 or 1; `"hard"` is for
        probabilities that are 0 or 1.

    Returns:
      The distribution of attention, of the same shape.

    Raises:
      ValueError: There is no such mode.
    """
    chosen = tf.convert_to_tensor(p_choose_i, name="p_choose_i")
    before = tf.convert_to_tensor(previous_attention, chosen.dtype, name="previous_attention")
    if mode == "recursive":
        steps = tf.transpose(tf.stack([chosen, before]), [2, 0, 1])
        arriving = tf.scan(
            lambda last, step: (step[0], (1 - last[0]) * last[1] + step[1]),
            steps,
            (tf.zeros_like(chosen[:, 0]), tf.zeros_like(before[:, 0])),
        )[1]
        result = chosen * tf.transpose(arriving)
    elif mode == "parallel":
        passed = safe_cumprod(1 - chosen, axis=1, exclusive=True)
        result = (
            chosen
            * passed
            * tf.cumsum(before / tf.clip_by_value(passed, _SMALLEST_DIVISOR, 1.0), axis=1)
        )
    elif mode == "hard":
        chosen *= tf.cumsum(before, axis=1)
        result = chosen * tf.math.cumprod(1 - chosen, axis=1, exclusive=True)
    else:
        raise ValueError(f"mode must be 'recursive', 'parallel', or 'hard'. It is {mode!r}.")
    result.set_shape(chosen.shape)
    return result


def monotonic_probability_fn(
    score: Any, previous_alignments: Any, sigmoid_noise: float, mode: str, seed: int | None = None
) -> Any:
    """Returns monotonic alignments of scores; contrib's private function.

    Args:
      score: `[batch_size, max_time]`.
      previous_alignments: The alignments before, of the same shape.
      sigmoid_noise: Standard deviation of noise that is added to scores.
      mode: As for `monotonic_attention`.
      seed: Of the noise.

    Raises:
      ValueError: There is no such mode.
    """
    if sigmoid_noise > 0:
        score += sigmoid_noise * tf.random.normal(tf.shape(score), dtype=score.dtype, seed=seed)
    chosen = tf.cast(score > 0, score.dtype) if mode == "hard" else tf.sigmoid(score)
    return monotonic_attention(chosen, previous_alignments, mode)


def safe_cumprod(x: Any, *args: Any, **kwargs: Any) -> Any:
    """Returns the cumulative product of numbers in [0, 1], by way of logarithms.

    Args:
      x: A tensor; what lies outside of that range is clipped.
      *args: Further arguments of `tf.cumsum`.
      **kwargs: The same.
    """
    with tf1.name_scope(None, "SafeCumprod", [x]):
        x = tf.convert_to_tensor(x, name="x")
        tiny = np.finfo(x.dtype.as_numpy_dtype).tiny
        return tf.exp(tf.cumsum(tf.math.log(tf.clip_by_value(x, tiny, 1)), *args, **kwargs))


def _probabilities(noise: float, mode: str, seed: int | None) -> Any:
    return functools.partial(monotonic_probability_fn, sigmoid_noise=noise, mode=mode, seed=seed)
