"""The functions that return columns of embeddings."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat.columns.embedding import EmbeddingColumn, ScatteredEmbeddingColumn
from tf_spec_compat.columns.sparse import SparseColumn
from tf_spec_compat.columns.weighted_sparse import WeightedSparseColumn

__all__ = [
    "embedding_column",
    "scattered_embedding_column",
    "shared_embedding_columns",
]


def embedding_column(
    sparse_id_column: Any,
    dimension: int,
    combiner: str = "mean",
    initializer: Callable[..., Any] | None = None,
    ckpt_to_load_from: str | None = None,
    tensor_name_in_ckpt: str | None = None,
    max_norm: float | None = None,
    trainable: bool = True,
) -> EmbeddingColumn:
    """Returns a column of vectors that are learned for ids.

    Behaviour: TF 1.15.5.

    Args:
      sparse_id_column: A column of ids, of weighted ids or of crosses.
      dimension: How many numbers make a vector. As in contrib, it is not looked at.
      combiner: How an example's vectors make one: "mean", "sqrtn" or "sum".
      initializer: Of the vectors: by default a truncated normal distribution whose standard
        deviation is `1 / sqrt(number of ids)`. It is part of what makes columns equal.
      ckpt_to_load_from: A checkpoint that the vectors start from.
      tensor_name_in_ckpt: Their name in there.
      max_norm: The greatest l2-norm that a vector may have before they are combined.
      trainable: Whether the vectors are learned.

    Returns:
      The column.

    Raises:
      ValueError: If the initializer cannot be called, or only one of the arguments of the
        checkpoint is given.
      AttributeError: If `sparse_id_column` does not know how many ids it has.

    Example:
      >>> town = layers.sparse_column_with_keys("town", keys=["Bern", "Ulm"])
      >>> column = layers.embedding_column(town, dimension=3)
      >>> features = {"town": tf.constant([["Ulm"], ["Bern"]])}
      >>> net = layers.input_from_feature_columns(features, [column])
      >>> net.shape.as_list(), tf.global_variables()[0].op.name
      ([2, 3], 'input_from_feature_columns/town_embedding/weights')
    """
    return EmbeddingColumn(
        sparse_id_column,
        dimension,
        combiner,
        initializer,
        ckpt_to_load_from,
        tensor_name_in_ckpt,
        max_norm=max_norm,
        trainable=trainable,
    )


def shared_embedding_columns(
    sparse_id_columns: Any,
    dimension: int,
    combiner: str = "mean",
    shared_embedding_name: str | None = None,
    initializer: Callable[..., Any] | None = None,
    ckpt_to_load_from: str | None = None,
    tensor_name_in_ckpt: str | None = None,
    max_norm: float | None = None,
    trainable: bool = True,
) -> Sequence[EmbeddingColumn]:
    """Returns columns of vectors that are learned together for the ids of several columns.

    Behaviour: TF 1.15.5.

    Args:
      sparse_id_columns: A list or tuple of columns of ids, weighted or not, which give the same
        values the same ids.
      dimension: How many numbers make a vector.
      combiner: How an example's vectors make one: "mean", "sqrtn" or "sum".
      shared_embedding_name: Of the variable: by default the names of the first three
        columns, in alphabetical order.
      initializer: Of the vectors: by default a truncated normal distribution whose standard
        deviation is `1 / sqrt(number of ids)`.
      ckpt_to_load_from: A checkpoint that the vectors start from.
      tensor_name_in_ckpt: Their name in there.
      max_norm: The greatest l2-norm that a vector may have before they are combined.
      trainable: Whether the vectors are learned.

    Returns:
      A tuple of columns. As in contrib, of a single column it is a list, and nothing is shared.

    Raises:
      TypeError: If `sparse_id_columns` is no sequence, or has something else in it.
      ValueError: If there are none, they do not fit together, the initializer cannot be called, or
        only one of the arguments of the checkpoint is given.

    Example:
      >>> home = layers.sparse_column_with_hash_bucket("home", hash_bucket_size=100)
      >>> work = layers.sparse_column_with_hash_bucket("work", hash_bucket_size=100)
      >>> columns = layers.shared_embedding_columns([home, work], dimension=3)
      >>> features = {"home": tf.constant([["Ulm"]]), "work": tf.constant([["Bern"]])}
      >>> net = layers.input_from_feature_columns(features, columns)
      >>> net.shape.as_list(), len(tf.global_variables())
      ([1, 6], 1)
    """
    if not isinstance(sparse_id_columns, Sequence) or isinstance(sparse_id_columns, (str, bytes)):
        raise TypeError(
            "sparse_id_columns must be a non-string sequence (ex: list or tuple) instead of type "
            f"{type(sparse_id_columns)}."
        )
    if len(sparse_id_columns) < 1:
        raise ValueError("The input sparse_id_columns should have at least one element.")
    for column in sparse_id_columns:
        if not isinstance(column, (SparseColumn, WeightedSparseColumn)):
            raise TypeError(
                "Elements of sparse_id_columns must be _SparseColumn or _WeightedSparseColumn, but "
                f"{column} is not."
            )
    first = sparse_id_columns[0]
    if len(sparse_id_columns) == 1:
        return [
            EmbeddingColumn(
                first,
                dimension,
                combiner,
                initializer,
                ckpt_to_load_from,
                tensor_name_in_ckpt,
                shared_embedding_name,
                max_norm=max_norm,
                trainable=trainable,
            )
        ]
    ids = [
        column.sparse_id_column if isinstance(column, WeightedSparseColumn) else column
        for column in sparse_id_columns
    ]
    if not all(ids[0].is_compatible(column) for column in ids[1:]):
        raise ValueError(
            "The input sparse id columns are not compatible. Their kinds, sizes, vocabularies and "
            f"dtypes must be the same; got {sparse_id_columns!r}."
        )
    if shared_embedding_name is None:
        names = sorted(column.name for column in sparse_id_columns)
        shared_embedding_name = "_".join(names[:3])
        if len(names) > 3:
            shared_embedding_name += f"_plus_{len(names) - 3}_others"
        shared_embedding_name += "_shared_embedding"
    size = first.length
    if initializer is None:
        initializer = tf1.truncated_normal_initializer(mean=0.0, stddev=1 / math.sqrt(size))
    return tuple(
        EmbeddingColumn(
            column,
            dimension,
            combiner,
            initializer,
            ckpt_to_load_from,
            tensor_name_in_ckpt,
            shared_embedding_name,
            size,
            max_norm=max_norm,
            trainable=trainable,
        )
        for column in sparse_id_columns
    )


def scattered_embedding_column(
    column_name: Any,
    size: int,
    dimension: int,
    hash_key: int | None,
    combiner: str = "mean",
    initializer: Callable[..., Any] | None = None,
) -> ScatteredEmbeddingColumn:
    """Returns a column of embeddings, each number of which is found by a hash of its own.

    Behaviour: TF 1.15.5.

    Args:
      column_name: The key of the feature, of strings.
      size: How many numbers are learned in all.
      dimension: How many of them make an embedding.
      hash_key: Which hashes.
      combiner: How an example's embeddings make one: "mean", "sqrtn" or "sum".
      initializer: Of the numbers: by default a truncated normal distribution of standard deviation
        0.1.

    Returns:
      The column.

    Raises:
      ValueError: If `size` or `dimension` is less than 1, the combiner is unknown, or the
        initializer cannot be called.

    Example:
      >>> column = layers.scattered_embedding_column("town", size=1000, dimension=3, hash_key=7)
      >>> towns = tf.SparseTensor([[0, 0]], ["Ulm"], [1, 1])
      >>> net = layers.input_from_feature_columns({"town": towns}, [column])
      >>> net.shape.as_list(), tf.global_variables()[0].shape.as_list()
      ([None, 3], [1000])
    """
    if dimension < 1 or size < 1:
        raise ValueError(
            f"Dimension and size must be greater than 0. dimension: {dimension}, size: {size}, "
            f"column_name: {column_name}"
        )
    if combiner not in ("mean", "sqrtn", "sum"):
        raise ValueError(
            f"Combiner must be one of 'mean', 'sqrtn' or 'sum'. combiner: {combiner}, "
            f"column_name: {column_name}"
        )
    return ScatteredEmbeddingColumn(column_name, size, dimension, hash_key, combiner, initializer)
