"""Columns of any number of numbers in each example."""

from __future__ import annotations

import collections
from collections.abc import Callable, Iterable
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.columns.column import FeatureColumn
from tf_spec_compat.columns.real_valued import reshape_real_valued_tensor
from tf_spec_compat.model.types import Tensor

__all__ = ["RealValuedVarLenColumn", "real_valued_var_len_column"]


class RealValuedVarLenColumn(
    FeatureColumn,
    collections.namedtuple(
        "_RealValuedVarLenColumn",
        ["column_name", "default_value", "dtype", "normalizer", "is_sparse"],
    ),
):
    """A feature of numbers: sparse, or padded with a default."""

    @property
    def name(self) -> Any:
        return self.column_name

    @property
    def config(self) -> dict[Any, Any]:
        if self.is_sparse:
            return {self.column_name: tf.io.VarLenFeature(self.dtype)}
        return {
            self.column_name: tf.io.FixedLenSequenceFeature(
                [], self.dtype, allow_missing=True, default_value=self.default_value
            )
        }

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
        columns_to_tensors[self] = self._normalized_input_tensor(columns_to_tensors[self.name])

    def _to_dense_tensor(self, input_tensor: Tensor) -> Tensor:
        if self.is_sparse:
            raise ValueError(
                f"Set is_sparse to False if you want a dense Tensor for column_name: {self.name}"
            )
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


def real_valued_var_len_column(
    column_name: Any,
    default_value: Any = None,
    dtype: Any = tf.float32,
    normalizer: Callable[[Any], Any] | None = None,
    is_sparse: bool = False,
) -> RealValuedVarLenColumn:
    """Returns a column for a feature of any number of numbers.

    Args:
      column_name: The key of the feature.
      default_value: What pads the shorter examples of a batch: a number.
      dtype: An integer or floating `tf.DType`.
      normalizer: Called with the feature, and returns what the model gets instead.
      is_sparse: Whether the feature stays a `tf.SparseTensor`.

    Returns:
      The column, a named tuple of these arguments.

    Raises:
      TypeError: If `dtype` is no type of real numbers.
      ValueError: If there is no default although it is not sparse, or it is a list.
    """
    where = f"column_name: {column_name}"
    if not (dtype.is_integer or dtype.is_floating):
        raise TypeError(f"dtype must be convertible to float. dtype: {dtype}, {where}")
    if default_value is None and not is_sparse:
        raise ValueError(
            f"default_value must be provided when is_sparse=False to parse a padded Tensor. {where}"
        )
    if isinstance(default_value, list):
        raise ValueError(f"Only scalar default value. default_value: {default_value}, {where}")
    if default_value is not None:
        default_value = int(default_value) if dtype.is_integer else float(default_value)
    return RealValuedVarLenColumn(column_name, default_value, dtype, normalizer, is_sparse)
