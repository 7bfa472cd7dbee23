"""The grid LSTMs of contrib, which keep a state for frequency and one for time."""

from __future__ import annotations

import collections
from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.rnn.bands import (
    block_ranges,
    check_band_sizes,
    count_bands,
    slice_bands,
    slice_state,
)
from tf_spec_compat.rnn.base_cells import Units, clip, keep_arguments
from tf_spec_compat.rnn.grid_weights import GridWeights
from tf_spec_compat.rnn.shapes import batch_size_of, static_width

__all__ = ["BidirectionalGridLSTMCell", "GridLSTMCell"]


class GridLSTMCell(Units):
    """The LSTM of https://arxiv.org/abs/1507.01526 over time and the bands of each input.

    Blocks are ranges of columns with weights of their own, each of one or more bands.
    """

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        share_time_frequency_weights: bool = False,
        cell_clip: float | None = None,
        initializer: Any = None,
        num_unit_shards: int = 1,
        forget_bias: float = 1.0,
        feature_size: int | None = None,
        frequency_skip: int | None = None,
        num_frequency_blocks: Sequence[int] | None = None,
        start_freqindex_list: Sequence[int] | None = None,
        end_freqindex_list: Sequence[int] | None = None,
        couple_input_forget_gates: bool = False,
        state_is_tuple: bool = True,
        reuse: bool | None = None,
    ) -> None:
        """Makes the cell.

        For block `n` its variables are `W_f_n_0` and so on and `B_f_n` for frequency, the same with
        `t` for time, and those of the peepholes, as `W_I_diag_freqt_n`.

        Args:
          num_units: How many units it has.
          use_peepholes: Whether the gates see both states.
          share_time_frequency_weights: Whether time uses the weights of frequency.
          cell_clip: Bound on the states, if any.
          initializer: Without effect, as in contrib: the variable scope's initializer counts.
          num_unit_shards: Into how many variables to split each `W`.
          forget_bias: Added to the forget gates.
          feature_size: How many columns of the inputs make a band; needed to call the cell.
          frequency_skip: By how many columns the bands are apart; needed to call the cell.
          num_frequency_blocks: How many bands each block has.
          start_freqindex_list: Each block's first column; one block has all by default.
          end_freqindex_list: The column after each block's last one.
          couple_input_forget_gates: Whether to forget as much as comes in.
          state_is_tuple: Whether the state is a named tuple, not one tensor. With one tensor each
            block reads the state from its front, as in contrib.
          reuse: Whether to use variables that exist.

        Raises:
          TypeError: `num_frequency_blocks` is no list.
          ValueError: `num_frequency_blocks` is missing.
        """
        prefixes = ("state",) if state_is_tuple else ()
        self._set_blocks(num_frequency_blocks, "GridLSTMStateTuple", prefixes)

    def _set_blocks(self, counts: Sequence[int] | None, name: str, prefixes: Sequence[str]) -> None:
        """Sets the blocks, and the class of the state: each band's cell `c` and output `m`."""
        if counts is None:
            raise ValueError(
                "Must specify num_frequency_blocks, got None: give how many bands each block has, "
                "as in [2]."
            )
        self._num_frequency_blocks = list(counts)
        self._total_blocks = sum(counts)
        fields = [
            f"{prefix}_f{band:02d}_b{block:02d}_{part}"
            for prefix in prefixes
            for block, bands in enumerate(counts)
            for band in range(bands)
            for part in "cm"
        ]
        self._state_tuple_type: Any = collections.namedtuple(name, fields) if prefixes else None

    @property
    def state_tuple_type(self) -> Any:
        """Class of the state, or None where that is one tensor."""
        return self._state_tuple_type

    @property
    def state_size(self) -> Any:
        """A tuple of `num_units`, two for each band, or their sum."""
        if self._state_tuple_type is None:
            return 2 * self._num_units * self._total_blocks
        return self._state_tuple_type(*[self._num_units] * len(self._state_tuple_type._fields))

    @property
    def output_size(self) -> int:
        """Twice the units, of time and of frequency, for each band."""
        return 2 * self._num_units * self._total_blocks

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, output_size]`, and a state like the one given.

        Raises:
          TypeError: `feature_size`, `frequency_skip` or only the end of a block is missing.
          ValueError: The inputs' width is not known or does not fit the blocks.
        """
        outputs, states = self._run_blocks(self._make_tf_features(inputs), state, "state")
        if self._state_tuple_type is None:
            return tf.concat(outputs, 1), tf.concat(states, 1)
        return tf.concat(outputs, 1), self._state_tuple_type(*states)

    def _run_blocks(self, blocks: list[list[Any]], state: Any, prefix: str) -> tuple[Any, Any]:
        """Goes through the bands of each block; returns all outputs and states."""
        outputs: list[Any] = []
        states: list[Any] = []
        for block, bands in enumerate(blocks):
            weights = GridWeights(
                block,
                bands[0],
                self._num_units,
                self._num_unit_shards,
                peepholes=self._use_peepholes,
                shared=self._share_time_frequency_weights,
                coupled=self._couple_input_forget_gates,
            )
            batch = batch_size_of(bands[0])
            frequency = [tf.zeros([batch, self._num_units], bands[0].dtype)] * 2
            for number, band in enumerate(bands):
                time = self._band_state(state, number, f"{prefix}_f{number:02d}_b{block:02d}_")
                time, frequency = self._step_band(weights, band, time, frequency)
                outputs += [time[1], frequency[1]]
                states += time
        return outputs, states

    def _band_state(self, state: Any, number: int, name: str) -> list[Any]:
        """Returns cell and output of a band."""
        if self._state_tuple_type is None:
            return slice_state(state, number, self._num_units)
        return [getattr(state, name + part) for part in "cm"]

    def _step_band(self, weights: GridWeights, band: Any, time: Any, frequency: Any) -> Any:
        """Returns the new cell and output, of time and of frequency."""
        joined = tf.concat([band, time[1], frequency[1]], 1)
        cells = frequency[0], time[0]
        of_frequency = weights.gates(joined, "freq")
        # Shared weights give the same sums.
        of_time = of_frequency if weights.shared else weights.gates(joined, "time")
        new = (
            self._new_cell(weights, of_frequency, "freq", cells, frequency[0]),
            self._new_cell(weights, of_time, "time", cells, time[0]),
        )
        found = []
        for kind, gates, cell in (("freq", of_frequency, new[0]), ("time", of_time, new[1])):
            output_gate = weights.add_peepholes("O", gates[-1], kind, new)
            found.append([cell, tf.sigmoid(output_gate) * tf.tanh(cell)])
        return found[1], found[0]

    def _new_cell(self, weights: GridWeights, gates: Any, kind: str, cells: Any, cell: Any) -> Any:
        """Returns the new cell from the old `cell`."""
        input_gate = tf.sigmoid(weights.add_peepholes("I", gates[0], kind, cells))
        if self._couple_input_forget_gates:
            forget_gate = 1 - input_gate
        else:
            sums = weights.add_peepholes("F", gates[2] + self._forget_bias, kind, cells)
            forget_gate = tf.sigmoid(sums)
        return clip(forget_gate * cell + input_gate * tf.tanh(gates[1]), self._cell_clip)

    def _make_tf_features(self, input_feat: Any, slice_offset: int = 0) -> list[list[Any]]:
        """Returns the bands of each block of inputs `[batch, n]`."""
        size, skip = self._feature_size, self._frequency_skip
        width = static_width(input_feat)
        check_band_sizes(self, size, skip)
        counts = self._num_frequency_blocks
        ranges = block_ranges(width, counts, self._start_freqindex_list, self._end_freqindex_list)
        if slice_offset > 0:
            input_feat = tf.pad(input_feat, [[0, 0], [0, slice_offset]])
        blocks = []
        for count, (start, end) in zip(counts, ranges):
            found = count_bands(end - start, size, skip)
            if found != count or not count:
                raise ValueError(
                    f"Invalid num_frequency_blocks, requires {count} but gets {found}, please "
                    "check the input size and filter config are correct: columns "
                    f"{start} to {end}, feature_size={size}, frequency_skip={skip}."
                )
            blocks.append(slice_bands(input_feat, size, skip, count, slice_offset + start))
        return blocks


class BidirectionalGridLSTMCell(GridLSTMCell):
    """A grid LSTM that goes through the bands up and down, with weights for either way.

    They are under `fwd` and `bwd`.
    """

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        share_time_frequency_weights: bool = False,
        cell_clip: float | None = None,
        initializer: Any = None,
        num_unit_shards: int = 1,
        forget_bias: float = 1.0,
        feature_size: int | None = None,
        frequency_skip: int | None = None,
        num_frequency_blocks: Sequence[int] | None = None,
        start_freqindex_list: Sequence[int] | None = None,
        end_freqindex_list: Sequence[int] | None = None,
        couple_input_forget_gates: bool = False,
        backward_slice_offset: int = 0,
        reuse: bool | None = None,
    ) -> None:
        """Makes the cell; the arguments and errors are those of `GridLSTMCell`.

        On top, the bands of the way down begin `backward_slice_offset` columns further on.
        """
        prefixes = ("fwd_state", "bwd_state")
        self._set_blocks(num_frequency_blocks, "BidirectionalGridLSTMStateTuple", prefixes)

    @property
    def output_size(self) -> int:
        """Twice the units for each band and way."""
        return 2 * super().output_size

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, output_size]`: the way up, then the way down; and the state.

        Raises:
          TypeError: `feature_size`, `frequency_skip` or only the end of a block is missing.
          ValueError: The inputs' width is not known or does not fit the blocks.
        """
        up = down = self._make_tf_features(inputs)
        if self._backward_slice_offset > 0:
            down = self._make_tf_features(inputs, self._backward_slice_offset)
        with tf1.variable_scope("fwd"):
            outputs, states = self._run_blocks(up, state, "fwd_state")
        with tf1.variable_scope("bwd"):
            downwards = [bands[::-1] for bands in down]
            more_outputs, more_states = self._run_blocks(downwards, state, "bwd_state")
        return tf.concat(outputs + more_outputs, 1), self._state_tuple_type(*states, *more_states)
