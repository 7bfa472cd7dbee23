"""Columns of numbers as the buckets that they fall into."""

from __future__ import annotations

import collections
from collections.abc import Iterable, Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.private import CategoricalColumn, DenseColumn
from tf_spec_compat._tf.slim import bucketize
from tf_spec_compat.columns.column import FeatureColumn, LazyBuilderByColumnsToTensor
from tf_spec_compat.columns.lookup_arguments import LinearEmbeddingLookupArguments
from tf_spec_compat.columns.real_valued import RealValuedColumn
from tf_spec_compat.model.types import Tensor

__all__ = ["BucketizedColumn", "bucketized_column"]


class BucketizedColumn(
    FeatureColumn,
    CategoricalColumn,
    DenseColumn,
    collections.namedtuple("_BucketizedColumn", ["source_column", "boundaries"]),
):
    """The buckets of each of a column's numbers: as indicators, or as ids that weights have."""

    def __new__(cls, source_column: Any, boundaries: Sequence[float]) -> BucketizedColumn:
        if not isinstance(source_column, RealValuedColumn):
            raise TypeError(
                "source_column must be an instance of _RealValuedColumn. source_column: "
                f"{source_column}; make one by real_valued_column."
            )
        if source_column.dimension is None:
            raise ValueError(
                f"source_column must have a defined dimension. source_column: {source_column}"
            )
        if not isinstance(boundaries, (list, tuple)) or not boundaries:
            raise ValueError(
                f"boundaries must be a non-empty list or tuple. boundaries: {boundaries}"
            )
        if any(a > b for a, b in zip(boundaries, boundaries[1:])):
            raise ValueError(f"boundaries must be a sorted list. boundaries: {boundaries}")
        return super().__new__(cls, source_column, tuple(dict.fromkeys(boundaries)))

    @property
    def name(self) -> Any:
        return f"{self.source_column.name}_bucketized"

    @property
    def length(self) -> int:
        """How many buckets each number has."""
        return len(self.boundaries) + 1

    @property
    def config(self) -> dict[Any, Any]:
        return self.source_column.config

    @property
    def key(self) -> str:
        return str(self)

    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Tensor]) -> None:
        columns_to_tensors[self] = self._transform_feature(
            LazyBuilderByColumnsToTensor(columns_to_tensors)
        )

    def to_sparse_tensor(self, input_tensor: Tensor) -> Tensor:
        """Returns the buckets as ids, with different ones for different places of the feature."""
        dimension = self.source_column.dimension
        batch_size = tf.shape(input_tensor, name="shape")[0]
        if dimension > 1:
            rows = tf.reshape(
                tf.tile(
                    tf.expand_dims(tf.range(batch_size), 1, name="expand_dims"),
                    [1, dimension],
                    name="tile",
                ),
                [-1],
                name="reshape",
            )
            places = tf.tile(tf.range(dimension), [batch_size], name="tile")
            ids = tf.reshape(input_tensor, [-1], name="reshape") + self.length * places
        else:
            rows = tf.range(batch_size)
            places = tf.zeros([batch_size], tf.int32)
            ids = tf.reshape(input_tensor, [-1], name="reshape")
        indices = tf.cast(tf.transpose(tf.stack([rows, places])), tf.int64)
        return tf.SparseTensor(indices, ids, tf.cast(tf.stack([batch_size, dimension]), tf.int64))

    def _to_dnn_input_layer(
        self,
        input_tensor: Tensor,
        weight_collections: Iterable[str] | None = None,
        trainable: bool = True,
        output_rank: int = 2,
    ) -> Tensor:
        if output_rank != 2:
            raise ValueError(
                "BucketizedColumn currently only supports output_rank=2; got "
                f"{output_rank} for column {self}."
            )
        hot = tf.one_hot(tf.cast(input_tensor, tf.int64), self.length, 1.0, 0.0, name="one_hot")
        width = self.length * self.source_column.dimension
        return tf.reshape(hot, [-1, width], name="reshape")

    def _wide_embedding_lookup_arguments(self, input_tensor: Tensor) -> Tensor:
        return LinearEmbeddingLookupArguments(
            input_tensor=self.to_sparse_tensor(input_tensor),
            weight_tensor=None,
            vocab_size=self.length * self.source_column.dimension,
            initializer=tf1.zeros_initializer(),
            combiner="sum",
        )

    # What `tf.feature_column` calls.

    @property
    def _variable_shape(self) -> Any:
        return tf.TensorShape([self._num_buckets])

    @property
    def _num_buckets(self) -> int:
        return self.length * self.source_column.dimension

    @property
    def _parse_example_spec(self) -> dict[Any, Any]:
        return self.config

    def _transform_feature(self, inputs: Any) -> Tensor:
        return bucketize(inputs.get(self.source_column), self.boundaries, name="bucketize")

    def _get_dense_tensor(
        self, inputs: Any, weight_collections: Iterable[str] | None = None, trainable: Any = None
    ) -> Tensor:
        return self._to_dnn_input_layer(
            inputs.get(self), weight_collections=weight_collections, trainable=trainable
        )

    def _get_sparse_tensors(
        self, inputs: Any, weight_collections: Iterable[str] | None = None, trainable: Any = None
    ) -> Any:
        return CategoricalColumn.IdWeightPair(self.to_sparse_tensor(inputs.get(self)), None)


def bucketized_column(source_column: Any, boundaries: Sequence[float]) -> BucketizedColumn:
    """Returns a column of the buckets that another column's numbers fall into.

    Behaviour: TF 1.15.5.

    Args:
      source_column: A column of `real_valued_column`.
      boundaries: A sorted list or tuple of numbers; one that comes again counts once.

    Returns:
      The column, which has one bucket more than there are boundaries, for each of the numbers.

    Raises:
      TypeError: If `source_column` is something else.
      ValueError: If `boundaries` is neither a list nor a tuple, empty, or not sorted.

    Example:
      >>> age = layers.bucketized_column(layers.real_valued_column("age"), boundaries=[18, 65])
      >>> net = layers.input_from_feature_columns({"age": tf.constant([[17.0], [65.0]])}, [age])
      >>> with tf.Session():
      ...     print(net.eval())
      [[1. 0. 0.]
       [0. 0. 1.]]
    """
    return BucketizedColumn(source_column, boundaries)
