"""LSTMs of contrib that look at their inputs through convolutions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import LSTMStateTuple
from tf_spec_compat.rnn.base_cells import LSTM, keep_arguments

__all__ = ["Conv1DLSTMCell", "Conv2DLSTMCell", "Conv3DLSTMCell", "ConvLSTMCell"]


class ConvLSTMCell(LSTM):
    """The convolutional LSTM of https://arxiv.org/abs/1506.04214, without its peepholes."""

    @keep_arguments
    def __init__(
        self,
        conv_ndims: int,
        input_shape: Sequence[int],
        output_channels: int,
        kernel_shape: Sequence[int],
        use_bias: bool = True,
        skip_connection: bool = False,
        forget_bias: float = 1.0,
        initializers: Any = None,
        name: str = "conv_lstm_cell",
    ) -> None:
        """Makes the cell; its variables are `kernel` and `biases`.

        Args:
          conv_ndims: How many dimensions the convolution goes over: 1, 2 or 3.
          input_shape: Shape of one input, without the batch: `conv_ndims` sizes, then its channels.
            Contrib took no tuple.
          output_channels: How many channels the output has.
          kernel_shape: How far the convolution sees, a number for each dimension.
          use_bias: Whether there are `biases`.
          skip_connection: Whether the output has the channels of the input too, after its own. They
            enter the state with it, as in contrib, where a zero state has none of them: such a cell
            does not go through `tf.nn.dynamic_rnn`.
          forget_bias: Added to the forget gate.
          initializers: Without effect, as in contrib: the variable scope's initializer counts.
          name: Name of the layer, the last part of the variables' scope.

        Raises:
          ValueError: `input_shape` has other than `conv_ndims + 1` sizes.
        """
        if conv_ndims != len(input_shape) - 1:
            raise ValueError(
                f"Invalid input_shape {input_shape} for conv_ndims={conv_ndims}: give "
                f"{conv_ndims} sizes and the number of channels, without the batch."
            )
        shape = tf.TensorShape(input_shape)
        channels = output_channels + shape[-1] if skip_connection else output_channels
        self._state_shape = shape[:-1].concatenate(output_channels)
        self._output_shape = shape[:-1].concatenate(channels)
        self._kernel_shape = list(kernel_shape)

    @property
    def state_size(self) -> Any:
        """An `LSTMStateTuple` of two shapes, without the batch."""
        return LSTMStateTuple(self._state_shape, self._state_shape)

    @property
    def output_size(self) -> Any:
        """Shape of an output, without the batch."""
        return self._output_shape

    def call(self, inputs: Any, state: Any, scope: Any = None) -> Any:
        """Returns the output, `[batch, ..., channels]`, and an `LSTMStateTuple`.

        Raises:
          TypeError: The number of channels is not known.
          ValueError: Inputs and state are not of the same rank, or not of rank 3, 4 or 5.
        """
        cell, output = state
        gates = self._convolve([inputs, output], 4 * self._output_channels)
        cell, output = self._step(tf.split(gates, 4, gates.shape.rank - 1), cell)
        if self._skip_connection:
            output = tf.concat([output, inputs], -1)
        return output, LSTMStateTuple(cell, output)

    def _convolve(self, tensors: list[Any], channels: int) -> Any:
        shapes = [tensor.shape for tensor in tensors]
        ranks = [shape.rank for shape in shapes]
        if any(rank not in (3, 4, 5) for rank in ranks):
            raise ValueError(f"Conv Linear expects 3D, 4D or 5D arguments: {shapes}.")
        if len(set(ranks)) > 1:
            raise ValueError(f"Conv Linear expects all args to be of same Dimension: {shapes}.")
        if any(shape[-1] is None for shape in shapes):
            raise TypeError(f"The last dimension of the arguments must be known: {shapes}.")
        joined = tf.concat(tensors, ranks[0] - 1)
        kernel_shape = [*self._kernel_shape, int(joined.shape[-1]), channels]
        kernel = tf1.get_variable("kernel", kernel_shape, joined.dtype)
        found = tf1.nn.convolution(joined, kernel, "SAME")
        if not self._use_bias:
            return found
        return found + tf1.get_variable(
            "biases", [channels], joined.dtype, tf1.zeros_initializer(joined.dtype)
        )


class Conv1DLSTMCell(ConvLSTMCell):
    """A `ConvLSTMCell` for inputs `[batch, length, channels]`."""

    def __init__(self, name: str = "conv_1d_lstm_cell", **kwargs: Any) -> None:
        """Makes the cell; `kwargs` are the arguments of `ConvLSTMCell`, `conv_ndims` left out."""
        super().__init__(conv_ndims=1, name=name, **kwargs)


class Conv2DLSTMCell(ConvLSTMCell):
    """A `ConvLSTMCell` for inputs `[batch, height, width, channels]`."""

    def __init__(self, name: str = "conv_2d_lstm_cell", **kwargs: Any) -> None:
        """Makes the cell; `kwargs` are the arguments of `ConvLSTMCell`, `conv_ndims` left out."""
        super().__init__(conv_ndims=2, name=name, **kwargs)


class Conv3DLSTMCell(ConvLSTMCell):
    """A `ConvLSTMCell` for inputs `[batch, depth, height, width, channels]`."""

    def __init__(self, name: str = "conv_3d_lstm_cell", **kwargs: Any) -> None:
        """Makes the cell; `kwargs` are the arguments of `ConvLSTMCell`, `conv_ndims` left out."""
        super().__init__(conv_ndims=3, name=name, **kwargs)
