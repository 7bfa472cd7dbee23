"""The grid LSTMs of contrib, which keep a state for frequency and one for time."""

from __future__ import annotations

import collections
from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import RNNCell
from tf_spec_compat.extras.rnn.grid_weights import Weights
from tf_spec_compat.extras.rnn.shapes import batch_size_of, static_width

__all__ = ["BidirectionalGridLSTMCell", "GridLSTMCell"]


class GridLSTMCell(RNNCell):
    """The LSTM of https://arxiv.org/abs/1507.01526 over time and the bands of each input.

    Blocks are ranges of columns with weights of their own, each of one or more bands.
    """

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
        super().__init__(_reuse=reuse)
        if num_frequency_blocks is None:
            raise ValueError(
                "Must specify num_frequency_blocks, got None: give how many bands each block has, "
                "as in [2]."
            )
        self._num_units = num_units
        self._use_peepholes = use_peepholes
        self._share_time_frequency_weights = share_time_frequency_weights
        self._cell_clip = cell_clip
        self._initializer = initializer
        self._num_unit_shards = num_unit_shards
        self._forget_bias = forget_bias
        self._feature_size = feature_size
        self._frequency_skip = frequency_skip
        self._num_frequency_blocks = list(num_frequency_blocks)
        self._total_blocks = sum(num_frequency_blocks)
        self._start_freqindex_list = start_freqindex_list
        self._end_freqindex_list = end_freqindex_list
        self._couple_input_forget_gates = couple_input_forget_gates
        self._state_is_tuple = state_is_tuple
        self._state_tuple_type: Any = None
        if state_is_tuple:
            fields = self._fields("state")
            self._state_tuple_type = collections.namedtuple("GridLSTMStateTuple", fields)  # type: ignore[misc]

    def _fields(self, prefix: str) -> list[str]:
        """Returns names of states: of each block, each band's cell `c` and output `m`."""
        return [
            f"{prefix}_f{band:02d}_b{block:02d}_{part}"
            for block, bands in enumerate(self._num_frequency_blocks)
            for band in range(bands)
            for part in "cm"
        ]

    @property
    def state_tuple_type(self) -> Any:
        """Class of the state, or None where that is one tensor."""
        return self._state_tuple_type

    @property
    def state_size(self) -> Any:
        """A tuple of `num_units`, two for each band, or their sum."""
        if self._state_tuple_type is None:
            return 2 * self._num_units * self._total_blocks
        fields = self._state_tuple_type._fields
        return self._state_tuple_type(*[self._num_units] * len(fields))

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
        outputs, states = self._swept(self._make_tf_features(inputs), state, "state")
        if self._state_tuple_type is None:
            return tf.concat(outputs, 1), tf.concat(states, 1)
        return tf.concat(outputs, 1), self._state_tuple_type(*states)

    def _swept(self, blocks: list[list[Any]], state: Any, prefix: str) -> tuple[Any, Any]:
        """Goes through the bands of each block; returns all outputs and states."""
        outputs: list[Any] = []
        states: list[Any] = []
        for block, bands in enumerate(blocks):
            weights = Weights(
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
                time = self._part(state, number, f"{prefix}_f{number:02d}_b{block:02d}_")
                time, frequency = self._stepped(weights, band, time, frequency)
                outputs += [time[1], frequency[1]]
                states += time
        return outputs, states

    def _part(self, state: Any, number: int, name: str) -> list[Any]:
        """Returns cell and output of a band."""
        if self._state_tuple_type is not None:
            return [getattr(state, name + part) for part in "cm"]
        units = self._num_units
        return [tf.slice(state, [0, (2 * number + part) * units], [-1, units]) for part in (0, 1)]

    def _stepped(self, weights: Weights, band: Any, time: Any, frequency: Any) -> Any:
        """Returns the new cell and output, of time and of frequency."""
        joined = tf.concat([band, time[1], frequency[1]], 1)
        cells = frequency[0], time[0]
        of_frequency = weights.gates(joined, "freq")
        # Shared weights give the same sums.
        of_time = of_frequency if weights.shared else weights.gates(joined, "time")
        new = (
            self._cell(weights, of_frequency, "freq", cells, frequency[0]),
            self._cell(weights, of_time, "time", cells, time[0]),
        )
        found = []
        for kind, gates, cell in (("freq", of_frequency, new[0]), ("time", of_time, new[1])):
            show = weights.seeing("O", gates[-1], kind, new)
            found.append([cell, tf.sigmoid(show) * tf.tanh(cell)])
        return found[1], found[0]

    def _cell(self, weights: Weights, gates: Any, kind: str, cells: Any, cell: Any) -> Any:
        """Returns the new cell from the old `cell`."""
        enter = tf.sigmoid(weights.seeing("I", gates[0], kind, cells))
        if self._couple_input_forget_gates:
            keep = 1 - enter
        else:
            keep = tf.sigmoid(weights.seeing("F", gates[2] + self._forget_bias, kind, cells))
        cell = keep * cell + enter * tf.tanh(gates[1])
        if self._cell_clip is None:
            return cell
        return tf.clip_by_value(cell, -self._cell_clip, self._cell_clip)

    def _make_tf_features(self, input_feat: Any, slice_offset: int = 0) -> list[list[Any]]:
        """Returns the bands of each block of inputs `[batch, n]`."""
        size, skip = self._feature_size, self._frequency_skip
        width = static_width(input_feat)
        if size is None or skip is None:
            raise TypeError(
                "feature_size and frequency_skip must be integers, got "
                f"{size} and {skip}: pass them to {type(self).__name__}."
            )
        if slice_offset > 0:
            input_feat = tf.pad(input_feat, [[0, 0], [0, slice_offset]])
        blocks = []
        for count, (start, end) in zip(self._num_frequency_blocks, self._ranges(width)):
            found = int((end - start - size) / skip) + 1
            if found != count or not count:
                raise ValueError(
                    f"Invalid num_frequency_blocks, requires {count} but gets {found}, please "
                    "check the input size and filter config are correct: columns "
                    f"{start} to {end}, feature_size={size}, frequency_skip={skip}."
                )
            begins = [slice_offset + start + number * skip for number in range(count)]
            blocks.append([tf.slice(input_feat, [0, begin], [-1, size]) for begin in begins])
        return blocks

    def _ranges(self, width: int) -> list[tuple[int, int]]:
        """Returns where blocks start and end."""
        count, start, end = (
            len(self._num_frequency_blocks),
            self._start_freqindex_list,
            self._end_freqindex_list,
        )
        if not start:
            if count != 1:
                raise ValueError(
                    f"Length of num_frequency_blocks is not 1, but instead is {count}: "
                    "give start_freqindex_list and end_freqindex_list for several blocks."
                )
            return [(0, width)]
        if end is None:
            raise TypeError(f"end_freqindex_list is None, but start_freqindex_list is {start}.")
        if len(start) != len(end):
            raise ValueError(
                f"Length of start and end freqindex_list does not match: {start}, {end}."
            )
        if count != len(start):
            raise ValueError(
                "Length of num_frequency_blocks is not equal to start_freqindex_list: "
                f"{self._num_frequency_blocks}, {start}."
            )
        return list(zip(start, end))


class BidirectionalGridLSTMCell(GridLSTMCell):
    """A grid LSTM that goes through the bands up and down, with weights for either way.

    They are under `fwd` and `bwd`.
    """

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
        super().__init__(
            num_units,
            use_peepholes,
            share_time_frequency_weights,
            cell_clip,
            initializer,
            num_unit_shards,
            forget_bias,
            feature_size,
            frequency_skip,
            num_frequency_blocks,
            start_freqindex_list,
            end_freqindex_list,
            couple_input_forget_gates,
            True,
            reuse,
        )
        self._backward_slice_offset = backward_slice_offset
        fields = [*self._fields("fwd_state"), *self._fields("bwd_state")]
        self._state_tuple_type = collections.namedtuple("BidirectionalGridLSTMStateTuple", fields)  # type: ignore[misc]

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
            outputs, states = self._swept(up, state, "fwd_state")
        with tf1.variable_scope("bwd"):
            downwards = [bands[::-1] for bands in down]
            more_outputs, more_states = self._swept(downwards, state, "bwd_state")
        return tf.concat(outputs + more_outputs, 1), self._state_tuple_type(*states, *more_states)
