"""Weights that several cells get by name in `call`, and what is computed from them."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.rnn.shapes import known_width

__all__ = ["linear", "normalize", "sharded"]

_EPSILON = 1e-12


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


def sharded(name: str, shape: list[int], dtype: Any, shards: int) -> Any:
    """Returns a matrix that is made of variables `<name>_0` and so on, parts of its rows.

    Raises:
      ValueError: There are more shards than rows.
    """
    if shards > shape[0]:
        raise ValueError(f"Too many shards: shape={shape}, num_shards={shards}.")
    rows = [shape[0] // shards + (number < shape[0] % shards) for number in range(shards)]
    parts = [
        tf1.get_variable(f"{name}_{number}", [count, shape[1]], dtype)
        for number, count in enumerate(rows)
    ]
    return parts[0] if shards == 1 else tf.concat(parts, 0)


def normalize(inputs: Any, scope: str, gain: float, shift: float) -> Any:
    """Normalizes each row; the variables are `<scope>/gamma` and `<scope>/beta`."""
    size = [known_width(inputs.shape)]
    with tf1.variable_scope(scope):
        gamma = tf1.get_variable("gamma", size, inputs.dtype, tf1.constant_initializer(gain))
        beta = tf1.get_variable("beta", size, inputs.dtype, tf1.constant_initializer(shift))
    mean, variance = tf.nn.moments(inputs, [1], keepdims=True)
    return tf.nn.batch_normalization(inputs, mean, variance, beta, gamma, _EPSILON)
