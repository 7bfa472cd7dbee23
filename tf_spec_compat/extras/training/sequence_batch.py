"""`NextQueuedSequenceBatch`: what a state saver reads."""

from __future__ import annotations

from typing import Any

__all__ = ["NextQueuedSequenceBatch"]


class NextQueuedSequenceBatch:
    """The next part of some sequences; `SequenceQueueingStateSaver.next_batch` has it.

    `batch_size` is an int32 scalar; what else there is has it as its first dimension.
    """

    def __init__(self, state_saver: Any) -> None:
        """Shows what `state_saver` reads."""
        self._saver = state_saver

    @property
    def batch_size(self) -> Any:
        """How many parts there are; fewer than asked for, at the end of small batches."""
        return self._saver.next_values["batch_size"]

    @property
    def length(self) -> Any:
        """How many of the `num_unroll` steps of each part are no padding, int32."""
        return self._saver.next_values["length"]

    @property
    def total_length(self) -> Any:
        """How long the whole sequence is, without padding, int32."""
        return self._saver.next_values["total_length"]

    @property
    def insertion_index(self) -> Any:
        """When each sequence came, int64: the earlier, the less."""
        return self._saver.next_values["insertion_index"]

    @property
    def key(self) -> Any:
        """The name of each part, `00000_of_00003:KEY`."""
        return self._saver.next_values["key"]

    @property
    def next_key(self) -> Any:
        """The name of the part behind it, or `STOP:KEY`."""
        return self._saver.next_values["next_key"]

    @property
    def sequence(self) -> Any:
        """The number of each part in its sequence, int32, from 0."""
        return self._saver.next_values["sequence"]

    @property
    def sequence_count(self) -> Any:
        """How many parts the sequence has, int32."""
        return self._saver.next_values["sequence_count"]

    @property
    def context(self) -> Any:
        """Name -> the context of each part's sequence, `[batch_size, ...]`."""
        return self._saver.next_values["context"]

    @property
    def sequences(self) -> Any:
        """Name -> the steps of each part, `[batch_size, num_unroll, ...]`."""
        return self._saver.next_values["sequences"]

    def state(self, state_name: str) -> Any:
        """Returns a state that each part starts from, `[batch_size, ...]`.

        Raises:
          KeyError: If there is no such state.
        """
        return self._saver.next_values["states"][state_name]

    def save_state(self, state_name: str, value: Any, name: str | None = None) -> Any:
        """Returns the op that saves a state for the parts behind these; without it, they wait.

        Args:
          state_name: The name of the state.
          value: `[batch_size, ...]`, of the dtype and shape that it began with.
          name: The name scope.

        Raises:
          KeyError: If there is no such state.
          ValueError: If it had another shape.
        """
        return self._saver.insert_state(state_name, value, name)
