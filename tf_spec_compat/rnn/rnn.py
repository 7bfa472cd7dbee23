"""`tensorflow.contrib.rnn.python.ops.rnn`: bidirectional networks, one on top of the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1

__all__ = ["stack_bidirectional_dynamic_rnn", "stack_bidirectional_rnn"]


def stack_bidirectional_rnn(
    cells_fw: Sequence[Any],
    cells_bw: Sequence[Any],
    inputs: Sequence[Any],
    initial_states_fw: Sequence[Any] | None = None,
    initial_states_bw: Sequence[Any] | None = None,
    dtype: Any = None,
    sequence_length: Any = None,
    scope: Any = None,
) -> tuple[Any, tuple[Any, ...], tuple[Any, ...]]:
    """Stacks `static_bidirectional_rnn`, each layer on both directions' outputs of the one below.

    Args:
      cells_fw: The forward cells, one a layer.
      cells_bw: As many backward cells.
      inputs: A tensor `[batch, size]` for each step.
      initial_states_fw: States to start from, one a layer.
      initial_states_bw: The same, backward.
      dtype: Type of the states where none are given.
      sequence_length: `[batch]`, how long each sequence is; all of it by default.
      scope: Variable scope, "stack_bidirectional_rnn" by default.

    Returns:
      The last layer's outputs, one `[batch, forward + backward]` a step, and the final states,
      forward and backward, a tuple with one for each layer.

    Raises:
      ValueError: No cells, not as many backward as forward, or not one state for each.
    """

    def layer(cells: tuple[Any, Any], below: Any, states: tuple[Any, Any], where: Any) -> Any:
        return tf1.nn.static_bidirectional_rnn(
            *cells, below, *states, dtype=dtype, sequence_length=sequence_length, scope=where
        )

    states = (initial_states_fw, initial_states_bw)
    return _stack(layer, cells_fw, cells_bw, inputs, states, scope)


def stack_bidirectional_dynamic_rnn(
    cells_fw: Sequence[Any],
    cells_bw: Sequence[Any],
    inputs: Any,
    initial_states_fw: Sequence[Any] | None = None,
    initial_states_bw: Sequence[Any] | None = None,
    dtype: Any = None,
    sequence_length: Any = None,
    parallel_iterations: int | None = None,
    time_major: bool = False,
    scope: Any = None,
    swap_memory: bool = False,
) -> tuple[Any, tuple[Any, ...], tuple[Any, ...]]:
    """Stacks `bidirectional_dynamic_rnn`, each layer on the outputs of both directions below it.

    Args:
      cells_fw: The forward cells, one a layer.
      cells_bw: As many backward cells.
      inputs: `[batch, time, size]`, or `[time, batch, size]` if `time_major`.
      initial_states_fw: States to start from, one a layer.
      initial_states_bw: The same, backward.
      dtype: Type of the states where none are given.
      sequence_length: `[batch]`, how long each sequence is; all of it by default.
      parallel_iterations: As for `tf.compat.v1.nn.dynamic_rnn`.
      time_major: Whether time is the first dimension.
      scope: Variable scope, "stack_bidirectional_rnn" by default.
      swap_memory: As for `tf.compat.v1.nn.dynamic_rnn`.

    Returns:
      The last layer's outputs, of the shape of the inputs with `forward + backward` last, and the
      final states, forward and backward, a tuple with one for each layer.

    Raises:
      ValueError: No cells, not as many backward as forward, or not one state for each.
    """

    def layer(cells: tuple[Any, Any], below: Any, states: tuple[Any, Any], _: Any) -> Any:
        outputs, (forward, backward) = tf1.nn.bidirectional_dynamic_rnn(
            *cells,
            below,
            sequence_length,
            *states,
            dtype=dtype,
            parallel_iterations=parallel_iterations,
            swap_memory=swap_memory,
            time_major=time_major,
        )
        return tf.concat(outputs, 2), forward, backward

    states = (initial_states_fw, initial_states_bw)
    return _stack(layer, cells_fw, cells_bw, inputs, states, scope)


def _stack(
    layer: Callable[..., Any],
    cells_fw: Sequence[Any],
    cells_bw: Sequence[Any],
    inputs: Any,
    states: tuple[Any, Any],
    scope: Any,
) -> tuple[Any, tuple[Any, ...], tuple[Any, ...]]:
    for name, cells in (("fw", cells_fw), ("bw", cells_bw)):
        if not cells:
            raise ValueError(
                f"Must specify at least one {name} cell for BidirectionalRNN: "
                f"cells_{name} is {cells!r}, pass a list with one cell for each layer."
            )
    for name, cells in (("fw", cells_fw), ("bw", cells_bw)):
        if not isinstance(cells, list):
            raise ValueError(
                f"cells_{name} must be a list of RNNCells (one per layer). Got {cells!r}."
            )
    if len(cells_fw) != len(cells_bw):
        raise ValueError(
            "Forward and Backward cells must have the same depth: "
            f"{len(cells_fw)} and {len(cells_bw)} given."
        )
    for name, given in zip(("fw", "bw"), states):
        if given is not None and (not isinstance(given, list) or len(given) != len(cells_fw)):
            raise ValueError(
                f"initial_states_{name} must be a list of state tensors (one per layer), "
                f"{len(cells_fw)} of them; it is {given!r}."
            )
    finals: tuple[list[Any], list[Any]] = ([], [])
    with tf1.variable_scope(scope or "stack_bidirectional_rnn"):
        for number, cells in enumerate(zip(cells_fw, cells_bw)):
            start = tuple(given[number] if given else None for given in states)
            with tf1.variable_scope(f"cell_{number}") as where:
                inputs, *last = layer(cells, inputs, start, where)
            for final, state in zip(finals, last):
                final.append(state)
    return inputs, tuple(finals[0]), tuple(finals[1])
