"""The states of cells, as tensors under names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.estimators.recurrent.rnn_common import RNNKeys
from tf_spec_compat.training.types import Cell

__all__ = [
    "dict_to_state_tuple",
    "get_state_name",
    "state_tuple_to_dict",
]


def get_state_name(i: Any) -> str:
    """Returns the name of the state with the number `i`."""
    return f"{RNNKeys.STATE_PREFIX}_{i}"


def state_tuple_to_dict(state: Any) -> dict[str, Any]:
    """Returns the tensors in a cell's state, under the names `rnn_cell_state_0` and so on.

    Args:
      state: A tensor, or tuples of them as nested as they may be, each `[batch_size, size]`.

    Returns:
      The tensors from left to right. For None it is None, under the first of the names.
    """
    with tf1.name_scope("state_tuple_to_dict"):
        return {
            get_state_name(i): None if part is None else tf.identity(part, get_state_name(i))
            for i, part in enumerate(tf.nest.flatten(state))
        }


def dict_to_state_tuple(input_dict: Mapping[str, Any], cell: Cell) -> Any:
    """Returns the state that a cell is to start from, which lies about among the features.

    Args:
      input_dict: Features, among them `rnn_cell_state_0` and so on, each `[batch_size, size]`.
      cell: The cell, whose state it is.

    Returns:
      The tensors, nested like the cell's `state_size`; None if there are none.

    Raises:
      ValueError: If there are some, but not all, or one does not have two dimensions.
      InvalidArgumentError: If a size is not the cell's; at run time, where it is not known before.
    """
    with tf1.name_scope("dict_to_state_tuple"):
        sizes = tf.nest.flatten(cell.state_size)
        given = {i: input_dict.get(get_state_name(i)) for i in range(len(sizes))}
        parts = [
            _checked(i, part, size)
            for (i, part), size in zip(given.items(), sizes)
            if part is not None
        ]
        if not parts:
            return None
        if len(parts) != len(sizes):
            raise ValueError(
                "RNN state was partially specified.Expected zero or "
                f"{len(sizes)} state Tensors; got {len(parts)}: give all of "
                f"{[*map(get_state_name, given)]}, or none."
            )
        return tf.nest.pack_sequence_as(cell.state_size, parts)


def _checked(i: int, part: Any, size: Any) -> Any:
    """Returns a part of a state, which at run time has to have the right size."""
    rank = tf1.assert_rank(part, 2, name=f"check_state_{i}_rank")
    same_size = tf1.assert_equal(tf.shape(part)[1], size, name=f"check_state_{i}_shape_1")
    with tf.control_dependencies([rank, same_size]):
        return tf.identity(part, get_state_name(i))
