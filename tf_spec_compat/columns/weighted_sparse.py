"""Columns of ids that have weights."""

from __future__ import annotations

import collections
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat._tf.slim import dense_to_sparse_tensor
from tf_spec_compat.columns.id_column import IdColumn
from tf_spec_compat.model.types import Tensor

__all__ = ["WeightedSparseColumn", "weighted_sparse_column"]


class WeightedSparseColumn(
    IdColumn,
    collections.namedtuple(
        "_WeightedSparseColumn", ["sparse_id_column", "weight_column_name", "dtype"]
    ),
):
    """A column of ids, and the feature of their weights."""

    _kind = "WeightedSparseColumn"

    def __new__(
        cls, sparse_id_column: Any, weight_column_name: str, dtype: Any
    ) -> WeightedSparseColumn:
        return super().__new__(cls, sparse_id_column, weight_column_name, dtype)

    @property
    def name(self) -> Any:
        return f"{self.sparse_id_column.name}_weighted_by_{self.weight_column_name}"

    @property
    def length(self) -> Any:
        return self.sparse_id_column.length

    @property
    def lookup_config(self) -> Any:
        """How the column of ids finds them."""
        return self.sparse_id_column.lookup_config

    @property
    def config(self) -> dict[Any, Any]:
        return {
            **self.sparse_id_column.config,
            self.weight_column_name: tf.io.VarLenFeature(self.dtype),
        }

    def id_tensor(self, input_tensor: Tensor) -> Tensor:
        return input_tensor[0]

    def weight_tensor(self, input_tensor: Tensor) -> Tensor:
        return input_tensor[1]

    def is_compatible(self, other_column: Any) -> bool:
        """Returns whether the other column, weighted or not, gives the same values the same ids."""
        if isinstance(other_column, WeightedSparseColumn):
            other_column = other_column.sparse_id_column
        return self.sparse_id_column.is_compatible(other_column)

    def _do_transform(self, id_tensor: Tensor, weight_tensor: Tensor) -> Tensor:
        if not isinstance(weight_tensor, tf.SparseTensor):
            weight_tensor = dense_to_sparse_tensor(weight_tensor)
        if not self.dtype.is_floating:
            weight_tensor = tf.cast(weight_tensor, tf.float32)
        return id_tensor, weight_tensor

    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Tensor]) -> None:
        weights = columns_to_tensors[self.weight_column_name]
        if self.sparse_id_column not in columns_to_tensors:
            self.sparse_id_column.insert_transformed_feature(columns_to_tensors)
        columns_to_tensors[self] = self._do_transform(
            columns_to_tensors[self.sparse_id_column], weights
        )

    def _combiner(self) -> Any:
        return self.sparse_id_column.combiner

    # What `tf.feature_column` calls.

    def _transform_feature(self, inputs: Any) -> Tensor:
        return self._do_transform(
            inputs.get(self.sparse_id_column), inputs.get(self.weight_column_name)
        )


def weighted_sparse_column(
    sparse_id_column: Any, weight_column_name: str, dtype: Any = tf.float32
) -> WeightedSparseColumn:
    """Returns a column for a feature of ids and one of their weights.

    Behaviour: TF 1.15.5.

    Args:
      sparse_id_column: The column of the ids.
      weight_column_name: The key of the feature of weights, of the same indices.
      dtype: An integer or floating `tf.DType`: the weights'.

    Returns:
      The column.

    Raises:
      ValueError: If `dtype` is no type of real numbers.

    Example:
      >>> words = layers.sparse_column_with_integerized_feature("words", bucket_size=3)
      >>> column = layers.weighted_sparse_column(words, weight_column_name="counts")
      >>> features = {"words": tf.constant([[0, 2]]), "counts": tf.constant([[0.5, 2.0]])}
      >>> net = layers.input_from_feature_columns(features, [layers.one_hot_column(column)])
      >>> with tf.Session():
      ...     print(net.eval())
      [[0.5 0.  2. ]]
    """
    if not (dtype.is_integer or dtype.is_floating):
        raise ValueError(
            f"dtype is not convertible to float. Given {dtype} for the weights "
            f"{weight_column_name!r}; pass an integer or floating type."
        )
    return WeightedSparseColumn(sparse_id_column, weight_column_name, dtype)
