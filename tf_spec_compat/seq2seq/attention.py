"""Attention mechanisms: how well each part of a memory fits a query.

`LuongAttention` is https://arxiv.org/abs/1508.04025, `BahdanauAttention`
https://arxiv.org/abs/1409.0473.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.layers import dense
from tf_spec_compat.seq2seq.memory import MemoryMechanism

__all__ = [
    "BahdanauAttention",
    "LuongAttention",
    "additive_score",
    "bahdanau_score",
    "luong_score",
    "multiplicative_score",
]

_KeyValueFn = Callable[[Any, Any], tuple[Any, Any]]
_ProbabilityFn = Callable[[Any], Any]


class LuongAttention(MemoryMechanism):
    """Multiplicative attention: the score is the product of query and key.

    Example:
      mechanism = LuongAttention(units, memory, memory_sequence_length=lengths)
      cell = AttentionWrapper(cell, mechanism, attention_layer_size=units)
    """

    def __init__(
        self,
        num_units: int,
        memory: Any,
        memory_sequence_length: Any = None,
        scale: bool = False,
        probability_fn: _ProbabilityFn | None = None,
        score_mask_value: Any = None,
        dtype: Any = None,
        custom_key_value_fn: _KeyValueFn | None = None,
        name: str = "LuongAttention",
    ) -> None:
        """Makes keys of the memory by the variable `memory_layer/kernel`.

        Args:
          num_units: Depth of the keys, that of the queries too.
          memory: What to attend to, `[batch_size, max_time, depth]`.
          memory_sequence_length: `[batch_size]`, how much of each memory counts; all by default.
          scale: Whether to scale scores by a variable `luong_attention/attention_g`.
          probability_fn: Makes alignments of scores, softmax by default.
          score_mask_value: Score of what does not count, minus infinity by default.
          dtype: Of the memory layer, float32 by default.
          custom_key_value_fn: Makes other keys and values of keys and values.
          name: Name scope of what is made here.

        Raises:
          ValueError: The depth of the memory is not known.
        """
        super().__init__(
            None,
            memory,
            _of_scores(probability_fn),
            memory_sequence_length,
            dense(num_units, "memory_layer", dtype=dtype or tf.float32),
            score_mask_value=score_mask_value,
            custom_key_value_fn=custom_key_value_fn,
            name=name,
        )
        self._num_units = num_units
        self._scale = scale
        self._name = name

    def __call__(self, query: Any, state: Any) -> tuple[Any, Any]:
        """Scores the memory.

        Args:
          query: `[batch_size, num_units]`.
          state: The alignments before.

        Returns:
          The alignments, `[batch_size, alignments_size]`, and the next state, which they are.

        Raises:
          ValueError: The query's depth is not `num_units`.
        """
        with tf1.variable_scope(None, "luong_attention", [query]):
            score = multiplicative_score(self, query, self._scale)
        alignments = self._probability_fn(score, state)
        return alignments, alignments


class BahdanauAttention(MemoryMechanism):
    """Additive attention: the score is `v * tanh(key + query)`.

    Example:
      mechanism = BahdanauAttention(units, memory, memory_sequence_length=lengths)
      cell = AttentionWrapper(cell, mechanism, attention_layer_size=units)
    """

    def __init__(
        self,
        num_units: int,
        memory: Any,
        memory_sequence_length: Any = None,
        normalize: bool = False,
        probability_fn: _ProbabilityFn | None = None,
        score_mask_value: Any = None,
        dtype: Any = None,
        custom_key_value_fn: _KeyValueFn | None = None,
        name: str = "BahdanauAttention",
    ) -> None:
        """Makes keys of the memory by the variable `memory_layer/kernel`.

        Args:
          num_units: Depth of the keys and of the mapped queries.
          memory: What to attend to, `[batch_size, max_time, depth]`.
          memory_sequence_length: `[batch_size]`, how much of each memory counts; all by default.
          normalize: Whether to normalize the weights (https://arxiv.org/abs/1602.07868).
          probability_fn: Makes alignments of scores, softmax by default.
          score_mask_value: Score of what does not count, minus infinity by default.
          dtype: Of the two layers, float32 by default.
          custom_key_value_fn: Makes other keys and values of keys and values.
          name: Name scope of what is made here.

        Raises:
          ValueError: The depth of the memory is not known.
        """
        dtype = dtype or tf.float32
        super().__init__(
            dense(num_units, "query_layer", dtype=dtype),
            memory,
            _of_scores(probability_fn),
            memory_sequence_length,
            dense(num_units, "memory_layer", dtype=dtype),
            score_mask_value=score_mask_value,
            custom_key_value_fn=custom_key_value_fn,
            name=name,
        )
        self._num_units = num_units
        self._normalize = normalize
        self._name = name

    def __call__(self, query: Any, state: Any) -> tuple[Any, Any]:
        """Scores the memory.

        Args:
          query: `[batch_size, depth]`.
          state: The alignments before.

        Returns:
          The alignments, `[batch_size, alignments_size]`, and the next state, which they are.
        """
        with tf1.variable_scope(None, "bahdanau_attention", [query]):
            score = additive_score(self, query, self._num_units, self._normalize)
        alignments = self._probability_fn(score, state)
        return alignments, alignments


def luong_score(query: Any, keys: Any, scale: Any = None) -> Any:
    """Returns the products of a query `[batch, n]` and keys `[batch, time, n]`, `[batch, time]`.

    Args:
      query: The query.
      keys: The keys.
      scale: What to multiply them by, if anything.

    Raises:
      ValueError: Query and keys are not of the same depth.
    """
    depth, units = (tf.compat.dimension_value(tensor.shape[-1]) for tensor in (query, keys))
    if depth != units:
        raise ValueError(
            "Incompatible or unknown inner dimensions between query and keys.  "
            f"Query ({query}) has units: {depth}.  Keys ({keys}) have units: {units}.  "
            f"Perhaps you need to set num_units to the keys' dimension ({units})?"
        )
    score = tf.squeeze(tf.matmul(query[:, None], keys, transpose_b=True), [1])
    return score if scale is None else scale * score


def bahdanau_score(
    processed_query: Any,
    keys: Any,
    attention_v: Any,
    attention_g: Any = None,
    attention_b: Any = None,
) -> Any:
    """Returns how well a query `[batch, n]` fits keys `[batch, time, n]`, `[batch, time]`.

    Args:
      processed_query: The query, mapped to the depth of the keys.
      keys: The keys.
      attention_v: Weights, `[n]`.
      attention_g: Their norm, if they are to be normalized.
      attention_b: Then also a bias, `[n]`.
    """
    sums = keys + processed_query[:, None]
    if attention_g is not None:
        norm = tf.math.rsqrt(tf.reduce_sum(tf.square(attention_v)))
        attention_v = attention_g * attention_v * norm
        sums += attention_b
    return tf.reduce_sum(attention_v * tf.tanh(sums), 2)


def multiplicative_score(mechanism: MemoryMechanism, query: Any, scaled: bool) -> Any:
    """Returns the score of a query, by a weight in the variable scope that is open if `scaled`."""
    if not scaled:
        return luong_score(query, mechanism.keys)
    scale = tf1.get_variable("attention_g", [], query.dtype, tf1.ones_initializer())
    return luong_score(query, mechanism.keys, scale)


def additive_score(mechanism: MemoryMechanism, query: Any, units: int, normalize: bool) -> Any:
    """Returns the score of a query, by weights in the variable scope that is open."""
    query = mechanism.query_layer(query) if mechanism.query_layer else query
    weights = tf1.get_variable("attention_v", [units], query.dtype)
    if not normalize:
        return bahdanau_score(query, mechanism.keys, weights)
    start = tf1.constant_initializer(math.sqrt(1 / units))
    norm = tf1.get_variable("attention_g", [], query.dtype, start)
    bias = tf1.get_variable("attention_b", [units], query.dtype, tf1.zeros_initializer())
    return bahdanau_score(query, mechanism.keys, weights, norm, bias)


def _of_scores(probability_fn: _ProbabilityFn | None) -> Callable[[Any, Any], Any]:
    """Returns a function of scores as one of scores and the state before."""
    function = probability_fn or tf.nn.softmax
    return lambda score, _: function(score)
