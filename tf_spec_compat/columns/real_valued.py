"""Columns of numbers."""

from __future__ import annotations

import collections
import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat._tf.private import DenseColumn
from tf_spec_compat._tf.slim import inner_flatten
from tf_spec_compat.columns.column import FeatureColumn
from tf_spec_compat.model.types import Tensor

__all__ = [
    "RealValuedColumn",
    "infer_real_valued_column_for_tensor",
    "infer_real_valued_columns",
    "real_valued_column",
    "reshape_real_valued_tensor",
]


def reshape_real_valued_tensor(
    input_tensor: Tensor, output_rank: int, column_name: Any = None
) -> Tensor:
    """Returns a dense tensor of another rank: flattened, or with another dimension.

    Args:
      input_tensor: A dense tensor of known rank.
      output_rank: At most one more than it has.
      column_name: Whose it is.

    Raises:
      TypeError: If it is sparse, and of another rank.
      ValueError: If it lacks more than one dimension.
    """
    rank = input_tensor.shape.rank
    if isinstance(input_tensor, tf.SparseTensor) and rank != output_rank:
        raise TypeError(
            f"Column {column_name} takes dense tensors; got {input_tensor}; convert it by "
            "tf.sparse.to_dense."
        )
    if rank == output_rank:
        return input_tensor
    if rank is not None and rank + 1 == output_rank:
        return tf.expand_dims(input_tensor, -1, name="expand_dims")
    if rank is not None and rank < output_rank:
        whose = "" if column_name is None else f"Error while processing column {column_name}. "
        raise ValueError(
            f"{whose}Rank of input Tensor ({rank}) should be the same as output_rank "
            f"({output_rank}). For example, sequence data should typically be 3 dimensional (rank "
            "3) while non-sequence data is typically 2 dimensional (rank 2). It may be one less; "
            f"got {input_tensor}: expand its dimensions yourself."
        )
    return inner_flatten(input_tensor, output_rank)


class RealValuedColumn(
    FeatureColumn,
    DenseColumn,
    collections.namedtuple(
        "_RealValuedColumn", ["column_name", "dimension", "default_value", "dtype", "normalizer"]
    ),
):
    """A dense feature of numbers, for contrib's functions and for those of `tf.feature_column`.

    Columns are equal if all of their fields are, `normalizer`
    included, and sort by their text.
    """

    def __new__(
        cls,
        column_name: Any,
        dimension: int,
        default_value: Iterable[Any] | None,
        dtype: Any,
        normalizer: Callable[[Any], Any] | None,
    ) -> RealValuedColumn:
        if default_value is not None:
            default_value = tuple(default_value)
        return super().__new__(cls, column_name, dimension, default_value, dtype, normalizer)

    @property
    def name(self) -> Any:
        return self.column_name

    @property
    def config(self) -> dict[Any, Any]:
        default = None if self.default_value is None else list(self.default_value)
        return {self.column_name: tf.io.FixedLenFeature([self.dimension], self.dtype, default)}

    @property
    def key(self) -> str:
        return self._key_without_properties(["normalizer"])

    @property
    def normalizer_fn(self) -> Callable[[Any], Any] | None:
        """The field `normalizer`, under the name that `tf.feature_column` has for it."""
        return self.normalizer

    def _normalized_input_tensor(self, input_tensor: Tensor) -> Tensor:
        return input_tensor if self.normalizer is None else self.normalizer(input_tensor)

    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Tensor]) -> None:
        tensor = self._normalized_input_tensor(columns_to_tensors[self.name])
        columns_to_tensors[self] = tf.cast(tensor, tf.float32)

    def _to_dense_tensor(self, input_tensor: Tensor) -> Tensor:
        return input_tensor

    def _to_dnn_input_layer(
        self,
        input_tensor: Tensor,
        weight_collections: Iterable[str] | None = None,
        trainable: bool = True,
        output_rank: int = 2,
    ) -> Tensor:
        return reshape_real_valued_tensor(
            self._to_dense_tensor(input_tensor), output_rank, self.name
        )

    # What `tf.feature_column` calls.

    @property
    def _variable_shape(self) -> Any:
        return tf.TensorShape([self.dimension])

    @property
    def _parse_example_spec(self) -> dict[Any, Any]:
        return self.config

    def _transform_feature(self, inputs: Any) -> Tensor:
        tensor = inputs.get(self.column_name)
        return tf.cast(self._normalized_input_tensor(tensor), tf.float32)

    def _get_dense_tensor(
        self, inputs: Any, weight_collections: Iterable[str] | None = None, trainable: Any = None
    ) -> Tensor:
        return inputs.get(self)


def real_valued_column(
    column_name: Any,
    dimension: int = 1,
    default_value: float | list[float] | None = None,
    dtype: Any = tf.float32,
    normalizer: Callable[[Any], Any] | None = None,
) -> RealValuedColumn:
    """Returns a column for a dense feature of numbers.

    Behaviour: TF 1.15.5.

    Args:
      column_name: The key of the feature. It need not be a string, as in contrib.
      dimension: How many numbers there are in each example.
      default_value: For parsing examples without the feature: a number, which stands for
        `dimension` of them, or a list of `dimension` numbers. As in contrib, they are Python's own
        ints and floats, and a tuple or array is no list. Without it, the feature must be there.
      dtype: An integer or floating `tf.DType`. `float` means `tf.float32`; contrib took it for an
        integer type when it came to the default.
      normalizer: Called with the feature's tensor, of shape `[batch_size, dimension]`, and returns
        what the model gets instead, cast to `tf.float32`. As in contrib, it is not looked at before
        that.

    Returns:
      The column, a named tuple of these arguments, in which `default_value` is None or a tuple of
      `dimension` numbers: floats for a floating `dtype`.

    Raises:
      TypeError: If `dimension` is no integer, or `default_value` is neither None nor numbers that
        fit `dtype`. A float is no integer, even if it is whole.
      ValueError: If `dimension` is less than 1, `dtype` is no type of real numbers, or
        `default_value` has another length than `dimension`.
      AttributeError: If `dtype` is no `tf.DType`, but for example `"float32"`.

    Example:
      >>> age = layers.real_valued_column("age", normalizer=lambda years: years / 10)
      >>> net = layers.input_from_feature_columns({"age": tf.constant([[20.0], [45.0]])}, [age])
      >>> with tf.Session():
      ...     print(net.eval())
      [[2. ]
       [4.5]]
    """
    if not isinstance(dimension, int):
        if dimension is None:
            raise TypeError(
                "dimension must be an integer. Use the _real_valued_var_len_column for variable "
                f"length features.dimension: None, column_name: {column_name}"
            )
        raise TypeError(
            f"dimension must be an integer. dimension: {dimension}, column_name: {column_name}; "
            f"pass how many numbers each example has as an int, not a {type(dimension).__name__}."
        )
    if dimension < 1:
        raise ValueError(
            f"dimension must be greater than 0. dimension: {dimension}, column_name: {column_name}"
        )
    dtype = tf.float32 if dtype is float else dtype
    if not isinstance(dtype, tf.DType):
        raise AttributeError(
            f"dtype must be a tf.DType, got {dtype!r} for column {column_name!r}; pass tf.float32, "
            "for example."
        )
    if not (dtype.is_integer or dtype.is_floating):
        raise ValueError(
            f"dtype must be convertible to float. dtype: {dtype}, column_name: {column_name}; pass "
            "an integer or floating type."
        )
    default = _expanded(default_value, dimension, dtype, column_name)
    return RealValuedColumn(column_name, dimension, default, dtype, normalizer)


def _expanded(value: Any, dimension: int, dtype: Any, column_name: Any) -> list[Any] | None:
    """Returns `dimension` numbers that are right for `dtype`, or None if `value` is."""
    if value is None:
        return None
    values = value if isinstance(value, list) else [value] * dimension
    if len(values) != dimension:
        raise ValueError(
            f"The length of default_value must be equal to dimension. default_value: {value}, "
            f"dimension: {dimension}, column_name: {column_name}"
        )
    allowed = (int, float) if dtype.is_floating else (int,)
    if not all(isinstance(item, allowed) for item in values):
        raise TypeError(
            f"default_value must be compatible with dtype. default_value: {value}, dtype: {dtype}, "
            f"column_name: {column_name}; pass a number or a list of numbers, of Python's "
            f"{' or '.join(kind.__name__ for kind in allowed)}."
        )
    return [float(item) for item in values] if dtype.is_floating else list(values)


def infer_real_valued_columns(features: Any) -> list[Any]:
    """Returns a real-valued column for each feature.

    Behaviour: TF 1.15.5.

    Args:
      features: A dense tensor of integers or floats, whose column is called `""`, or a mapping from
        names to such tensors; contrib took a `dict` alone then. Their shapes are
        `[batch_size, d1, ..., dn]` with known `d1` to `dn`, whose product is the dimension of the
        column; without any, it is 1.

    Returns:
      The columns, in the order of the features.

    Raises:
      ValueError: If a feature is sparse, neither integer nor floating, of unknown rank, or has no
        elements.
      TypeError: If one of `d1` to `dn` is not known.
      AttributeError: If a feature is no tensor, but for example an array, or is ragged.

    Example:
      >>> columns = layers.infer_real_valued_columns({"x": tf.zeros([8, 4]), "age": tf.zeros([8])})
      >>> [(column.name, column.dimension) for column in columns]
      [('x', 4), ('age', 1)]
    """
    if isinstance(features, Mapping):
        return [
            infer_real_valued_column_for_tensor(name, tensor) for name, tensor in features.items()
        ]
    return [infer_real_valued_column_for_tensor("", features)]


def infer_real_valued_column_for_tensor(name: Any, tensor: Tensor) -> RealValuedColumn:
    """Returns a real-valued column for a tensor; raises what `infer_real_valued_columns` raises."""
    advice = f"Please define corresponding FeatureColumn for tensor {tensor} {name!r}."
    if isinstance(tensor, tf.SparseTensor):
        raise ValueError(f"SparseTensor is not supported for auto detection. {advice}")
    dtype = getattr(tensor, "dtype", None)
    if not isinstance(dtype, tf.DType) or isinstance(tensor, tf.RaggedTensor):
        raise AttributeError(
            f"Auto detection has need of the dtype and shape of a tensor. {advice}"
        )
    if not (dtype.is_integer or dtype.is_floating):
        raise ValueError(
            f"Non integer or non floating types are not supported for auto detection. {advice}"
        )
    if tensor.shape.rank is None:
        raise ValueError(f"as_list() is not defined on an unknown TensorShape. {advice}")
    sizes = tensor.shape.as_list()[1:]
    if None in sizes:
        raise TypeError(f"Auto detection has need of all sizes but the first. {advice}")
    return real_valued_column(name, math.prod(sizes), dtype=dtype)
