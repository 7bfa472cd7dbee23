"""`tensorflow.contrib.framework.python.framework.tensor_util`: checks of shapes and dtypes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from tf_spec_compat._tf import private, tf, tf1
from tf_spec_compat.model.types import Tensor, TensorLike

__all__ = [
    "assert_scalar_int",
    "reduce_sum_n",
    "remove_squeezable_dimensions",
    "with_same_shape",
    "with_shape",
]


def assert_scalar_int(tensor: Tensor, name: str | None = None) -> Tensor:
    """Returns `tensor`, which has to be one integer.

    Raises:
      ValueError: It is of another shape, of none that is known, or of another dtype.
    """
    with tf1.name_scope(name, "assert_scalar_int", [tensor]):
        tensor = tf.convert_to_tensor(tensor)
        if not tensor.dtype.base_dtype.is_integer:
            raise ValueError(
                f"Expected integer type for {tensor.name}, received type: {tensor.dtype}."
            )
        if tensor.shape.rank != 0:
            raise ValueError(f"Expected scalar shape for {tensor.name}, saw shape: {tensor.shape}.")
        return tensor


def reduce_sum_n(tensors: Sequence[Tensor], name: str | None = None) -> Tensor:
    """Returns the sum of all elements of all tensors, a scalar of their one dtype.

    Raises:
      ValueError: There are no tensors.
    """
    if not isinstance(tensors, (list, tuple)) or not tensors:
        raise ValueError(f"No tensors provided. reduce_sum_n needs a list of some, got {tensors!r}")
    with tf1.name_scope(name, "reduce_sum_n", tensors) as scope:
        sums = [tf.reduce_sum(tensor, name=f"{tensor.op.name}/sum") for tensor in tensors]
        return sums[0] if len(sums) == 1 else tf.add_n(sums, name=scope)


def remove_squeezable_dimensions(
    predictions: Tensor, labels: Tensor, name: str | None = None
) -> tuple[Tensor, Tensor]:
    """Returns both, without the last dimension, of 1, that one of them has and the other has not.

    Args:
      predictions: A tensor of any shape.
      labels: A tensor of its shape, or of one dimension more or less.
      name: The name of the scope of the ops.
    """
    labels, predictions = private.remove_squeezable_dimensions(labels, predictions, name=name)
    return predictions, labels


def with_shape(expected_shape: TensorLike, tensor: Tensor) -> Tensor:
    """Returns `tensor`, which has to be of a shape, checked when the graph runs where need be.

    Args:
      expected_shape: A list of integers, a `TensorShape`, which may leave sizes open, or a vector,
        a tensor of integers, in which -1 leaves a size open.
      tensor: A dense tensor.

    Returns:
      The tensor itself where its static shape shows that it fits, otherwise one that a check
      precedes, with what is known of its shape.

    Raises:
      ValueError: The static shape shows that it does not fit, `tensor` is sparse, or
        `expected_shape` is no shape.
      tf.errors.InvalidArgumentError: When run: it does not fit.
    """
    if isinstance(tensor, (tf.SparseTensor, tf1.SparseTensorValue)):
        raise ValueError(f"SparseTensor not supported. Got {tensor!r}; use tf.sparse.to_dense.")
    if isinstance(expected_shape, str):
        raise TypeError(
            "A string has ambiguous TensorShape, please wrap in a list or convert to an int: "
            f"{expected_shape}, the expected_shape, must be a list of integers."
        )
    if isinstance(expected_shape, tf.TensorShape):
        wanted = told = expected_shape
    elif tf.is_tensor(expected_shape):
        return _checked(expected_shape, tensor)
    else:
        told = _sizes(expected_shape, tensor)
        wanted = tf.TensorShape(told.tolist())
    if not tensor.shape.is_compatible_with(wanted):
        raise ValueError(
            f"Invalid shape for tensor {tensor.name}, expected {told}, got {tensor.shape}."
        )
    if tensor.shape.is_fully_defined():
        return tensor
    sizes = [-1 if size is None else size for size in wanted.as_list()]
    result = _checked(sizes, tensor)
    result.set_shape(wanted)
    return result


def _sizes(expected_shape: TensorLike, tensor: Tensor) -> Any:
    """Returns a static shape as an int32 vector."""
    sizes = np.atleast_1d(np.array(expected_shape))
    if not sizes.size or (sizes.dtype == np.int64 and not isinstance(expected_shape, np.ndarray)):
        sizes = sizes.astype(np.int32)
    if sizes.dtype != np.int32:
        raise ValueError(
            f"Invalid dtype {sizes.dtype} for shape {sizes} expected of tensor {tensor.name}; "
            "give int32, or a TensorShape where a size does not matter."
        )
    return sizes


def with_same_shape(expected_tensor: Tensor, tensor: Tensor) -> Tensor:
    """Returns `tensor`, which has to be of the shape of another one, checked as `with_shape` does.

    Raises what `with_shape` raises.
    """
    with tf1.name_scope(f"{tensor.op.name}/"):
        shape = expected_tensor.shape
        known = shape.is_fully_defined()
        return with_shape(
            shape.as_list() if known else tf.shape(expected_tensor, name="expected_shape"), tensor
        )


def _checked(expected: Any, tensor: Tensor) -> Tensor:
    """Returns the tensor after a check that the graph makes when it runs."""
    with tf1.name_scope(f"{tensor.op.name}/"):
        with tf1.name_scope("assert_shape"):
            expected = tf.cast(expected, tf.int32)
            actual = tf.shape(tensor, name="actual")
            fits = tf1.cond(
                tf.equal(tf.size(actual), tf.size(expected)),
                lambda: tf.reduce_all((expected < 0) | tf.equal(expected, actual)),
                lambda: tf.constant(False),
            )
            words = f"Wrong shape for {tensor.name} [expected] [actual]."
            check = tf1.Assert(fits, [words, expected, actual], name="Assert")
        with tf1.control_dependencies([check]):
            return tf.identity(tensor, name="Identity")
