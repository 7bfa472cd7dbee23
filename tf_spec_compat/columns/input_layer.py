"""Columns side by side: the input of deep models."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.columns.bucketized import BucketizedColumn
from tf_spec_compat.columns.column import FeatureColumns
from tf_spec_compat.columns.crossed import CrossedColumn
from tf_spec_compat.columns.embedding import EmbeddingColumn, ScatteredEmbeddingColumn
from tf_spec_compat.columns.lookup_arguments import embeddings_from_arguments
from tf_spec_compat.columns.one_hot import OneHotColumn
from tf_spec_compat.columns.real_valued import RealValuedColumn
from tf_spec_compat.columns.real_valued_var_len import RealValuedVarLenColumn
from tf_spec_compat.columns.transform import (
    Transformer,
    by_key,
    check_feature_columns,
    gather_feature_columns,
    maybe_reshape_input_tensor,
)
from tf_spec_compat.model.types import Scope, Tensor

__all__ = [
    "FORBIDDEN_SEQUENCE_COLUMNS",
    "SUPPORTED_SEQUENCE_COLUMNS",
    "build_input",
    "input_from_feature_columns",
    "sequence_input_from_feature_columns",
]

SUPPORTED_SEQUENCE_COLUMNS = (
    OneHotColumn,
    EmbeddingColumn,
    RealValuedColumn,
    RealValuedVarLenColumn,
)
FORBIDDEN_SEQUENCE_COLUMNS = (ScatteredEmbeddingColumn, BucketizedColumn, CrossedColumn)


def build_input(
    columns_to_tensors: dict[Any, Tensor],
    feature_columns: FeatureColumns,
    weight_collections: Iterable[str] | None,
    trainable: bool,
    scope: Scope,
    output_rank: int,
    default_name: str,
    cols_to_outs: dict[Any, Any] | None = None,
) -> Tensor:
    """Returns what columns give as dense inputs of a rank, side by side in the last dimension."""
    columns_to_tensors = columns_to_tensors.copy()
    check_feature_columns(feature_columns)
    if cols_to_outs is not None and not isinstance(cols_to_outs, dict):
        raise ValueError(f"cols_to_outs must be a dict unless None; got {cols_to_outs!r}.")
    names = None if weight_collections is None else list(weight_collections)
    values = list(columns_to_tensors.values())
    with tf1.variable_scope(scope, default_name=default_name, values=values):
        outputs = []
        transformer = Transformer(columns_to_tensors)
        for column in by_key(feature_columns):
            with tf1.variable_scope(
                None, default_name=column.name, values=list(columns_to_tensors.values())
            ):
                transformed = transformer.transform(column)
                if output_rank == 3:
                    transformed = _of_rank(transformed, column.name, output_rank)
                output = _dense(column, transformed, names, trainable, output_rank)
                if isinstance(output, tf.SparseTensor):
                    raise TypeError(
                        f"Failed to convert object of type {type(output)} to Tensor. Contents: "
                        f"{output}. Consider casting elements to a supported type: the feature of "
                        f"column {column.name} is sparse; convert it by tf.sparse.to_dense."
                    )
                outputs.append(output)
                if cols_to_outs is not None:
                    cols_to_outs[column] = output
        if not outputs:
            raise ValueError(
                "List argument 'values' to 'ConcatV2' Op with length 0 shorter than minimum length "
                f"2: feature_columns must have at least one column; got {feature_columns!r}."
            )
        return tf.concat(outputs, output_rank - 1)


def _of_rank(transformed: Tensor, column_name: Any, output_rank: int) -> Tensor:
    if isinstance(transformed, tuple):  # of ids and weights
        return tuple(_of_rank(part, column_name, output_rank) for part in transformed)
    return maybe_reshape_input_tensor(transformed, column_name, output_rank)


def _dense(
    column: Any, transformed: Tensor, names: Any, trainable: bool, output_rank: int
) -> Tensor:
    try:
        arguments = column._deep_embedding_lookup_arguments(transformed)
    except NotImplementedError as no_embeddings:
        try:
            return column._to_dnn_input_layer(
                transformed, names, trainable, output_rank=output_rank
            )
        except ValueError as error:
            raise ValueError(
                f"Error creating input layer for column: {column.name}.\n{error}, {no_embeddings}"
            ) from error
    return embeddings_from_arguments(column, arguments, names, trainable, output_rank=output_rank)


def input_from_feature_columns(
    columns_to_tensors: dict[Any, Tensor],
    feature_columns: FeatureColumns,
    weight_collections: Iterable[str] | None = None,
    trainable: bool = True,
    scope: Scope = None,
    cols_to_outs: dict[Any, Any] | None = None,
) -> Tensor:
    """Returns the input of a deep model: columns side by side, in the order of their keys.

    Behaviour: TF 1.15.5.

    Args:
      columns_to_tensors: The features: name -> tensor. It stays as it is.
      feature_columns: Columns of embeddings, indicators, buckets or numbers.
      weight_collections: The collections that variables are added to, besides those of global and
        model variables.
      trainable: Whether the variables are.
      scope: A name or scope instead of `input_from_feature_columns`.
      cols_to_outs: A dict to be filled: column -> what it gives.

    Returns:
      A tensor of `tf.float32` with shape `[batch_size, sum of dimensions]`. The variable of a
      column of embeddings is named `COLUMN_embedding/weights`, or as its columns share it.

    Raises:
      ValueError: If there is no column, two have the same key, or one cannot be a dense input.

    Example:
      >>> age = layers.real_valued_column("age")
      >>> generation = layers.bucketized_column(age, boundaries=[18, 65])
      >>> net = layers.input_from_feature_columns(
      ...     {"age": tf.constant([[20.0], [70.0]])}, [age, generation])
      >>> with tf.Session():
      ...     print(net.eval())
      [[ 0.  1.  0. 20.]
       [ 0.  0.  1. 70.]]
    """
    return build_input(
        columns_to_tensors,
        feature_columns,
        weight_collections,
        trainable,
        scope,
        output_rank=2,
        default_name="input_from_feature_columns",
        cols_to_outs=cols_to_outs,
    )


def sequence_input_from_feature_columns(
    columns_to_tensors: dict[Any, Tensor],
    feature_columns: FeatureColumns,
    weight_collections: Iterable[str] | None = None,
    trainable: bool = True,
    scope: Scope = None,
) -> Tensor:
    """Returns the input of a recurrent model: columns side by side for each step.

    Behaviour: TF 1.15.5.

    Args:
      columns_to_tensors: The features: name -> tensor. It stays as it is.
      feature_columns: Columns of embeddings, indicators or numbers; not buckets or crosses.
      weight_collections: The collections that variables are added to, besides those of global and
        model variables.
      trainable: Whether the variables are.
      scope: A name or scope instead of `sequence_input_from_feature_columns`.

    Returns:
      A tensor of `tf.float32` with shape `[batch_size, steps, sum of dimensions]`.

    Raises:
      ValueError: If there is no column, two have the same key, or one is of another kind.

    Example:
      >>> words = layers.sparse_column_with_hash_bucket("words", hash_bucket_size=100)
      >>> net = layers.sequence_input_from_feature_columns(
      ...     {"words": tf.constant([["an", "apple"], ["a", "pear"]])},
      ...     [layers.embedding_column(words, dimension=3)])
      >>> net.shape.as_list()
      [2, 2, 3]
    """
    for column in feature_columns:
        if not isinstance(column, SUPPORTED_SEQUENCE_COLUMNS):
            raise ValueError(
                f"FeatureColumn type {type(column).__name__} is not currently supported for "
                f"sequence data. Got {column}."
            )
    for column in gather_feature_columns(feature_columns):
        if isinstance(column, FORBIDDEN_SEQUENCE_COLUMNS):
            raise ValueError(
                f"Column {column.name} is of type {type(column).__name__}, which is not currently "
                "supported for sequences, also not inside of another column."
            )
    return build_input(
        columns_to_tensors,
        feature_columns,
        weight_collections,
        trainable,
        scope,
        output_rank=3,
        default_name="sequence_input_from_feature_columns",
    )
