"""`tensorflow.contrib.rnn.python.ops.lstm_ops`: the LSTM that is one kernel, `BlockLSTM`."""

from __future__ import annotations

import abc
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import Layer, LayerRNNCell, LSTMStateTuple
from tf_spec_compat.rnn.base_cells import LSTM, keep_arguments
from tf_spec_compat.rnn.shapes import known_width

__all__ = ["LSTMBlockCell", "LSTMBlockFusedCell", "LSTMBlockWrapper"]


class _Block(Layer):
    """The weights of a `BlockLSTM`, and the op."""

    def _add_weights(self, width: int) -> None:
        units = self._num_units
        zeros = tf1.constant_initializer(0.0)
        self._kernel = self.add_weight("kernel", [width + units, units * 4])
        self._bias = self.add_weight("bias", [units * 4], initializer=zeros)
        gates = "ifo" if self._use_peephole else ""
        self._peepholes = [self.add_weight(f"w_{gate}_diag", [units]) for gate in gates]
        self.built = True

    def _run(self, inputs: Any, state: Any, length: Any) -> tuple[Any, Any]:
        """Returns all states and outputs, `[time, batch, units]` each."""
        unused = tf.zeros([self._num_units], inputs.dtype)
        peepholes = self._peepholes or [unused] * 3
        found = tf.raw_ops.BlockLSTM(
            seq_len_max=tf.cast(length, tf.int64),
            x=inputs,
            cs_prev=state[0],
            h_prev=state[1],
            w=self._kernel,
            wci=peepholes[0],
            wcf=peepholes[1],
            wco=peepholes[2],
            b=self._bias,
            forget_bias=self._forget_bias,
            cell_clip=-1.0 if self._cell_clip is None else self._cell_clip,
            use_peephole=self._use_peephole,
        )
        return found.cs, found.h


class LSTMBlockCell(_Block, LSTM, LayerRNNCell):
    """An LSTM with the variables of `LSTMCell`, `kernel` and `bias`, whose checkpoints it loads.

    `w_i_diag`, `w_f_diag` and `w_o_diag` are there with peepholes.
    """

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        forget_bias: float = 1.0,
        cell_clip: float | None = None,
        use_peephole: bool = False,
        dtype: Any = None,
        reuse: bool | None = None,
        name: str = "lstm_cell",
    ) -> None:
        """Makes the cell.

        Args:
          num_units: How many units it has.
          forget_bias: Added to the forget gate's bias.
          cell_clip: Bound on the cell's state, if any.
          use_peephole: Whether the gates see the cell's state.
          dtype: Type of its variables; that of the inputs by default.
          reuse: Whether to use variables that exist.
          name: Name of the layer, the last part of the variables' scope.
        """

    def build(self, input_shape: Any) -> None:
        """Makes the variables for inputs of that shape."""
        self._add_weights(
            known_width(
                input_shape, layer=self.name, unknown="Expecting inputs_shape[1] to be set:"
            )
        )

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the output, `[batch, num_units]`, and an `LSTMStateTuple`.

        Raises:
          ValueError: `state` is no pair.
        """
        if len(state) != 2:
            raise ValueError(f"Expecting state to be a tuple with length 2, got {state!r}.")
        states, outputs = self._run(tf.expand_dims(inputs, 0), state, 1)
        return outputs[0], LSTMStateTuple(states[0], outputs[0])


class LSTMBlockWrapper(Layer):
    """Runs over a whole sequence, time first, what a subclass puts into one kernel."""

    @property
    @abc.abstractmethod
    def num_units(self) -> int:
        """How many units it has."""

    @abc.abstractmethod
    def _call_cell(
        self,
        inputs: Any,
        initial_cell_state: Any,
        initial_output: Any,
        dtype: Any,
        sequence_length: Any,
    ) -> tuple[Any, Any]:
        """Returns states and outputs of every step, `[time, batch, num_units]` each."""

    def call(
        self,
        inputs: Any,
        initial_state: Any = None,
        dtype: Any = None,
        sequence_length: Any = None,
    ) -> Any:
        """Runs over `inputs`.

        Args:
          inputs: `[time, batch, size]`, or a list of `time` tensors `[batch, size]`.
          initial_state: State and output to start from; zeros by default.
          dtype: Type of the state where none is given.
          sequence_length: `[batch]`, how long each sequence is; all of it by default.

        Returns:
          Outputs in the form of `inputs`, zero where a sequence has ended, and the last state of
          each sequence, an `LSTMStateTuple`.

        Raises:
          ValueError: There is neither `initial_state` nor `dtype`, or the rank is wrong.
        """
        listed = isinstance(inputs, list)
        steps = tf.stack(inputs) if listed else inputs
        if steps.shape.rank != 3:
            raise ValueError(
                f"Input 0 of layer {self.name} is incompatible with the layer: expected ndim=3, "
                f"found ndim={steps.shape.rank}. Full shape received: {steps.shape.as_list()}."
            )
        time, batch = tf.unstack(tf.shape(steps)[:2])
        if initial_state is None:
            if dtype is None:
                raise ValueError("Either initial_state or dtype needs to be specified.")
            zeros = tf.zeros([batch, self.num_units], dtype)
            initial_state = (zeros, zeros)
        elif len(initial_state) != 2:
            raise ValueError(f"Expecting initial_state to be a pair, got {initial_state!r}.")
        dtype = initial_state[0].dtype
        if sequence_length is not None:
            sequence_length = tf.cast(tf.convert_to_tensor(sequence_length), tf.int32)
        states, outputs = self._call_cell(
            steps, initial_state[0], initial_state[1], dtype, sequence_length
        )
        if sequence_length is None:
            last = LSTMStateTuple(states[-1], outputs[-1])
        else:
            # A sequence of length 0 ends in the state that it starts from.
            where = tf.stack([sequence_length, tf.range(batch)], 1)
            last = LSTMStateTuple(
                *(
                    tf.gather_nd(tf.concat([[first], rest], 0), where)
                    for first, rest in zip(initial_state, (states, outputs))
                )
            )
            mask = tf.sequence_mask(sequence_length, time, dtype)
            outputs = outputs * tf.transpose(mask)[:, :, None]
        return (tf.unstack(outputs) if listed else outputs), last


class LSTMBlockFusedCell(_Block, LSTMBlockWrapper):
    """The same LSTM over a whole sequence in one kernel.

    Call it as a fused cell: `outputs, state = cell(inputs, dtype=tf.float32)`.
    """

    @keep_arguments
    def __init__(
        self,
        num_units: int,
        forget_bias: float = 1.0,
        cell_clip: float | None = None,
        use_peephole: bool = False,
        reuse: bool | None = None,
        dtype: Any = None,
        name: str = "lstm_fused_cell",
    ) -> None:
        """Makes the cell, see `LSTMBlockCell`."""

    @property
    def num_units(self) -> int:
        """How many units it has."""
        return self._num_units

    def build(self, input_shape: Any) -> None:
        """Makes the variables for inputs of that shape."""
        self._add_weights(
            known_width(input_shape, 2 if isinstance(input_shape, list) else 3, self.name)
        )

    def _call_cell(
        self,
        inputs: Any,
        initial_cell_state: Any,
        initial_output: Any,
        dtype: Any,
        sequence_length: Any,
    ) -> tuple[Any, Any]:
        length = tf.shape(inputs)[0] if sequence_length is None else tf.reduce_max(sequence_length)
        return self._run(inputs, (initial_cell_state, initial_output), length)
