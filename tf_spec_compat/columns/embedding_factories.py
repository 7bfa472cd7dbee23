"""The functions that make columns of embeddings, and placeholders for what columns need."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.columns.column import create_feature_spec_for_parsing
from tf_spec_compat.columns.embedding import EmbeddingColumn
from tf_spec_compat.columns.sparse import SparseColumn
from tf_spec_compat.columns.weighted import WeightedSparseColumn

__all__ = [
    "embedding_column",
    "make_place_holder_tensors_for_base_features",
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

    Args:
      sparse_id_columns: A list or tuple of columns of ids, weighted or not, which give the same
        values the same ids.
      dimension: How many numbers make a vector.
      combiner: How an example's vectors make one: "mean", "sqrtn" or "sum".
      shared_embedding_name: Of the variable: by default it is made of the names of the first three
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


def make_place_holder_tensors_for_base_features(feature_columns: Iterable[Any]) -> dict[Any, Any]:
    """Returns a placeholder for each feature that columns need.

    Args:
      feature_columns: Columns of contrib.

    Returns:
      Feature name -> `tf.compat.v1.placeholder` of shape `[None, dimension]`, or
      `tf.compat.v1.sparse_placeholder`.

    Raises:
      TypeError: If there is something else than a column of contrib.
    """
    placeholders = {}
    for key, feature in create_feature_spec_for_parsing(feature_columns).items():
        if isinstance(feature, tf.io.VarLenFeature):
            made = tf1.sparse_placeholder(feature.dtype, name=f"Placeholder_{key}")
        else:
            made = tf1.placeholder(
                feature.dtype, shape=(None, feature.shape[0]), name=f"Placeholder_{key}"
            )
        placeholders[key] = made
    return placeholders
