"""Columns of ids that have weights, and of ids as indicators."""

from __future__ import annotations

import collections
from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf, tf1
from tf_spec_compat._tf.private import CategoricalColumn, DenseColumn
from tf_spec_compat._tf.slim import dense_to_sparse_tensor, inner_flatten
from tf_spec_compat.columns.column import FeatureColumn
from tf_spec_compat.columns.lookup import LinearEmbeddingLookupArguments

__all__ = ["OneHotColumn", "WeightedSparseColumn"]


class WeightedSparseColumn(
    FeatureColumn,
    CategoricalColumn,
    collections.namedtuple(
        "_WeightedSparseColumn", ["sparse_id_column", "weight_column_name", "dtype"]
    ),
):
    """A column of ids, and the feature of their weights."""

    def __new__(
        cls, sparse_id_column: Any, weight_column_name: str, dtype: Any
    ) -> WeightedSparseColumn:
        return super().__new__(cls, sparse_id_column, weight_column_name, dtype)

    @property
    def name(self) -> Any:
        return f"{self.sparse_id_column.name}_weighted_by_{self.weight_column_name}"

    @property
    def length(self) -> Any:
        """How many ids there are."""
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

    @property
    def key(self) -> str:
        return str(self)

    def id_tensor(self, input_tensor: Any) -> Any:
        """Returns the ids of a transformed feature."""
        return input_tensor[0]

    def weight_tensor(self, input_tensor: Any) -> Any:
        """Returns the weights of a transformed feature."""
        return input_tensor[1]

    def is_compatible(self, other_column: Any) -> bool:
        """Returns whether the other column, weighted or not, gives the same values the same ids."""
        if isinstance(other_column, WeightedSparseColumn):
            other_column = other_column.sparse_id_column
        return self.sparse_id_column.is_compatible(other_column)

    def _do_transform(self, id_tensor: Any, weight_tensor: Any) -> Any:
        if not isinstance(weight_tensor, tf.SparseTensor):
            weight_tensor = dense_to_sparse_tensor(weight_tensor)
        if not self.dtype.is_floating:
            weight_tensor = tf.cast(weight_tensor, tf.float32)
        return id_tensor, weight_tensor

    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Any]) -> None:
        weights = columns_to_tensors[self.weight_column_name]
        if self.sparse_id_column not in columns_to_tensors:
            self.sparse_id_column.insert_transformed_feature(columns_to_tensors)
        columns_to_tensors[self] = self._do_transform(
            columns_to_tensors[self.sparse_id_column], weights
        )

    def _to_dnn_input_layer(
        self,
        input_tensor: Any,
        weight_collections: Any = None,
        trainable: bool = True,
        output_rank: int = 2,
    ) -> Any:
        raise ValueError(
            "WeightedSparseColumn is not supported in DNN. Please use embedding_column or "
            f"one_hot_column. column: {self}"
        )

    def _wide_embedding_lookup_arguments(self, input_tensor: Any) -> Any:
        return LinearEmbeddingLookupArguments(
            input_tensor=self.id_tensor(input_tensor),
            weight_tensor=self.weight_tensor(input_tensor),
            vocab_size=self.length,
            initializer=tf1.zeros_initializer(),
            combiner=self.sparse_id_column.combiner,
        )

    # From here on it is what TensorFlow asks of its own columns.

    @property
    def _parse_example_spec(self) -> dict[Any, Any]:
        return self.config

    @property
    def _num_buckets(self) -> Any:
        return self.length

    def _transform_feature(self, inputs: Any) -> Any:
        return self._do_transform(
            inputs.get(self.sparse_id_column), inputs.get(self.weight_column_name)
        )

    def _get_sparse_tensors(
        self, inputs: Any, weight_collections: Any = None, trainable: Any = None
    ) -> Any:
        tensors = inputs.get(self)
        return CategoricalColumn.IdWeightPair(self.id_tensor(tensors), self.weight_tensor(tensors))


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

    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Any]) -> None:
        if self.sparse_id_column not in columns_to_tensors:
            self.sparse_id_column.insert_transformed_feature(columns_to_tensors)
        columns_to_tensors[self] = columns_to_tensors[self.sparse_id_column]

    def _to_dnn_input_layer(
        self,
        transformed_input_tensor: Any,
        unused_weight_collections: Any = None,
        unused_trainable: bool = False,
        output_rank: int = 2,
    ) -> Any:
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

    # From here on it is what TensorFlow asks of its own columns.

    @property
    def _variable_shape(self) -> Any:
        return tf.TensorShape([self.length])

    @property
    def _parse_example_spec(self) -> dict[Any, Any]:
        return self.config

    def _transform_feature(self, inputs: Any) -> Any:
        return self._to_dnn_input_layer(inputs.get(self.sparse_id_column))

    def _get_dense_tensor(
        self, inputs: Any, weight_collections: Any = None, trainable: Any = None
    ) -> Any:
        return inputs.get(self)
