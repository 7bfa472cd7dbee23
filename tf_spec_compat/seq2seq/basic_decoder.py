"""`BasicDecoder`: a cell, a helper that says what it reads next, and a layer for its outputs."""

from __future__ import annotations

from typing import Any, NamedTuple

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.layers import is_layer
from tf_spec_compat._tf.rnn_cells import assert_like_rnncell
from tf_spec_compat.seq2seq.decoder import Decoder
from tf_spec_compat.seq2seq.helper import Helper

__all__ = ["BasicDecoder", "BasicDecoderOutput", "check_output_layer", "layer_output_size"]


class BasicDecoderOutput(NamedTuple):
    """What a step of a `BasicDecoder` gives.

    Attributes:
      rnn_output: The cell's output, or what the layer makes of it.
      sample_id: What the helper sampled.
    """

    rnn_output: Any
    sample_id: Any


class BasicDecoder(Decoder):
    """A decoder that samples by a helper.

    Example:
      helper = GreedyEmbeddingHelper(embedding, tf.fill([batch_size], GO), END)
      decoder = BasicDecoder(cell, helper, cell.zero_state(batch_size, tf.float32))
      outputs, state, lengths = dynamic_decode(decoder, maximum_iterations=20)
    """

    def __init__(
        self, cell: Any, helper: Helper, initial_state: Any, output_layer: Any = None
    ) -> None:
        """Makes the decoder.

        Args:
          cell: An RNN cell.
          helper: Says what is read and when a sequence is finished.
          initial_state: State of the cell.
          output_layer: A layer for the outputs, such as `tf.layers.Dense`.

        Raises:
          TypeError: `cell` is no RNN cell, `helper` no helper, or `output_layer` no layer.
        """
        assert_like_rnncell("cell", cell)
        if not isinstance(helper, Helper):
            raise TypeError(f"helper must be a Helper, received: {type(helper)}")
        check_output_layer(output_layer)
        self._cell = cell
        self._helper = helper
        self._initial_state = initial_state
        self._output_layer = output_layer

    @property
    def batch_size(self) -> Any:
        """That of the helper."""
        return self._helper.batch_size

    @property
    def output_size(self) -> BasicDecoderOutput:
        """Sizes of outputs and of samples."""
        return BasicDecoderOutput(self._rnn_output_size(), self._helper.sample_ids_shape)

    @property
    def output_dtype(self) -> BasicDecoderOutput:
        """Types of outputs, the state's, and of samples."""
        dtype = tf.nest.flatten(self._initial_state)[0].dtype
        return BasicDecoderOutput(
            tf.nest.map_structure(lambda _: dtype, self._rnn_output_size()),
            self._helper.sample_ids_dtype,
        )

    def initialize(self, name: str | None = None) -> Any:
        """Returns what is finished, the first inputs and the first state."""
        return (*self._helper.initialize(), self._initial_state)

    def step(self, time: Any, inputs: Any, state: Any, name: str | None = None) -> Any:
        """Takes a step.

        Args:
          time: Number of the step, an int32 scalar.
          inputs: Its inputs.
          state: The state before it.
          name: Name scope.

        Returns:
          A `BasicDecoderOutput`, next state, next inputs, and what is finished.
        """
        with tf1.name_scope(name, "BasicDecoderStep", [time, *tf.nest.flatten(inputs)]):
            outputs, state = self._cell(inputs, state)
            if self._output_layer is not None:
                outputs = self._output_layer(outputs)
            sampled = self._helper.sample(time=time, outputs=outputs, state=state)
            finished, inputs, state = self._helper.next_inputs(
                time=time, outputs=outputs, state=state, sample_ids=sampled
            )
        return BasicDecoderOutput(outputs, sampled), state, inputs, finished

    def _rnn_output_size(self) -> Any:
        return layer_output_size(self._cell.output_size, self._output_layer)


def check_output_layer(layer: Any) -> None:
    """Raises a `TypeError` for what is given as a layer and is none."""
    if layer is not None and not is_layer(layer):
        raise TypeError(
            f"output_layer must be a Layer, received: {type(layer)}; pass one that has "
            "compute_output_shape, such as tf.layers.Dense."
        )


def layer_output_size(size: Any, layer: Any) -> Any:
    """Returns the size of a cell's output behind a layer, if there is one."""
    if layer is None:
        return size
    sizes = size if isinstance(size, tf.TensorShape) else tf.nest.map_structure(_shape, size)
    return tf.nest.map_structure(
        lambda shape: tf.TensorShape(
            layer.compute_output_shape(tf.TensorShape([None]).concatenate(shape))
        )[1:],
        sizes,
    )


def _shape(size: Any) -> Any:
    return tf.TensorShape([size] if isinstance(size, int) else size)
