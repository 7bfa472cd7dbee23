"""Columns of ids as indicators: how often each id is there, or its weight."""

from __future__ import annotations

import collections
from collections.abc import Iterable
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf, tf1
from tf_spec_compat._tf.private import DenseColumn
from tf_spec_compat._tf.slim import inner_flatten
from tf_spec_compat.columns.column import FeatureColumn
from tf_spec_compat.model.types import Tensor

__all__ = ["OneHotColumn", "one_hot_column"]


class OneHotColumn(
    FeatureColumn, DenseColumn, collections.namedtuple("_OneHotColumn", ["sparse_id_column"])
):
    """A column of ids, or of weighted ids, as how often each id is there, or its weight."""

    @property
    def name(self) -> Any:
        return f"{self.sparse_id_column.name}_one_hot"

    @property
    def length(self) -> Any:
        """How many ids there are."""
        return self.sparse_id_column.length

    @property
    def config(self) -> dict[Any, Any]:
        return self.sparse_id_column.config

    @property
    def key(self) -> str:
        return str(self)

    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Tensor]) -> None:
        if self.sparse_id_column not in columns_to_tensors:
            self.sparse_id_column.insert_transformed_feature(columns_to_tensors)
        columns_to_tensors[self] = columns_to_tensors[self.sparse_id_column]

    def _to_dnn_input_layer(
        self,
        transformed_input_tensor: Tensor,
        unused_weight_collections: Iterable[str] | None = None,
        unused_trainable: bool = False,
        output_rank: int = 2,
    ) -> Tensor:
        ids = inner_flatten(self.sparse_id_column.id_tensor(transformed_input_tensor), output_rank)
        weights = self.sparse_id_column.weight_tensor(transformed_input_tensor)
        if weights is not None:
            with silenced_deprecations():
                merged = tf1.sparse_merge(sp_ids=ids, sp_values=weights, vocab_size=self.length)
            shape = merged.dense_shape
            # An id of -1 is none of them: it lies before the part that is cut out.
            merged = tf.sparse.slice(merged, tf.zeros_like(shape), shape)
            dense = tf.sparse.to_dense(merged)
            return tf.reshape(dense, tf.concat([tf.shape(dense)[:-1], [self.length]], 0))
        dense = tf.sparse.to_dense(ids, default_value=-1)
        hot = tf.one_hot(dense, depth=self.length, on_value=1.0, off_value=0.0)
        return tf.reduce_sum(hot, axis=[output_rank - 1])

    # What `tf.feature_column` calls.

    @property
    def _variable_shape(self) -> Any:
        return tf.TensorShape([self.length])

    @property
    def _parse_example_spec(self) -> dict[Any, Any]:
        return self.config

    def _transform_feature(self, inputs: Any) -> Tensor:
        return self._to_dnn_input_layer(inputs.get(self.sparse_id_column))

    def _get_dense_tensor(
        self, inputs: Any, weight_collections: Iterable[str] | None = None, trainable: Any = None
    ) -> Tensor:
        return inputs.get(self)


def one_hot_column(sparse_id_column: Any) -> OneHotColumn:
    """Returns a column of how often each id is there, or of its weight, for deep models.

    Behaviour: TF 1.15.5.

    Args:
      sparse_id_column: A column of ids or of weighted ids. As in contrib, it is not looked at.

    Returns:
      The column: a dense input of as many numbers as there are ids.

    Example:
      >>> town = layers.sparse_column_with_integerized_feature("town", bucket_size=3)
      >>> features = {"town": tf.constant([[1, 1], [0, 2]])}
      >>> net = layers.input_from_feature_columns(features, [layers.one_hot_column(town)])
      >>> with tf.Session():
      ...     print(net.eval())
      [[0. 2. 0.]
       [1. 0. 1.]]
    """
    return OneHotColumn(sparse_id_column)
