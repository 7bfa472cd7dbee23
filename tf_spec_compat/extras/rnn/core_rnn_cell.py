"""`tensorflow.contrib.rnn.python.ops.core_rnn_cell`: cells round another cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.rnn_cells import RNNCell, assert_like_rnncell

__all__ = ["EmbeddingWrapper", "InputProjectionWrapper", "OutputProjectionWrapper"]


def linear(
    args: Any,
    output_size: int,
    bias: bool,
    bias_initializer: Any = None,
    kernel_initializer: Any = None,
) -> Any:
    """Maps tensors, side by side, to one: `concat(args) * kernel + bias`.

    Args:
      args: A tensor `[batch, n]`, or several.
      output_size: Second dimension of the result.
      bias: Whether to add a variable `bias` to the variable `kernel`.
      bias_initializer: Zeros by default.
      kernel_initializer: The variable scope's by default.

    Returns:
      A tensor `[batch, output_size]`.

    Raises:
      ValueError: `args` is empty, or no matrices of known width.
    """
    tensors = list(args) if isinstance(args, (list, tuple)) else [args]
    if args is None or not tensors:
        raise ValueError(f"`args` must be specified, got {args!r}: pass at least one tensor.")
    if any(tensor.shape.rank != 2 or tensor.shape[1] is None for tensor in tensors):
        shapes = [tensor.shape for tensor in tensors]
        raise ValueError(f"linear is expecting 2D arguments of known width, got {shapes}.")
    width = sum(int(tensor.shape[1]) for tensor in tensors)
    kernel = tf1.get_variable("kernel", [width, output_size], tensors[0].dtype, kernel_initializer)
    result = tf.matmul(tensors[0] if len(tensors) == 1 else tf.concat(tensors, 1), kernel)
    if not bias:
        return result
    start = tf1.zeros_initializer() if bias_initializer is None else bias_initializer
    return tf.nn.bias_add(result, tf1.get_variable("bias", [output_size], result.dtype, start))


class Around(RNNCell):
    """A cell with the state of the one inside."""

    def __init__(self, cell: Any, reuse: bool | None) -> None:
        super().__init__(_reuse=reuse)
        assert_like_rnncell("cell", cell)
        self._cell = cell

    @property
    def state_size(self) -> Any:
        """That of the cell inside."""
        return self._cell.state_size

    @property
    def output_size(self) -> Any:
        """That of the cell inside."""
        return self._cell.output_size

    def zero_state(self, batch_size: Any, dtype: Any) -> Any:
        """Returns the zero state of the cell inside."""
        with tf1.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            return self._cell.zero_state(batch_size, dtype)


class EmbeddingWrapper(Around):
    """Looks its inputs, integers `[batch, 1]`, up in an embedding, then calls `cell`."""

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
        super().__init__(cell, reuse)
        if embedding_classes <= 0 or embedding_size <= 0:
            raise ValueError(
                "Both embedding_classes and embedding_size must be > 0: "
                f"{embedding_classes}, {embedding_size}."
            )
        self._embedding_classes = embedding_classes
        self._embedding_size = embedding_size
        self._initializer = initializer

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns output and new state of the cell on embedded inputs."""
        initializer = self._initializer or tf1.get_variable_scope().initializer
        if initializer is None:
            initializer = tf1.random_uniform_initializer(-(3**0.5), 3**0.5)
        first = tf.nest.flatten(state)[0]
        embedding = tf1.get_variable(
            "embedding",
            [self._embedding_classes, self._embedding_size],
            first.dtype,
            initializer,
        )
        return self._cell(tf.nn.embedding_lookup(embedding, tf.reshape(inputs, [-1])), state)


class InputProjectionWrapper(Around):
    """Maps its inputs linearly to `num_proj` before it calls `cell`."""

    def __init__(
        self,
        cell: Any,
        num_proj: int,
        activation: Callable[[Any], Any] | None = None,
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
        super().__init__(cell, reuse)
        if input_size is not None:
            tf1.logging.warn("%s: The input_size parameter is deprecated.", self)
        self._num_proj = num_proj
        self._activation = activation

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns output and new state of the cell on projected inputs."""
        projected = linear(inputs, self._num_proj, True)
        return self._cell(self._activation(projected) if self._activation else projected, state)


class OutputProjectionWrapper(Around):
    """Maps the outputs of `cell` linearly to `output_size`."""

    def __init__(
        self,
        cell: Any,
        output_size: int,
        activation: Callable[[Any], Any] | None = None,
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
        super().__init__(cell, reuse)
        if output_size < 1:
            raise ValueError(f"Parameter output_size must be > 0: {output_size}.")
        self._output_size = output_size
        self._activation = activation

    @property
    def output_size(self) -> int:
        """Of the projection."""
        return self._output_size

    def call(self, inputs: Any, state: Any) -> Any:
        """Returns the projected output and the new state of the cell."""
        output, state = self._cell(inputs, state)
        projected = linear(output, self._output_size, True)
        return (self._activation(projected) if self._activation else projected), state
