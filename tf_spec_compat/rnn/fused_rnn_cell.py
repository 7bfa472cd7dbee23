"""`tensorflow.contrib.rnn.python.ops.fused_rnn_cell`: cells that take all time steps at once."""

from __future__ import annotations

import abc
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import assert_like_rnncell

__all__ = ["FusedRNNCell", "FusedRNNCellAdaptor", "TimeReversedFusedRNN"]


class FusedRNNCell(metaclass=abc.ABCMeta):
    """Something that runs over a whole sequence, time first, in one call."""

    @abc.abstractmethod
    def __call__(
        self,
        inputs: Any,
        initial_state: Any = None,
        dtype: Any = None,
        sequence_length: Any = None,
        scope: Any = None,
    ) -> Any:
        """Runs over `inputs`.

        Args:
          inputs: `[time, batch, size]`, or a list of `time` tensors `[batch, size]`.
          initial_state: The state to start from; zeros by default.
          dtype: Type of the state where none is given.
          sequence_length: `[batch]`, how long each sequence is; all of it by default.
          scope: Variable scope.

        Returns:
          Outputs in the form of `inputs`, and the final state.
        """


class FusedRNNCellAdaptor(FusedRNNCell):
    """A plain cell as a fused one: it runs step by step."""

    def __init__(self, cell: Any, use_dynamic_rnn: bool = False) -> None:
        """Takes an RNN cell, to run by `dynamic_rnn` or, by default, by `static_rnn`.

        Raises:
          TypeError: `cell` is no RNN cell.
        """
        assert_like_rnncell("cell", cell)
        self._cell = cell
        self._use_dynamic_rnn = use_dynamic_rnn

    def __call__(
        self,
        inputs: Any,
        initial_state: Any = None,
        dtype: Any = None,
        sequence_length: Any = None,
        scope: Any = None,
    ) -> Any:
        """Runs the cell over `inputs`, see `FusedRNNCell`."""
        listed = isinstance(inputs, list)
        given: dict[str, Any] = {
            "sequence_length": sequence_length,
            "initial_state": initial_state,
            "dtype": dtype,
            "scope": scope,
        }
        if self._use_dynamic_rnn:
            steps = tf.stack(inputs) if listed else inputs
            outputs, state = tf1.nn.dynamic_rnn(self._cell, steps, time_major=True, **given)
            return (tf.unstack(outputs) if listed else outputs), state
        steps = inputs if listed else tf.unstack(inputs)
        outputs, state = tf1.nn.static_rnn(self._cell, steps, **given)
        return (outputs if listed else tf.stack(outputs)), state


class TimeReversedFusedRNN(FusedRNNCell):
    """Runs a fused cell from the end of each sequence to its beginning."""

    def __init__(self, cell: Any) -> None:
        """Takes a fused cell."""
        self._cell = cell

    def __call__(
        self,
        inputs: Any,
        initial_state: Any = None,
        dtype: Any = None,
        sequence_length: Any = None,
        scope: Any = None,
    ) -> Any:
        """Runs the cell over reversed `inputs`; outputs are in the order of `inputs`."""
        outputs, state = self._cell(
            self._reverse(inputs, sequence_length),
            initial_state=initial_state,
            dtype=dtype,
            sequence_length=sequence_length,
            scope=scope,
        )
        return self._reverse(outputs, sequence_length), state

    def _reverse(self, steps: Any, lengths: Any) -> Any:
        listed = isinstance(steps, list)
        if lengths is None:
            return steps[::-1] if listed else tf.reverse(steps, [0])
        steps = tf.stack(steps) if listed else steps
        steps = tf.reverse_sequence(steps, lengths, seq_axis=0, batch_axis=1)
        return tf.unstack(steps) if listed else steps
