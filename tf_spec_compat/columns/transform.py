"""Features as columns transform them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat._tf.slim import inner_flatten
from tf_spec_compat.columns.bucketized import BucketizedColumn
from tf_spec_compat.columns.column import FeatureColumn, FeatureColumns
from tf_spec_compat.columns.crossed import CrossedColumn
from tf_spec_compat.columns.embedding import EmbeddingColumn
from tf_spec_compat.columns.one_hot import OneHotColumn
from tf_spec_compat.columns.weighted_sparse import WeightedSparseColumn
from tf_spec_compat.model.types import Tensor

__all__ = [
    "Transformer",
    "by_key",
    "check_feature_columns",
    "gather_feature_columns",
    "get_parent_columns",
    "maybe_reshape_input_tensor",
    "transform_features",
]


class Transformer:
    """Transforms features by columns, each of them once, and keeps them in the dict of features."""

    def __init__(self, columns_to_tensors: dict[Any, Tensor]) -> None:
        self._columns_to_tensors = columns_to_tensors

    def transform(self, feature_column: Any) -> Tensor:
        """Returns a feature as a column transforms it.

        Raises:
          ValueError: If the column adds nothing to the features.
        """
        if feature_column not in self._columns_to_tensors:
            feature_column.insert_transformed_feature(self._columns_to_tensors)
        if feature_column not in self._columns_to_tensors:
            raise ValueError(
                f"Column {feature_column} is not supported: it added nothing to the features."
            )
        return self._columns_to_tensors[feature_column]


def by_key(feature_columns: Iterable[FeatureColumn]) -> list[FeatureColumn]:
    """Returns columns in the order in which all functions take them in: by their keys."""
    return sorted(set(feature_columns), key=lambda column: column.key)


def check_feature_columns(feature_columns: FeatureColumns) -> None:
    """Raises ValueError if two columns have the same key, and so nearly are the same.

    Behaviour: TF 1.15.5.

    Example:
      >>> age = layers.real_valued_column("age")
      >>> layers.check_feature_columns([age, layers.bucketized_column(age, [18, 65])])
      >>> layers.check_feature_columns([age, age])
      Traceback (most recent call last):
      ...
      ValueError: Duplicate feature column key found...
    """
    seen = set()
    for column in feature_columns:
        key = column.key
        if key in seen:
            raise ValueError(
                f"Duplicate feature column key found for column: {column.name}. This usually means "
                "that the column is almost identical to another column, and one must be discarded."
            )
        seen.add(key)


def transform_features(features: dict[Any, Any], feature_columns: FeatureColumns) -> dict[Any, Any]:
    """Returns features as columns transform them.

    Behaviour: TF 1.15.5.

    Args:
      features: Name -> tensor. It stays as it is.
      feature_columns: Columns of contrib.

    Returns:
      Column -> a `tf.SparseTensor` of ids, a pair of such tensors of ids and weights, or a dense
      tensor, for each column that was given.

    Raises:
      ValueError: If two columns have the same key.

    Example:
      >>> age = layers.bucketized_column(layers.real_valued_column("age"), boundaries=[18, 65])
      >>> transformed = layers.transform_features({"age": tf.constant([[17.0], [70.0]])}, [age])
      >>> with tf.Session():
      ...     print(transformed[age].eval())
      [[0]
       [2]]
    """
    check_feature_columns(feature_columns)
    features = features.copy()
    wanted = by_key(feature_columns)
    transformer = Transformer(features)
    for column in wanted:
        transformer.transform(column)
    return {key: tensor for key, tensor in features.items() if key in wanted}


def get_parent_columns(feature_column: Any) -> tuple[Any, ...]:
    """Returns the columns that a column transforms further."""
    if isinstance(feature_column, (WeightedSparseColumn, OneHotColumn, EmbeddingColumn)):
        return (feature_column.sparse_id_column,)
    if isinstance(feature_column, BucketizedColumn):
        return (feature_column.source_column,)
    if isinstance(feature_column, CrossedColumn):
        return tuple(feature_column.columns)
    return ()


def gather_feature_columns(feature_columns: FeatureColumns) -> list[Any]:
    """Returns columns and all of their parents, each of them once."""
    gathered = list(feature_columns)
    for column in gathered:  # which grows meanwhile
        gathered += [parent for parent in get_parent_columns(column) if parent not in gathered]
    return gathered


def maybe_reshape_input_tensor(tensor: Tensor, column_name: Any, output_rank: int) -> Tensor:
    """Returns a tensor of another rank: flattened, or with another dimension."""
    rank = tensor.shape.rank
    if rank is None:
        raise ValueError(
            f"Error while processing column {column_name}. Rank of input Tensor can not be None; "
            f"got {tensor}; set its shape."
        )
    if rank == output_rank:
        return tensor
    if rank + 1 == output_rank:
        if isinstance(tensor, tf.SparseTensor):
            return tf.sparse.reshape(tensor, tf.concat([tensor.dense_shape, [1]], 0))
        return tf.expand_dims(tensor, -1)
    if rank < output_rank:
        raise ValueError(
            f"Error while processing column {column_name}. Rank of input Tensor ({rank}) should be "
            f"the same as output_rank ({output_rank}). For example, sequence data should typically "
            "be 3 dimensional (rank 3) while non-sequence data is typically 2 dimensional (rank "
            f"2). It may be one less; got {tensor}: expand its dimensions yourself."
        )
    return inner_flatten(tensor, output_rank)
