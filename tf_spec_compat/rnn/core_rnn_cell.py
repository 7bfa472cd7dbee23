"""`tensorflow.contrib.rnn.python.ops.core_rnn_cell`: cells round another cell."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import assert_like_rnncell
from tf_spec_compat.rnn.base_cells import Activation, CellWrapper, keep_arguments
from tf_spec_compat.rnn.weights import linear

__all__ = ["EmbeddingWrapper", "InputProjectionWrapper", "OutputProjectionWrapper"]


class EmbeddingWrapper(CellWrapper):
    """Looks its inputs, integers `[batch, 1]`, up in an embedding, then calls `cell`."""

    @keep_arguments
    def __init__(
        self,
        cell: Any,
        embedding_classes: int,
        embedding_size: int,
        initializer: Any = None,
        reuse: bool | None = None,
    ) -> None:
        """Makes the cell; the variable is `embedding`, `[embedding_classes, embedding_size]`.

        Args:
          cell: An RNN cell.
          embedding_classes: How many symbols there are.
          embedding_size: Length of their vectors.
          initializer: The variable scope's by default, else uniform between plus and minus sqrt(3).
          reuse: Whether to use variables that exist.

        Raises:
          TypeError: `cell` is no RNN cell.
          ValueError: A size is not positive.
        """
        assert_like_rnncell("cell", cell)
        if embedding_classes <= 0 or embedding_size <= 0:
            raise ValueError(
                "Both embedding_classes and embedding_size must be > 0: "
                f"{embedding_classes}, {embedding_size}."
            )

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns output and new state of the cell on embedded inputs."""
        initializer = self._initializer or tf1.get_variable_scope().initializer
        if initializer is None:
            initializer = tf1.random_uniform_initializer(-(3**0.5), 3**0.5)
        shape = [self._embedding_classes, self._embedding_size]
        dtype = tf.nest.flatten(state)[0].dtype
        embedding = tf1.get_variable("embedding", shape, dtype, initializer)
        return self._cell(tf.nn.embedding_lookup(embedding, tf.reshape(inputs, [-1])), state)


class InputProjectionWrapper(CellWrapper):
    """Maps its inputs linearly to `num_proj` before it calls `cell`."""

    @keep_arguments
    def __init__(
        self,
        cell: Any,
        num_proj: int,
        activation: Activation | None = None,
        input_size: int | None = None,
        reuse: bool | None = None,
    ) -> None:
        """Makes the cell; its variables are `kernel` and `bias`.

        Args:
          cell: An RNN cell.
          num_proj: What to map the inputs to.
          activation: Applied to the result, if given.
          input_size: Without effect, as in contrib, which logs that it is deprecated.
          reuse: Whether to use variables that exist.

        Raises:
          TypeError: `cell` is no RNN cell.
        """
        assert_like_rnncell("cell", cell)
        if input_size is not None:
            tf1.logging.warn("%s: The input_size parameter is deprecated.", self)

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns output and new state of the cell on projected inputs."""
        projected = linear(inputs, self._num_proj, True)
        return self._cell(self._activation(projected) if self._activation else projected, state)


class OutputProjectionWrapper(CellWrapper):
    """Maps the outputs of `cell` linearly to `output_size`."""

    @keep_arguments
    def __init__(
        self,
        cell: Any,
        output_size: int,
        activation: Activation | None = None,
        reuse: bool | None = None,
    ) -> None:
        """Makes the cell; its variables are `kernel` and `bias`.

        Args:
          cell: An RNN cell.
          output_size: What to map the outputs to.
          activation: Applied to the result, if given.
          reuse: Whether to use variables that exist.

        Raises:
          TypeError: `cell` is no RNN cell.
          ValueError: `output_size` is not positive.
        """
        assert_like_rnncell("cell", cell)
        if output_size < 1:
            raise ValueError(f"Parameter output_size must be > 0: {output_size}.")

    @property
    def output_size(self) -> int:
        """Of the projection."""
        return self._output_size

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the projected output and the new state of the cell."""
        output, state = self._cell(inputs, state)
        projected = linear(output, self._output_size, True)
        return (self._activation(projected) if self._activation else projected), state
