"""The functions that make columns of ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.columns.bucketized import BucketizedColumn
from tf_spec_compat.columns.crossed import CrossedColumn
from tf_spec_compat.columns.embedding import ScatteredEmbeddingColumn
from tf_spec_compat.columns.sparse import (
    SparseColumnHashed,
    SparseColumnIntegerized,
    SparseColumnKeys,
    SparseColumnVocabulary,
    SparseIdLookupConfig,
)
from tf_spec_compat.columns.weighted import OneHotColumn, WeightedSparseColumn

__all__ = [
    "bucketized_column",
    "crossed_column",
    "one_hot_column",
    "scattered_embedding_column",
    "sparse_column_with_hash_bucket",
    "sparse_column_with_integerized_feature",
    "sparse_column_with_keys",
    "sparse_column_with_vocabulary_file",
    "weighted_sparse_column",
]


def sparse_column_with_integerized_feature(
    column_name: Any, bucket_size: int, combiner: str = "sum", dtype: Any = tf.int64
) -> SparseColumnIntegerized:
    """Returns a column for a sparse feature of integers that are ids.

    Args:
      column_name: The key of the feature.
      bucket_size: How many ids there are; the integers are taken modulo this.
      combiner: How the weights of an example's ids make one, in linear models: "sum", "mean" or
        "sqrtn". As in contrib, it is not looked at before that.
      dtype: An integer `tf.DType`: the feature's.

    Returns:
      The column.

    Raises:
      ValueError: If `bucket_size` is None or less than 1, or `dtype` is no integer type.
    """
    return SparseColumnIntegerized(
        column_name, is_integerized=True, bucket_size=bucket_size, combiner=combiner, dtype=dtype
    )


def sparse_column_with_hash_bucket(
    column_name: Any,
    hash_bucket_size: int,
    combiner: str = "sum",
    dtype: Any = tf.string,
    hash_keys: list[list[int]] | None = None,
) -> SparseColumnHashed:
    """Returns a column for a sparse feature whose hashes are its ids.

    Args:
      column_name: The key of the feature.
      hash_bucket_size: How many ids there are.
      combiner: How the weights of an example's ids make one, in linear models: "sum", "mean" or
        "sqrtn".
      dtype: `tf.string` or an integer `tf.DType`: the feature's. Integers are hashed as text.
      hash_keys: Pairs of integers: each value has one id by each of them. By default it has one, by
        `tf.strings.to_hash_bucket_fast`.

    Returns:
      The column.

    Raises:
      ValueError: If `hash_bucket_size` is None or less than 1, `dtype` is of neither kind, or
        `hash_keys` is no list of lists of two.
    """
    return SparseColumnHashed(
        column_name,
        bucket_size=hash_bucket_size,
        combiner=combiner,
        dtype=dtype,
        hash_keys=hash_keys,
    )


def sparse_column_with_keys(
    column_name: Any,
    keys: Iterable[Any],
    default_value: int = -1,
    combiner: str = "sum",
    dtype: Any = tf.string,
) -> SparseColumnKeys:
    """Returns a column for a sparse feature of known values.

    Args:
      column_name: The key of the feature.
      keys: The values, in the order of their ids.
      default_value: The id of other values; they count as missing if it is negative.
      combiner: How the weights of an example's ids make one, in linear models: "sum", "mean" or
        "sqrtn".
      dtype: `tf.string` or an integer `tf.DType`: the feature's.

    Returns:
      The column.

    Raises:
      TypeError: If `keys` cannot be iterated.
      ValueError: If `dtype` is of neither kind.
    """
    keys = tuple(keys)
    config = SparseIdLookupConfig(keys=keys, vocab_size=len(keys), default_value=default_value)
    return SparseColumnKeys(column_name, lookup_config=config, combiner=combiner, dtype=dtype)


def sparse_column_with_vocabulary_file(
    column_name: Any,
    vocabulary_file: str,
    num_oov_buckets: int = 0,
    vocab_size: int | None = None,
    default_value: int = -1,
    combiner: str = "sum",
    dtype: Any = tf.string,
) -> SparseColumnVocabulary:
    """Returns a column for a sparse feature of values that stand in a file, one a line.

    Args:
      column_name: The key of the feature.
      vocabulary_file: The file, in the order of ids. It is read when tables are initialized, and
        goes along with exported models.
      num_oov_buckets: How many ids there are for the hashes of other values.
      vocab_size: How many lines count. Contrib asked for it, and so do we.
      default_value: The id of other values if `num_oov_buckets` is 0; they count as missing if it
        is negative.
      combiner: How the weights of an example's ids make one, in linear models: "sum", "mean" or
        "sqrtn".
      dtype: `tf.string` or an integer `tf.DType`: the feature's. Integers are looked up as text.

    Returns:
      The column.

    Raises:
      ValueError: If `vocab_size` is missing, or `dtype` is of neither kind.
    """
    if vocab_size is None:
        raise ValueError(
            f"vocab_size should be defined. column_name: {column_name}; pass how many lines of "
            f"{vocabulary_file!r} count."
        )
    config = SparseIdLookupConfig(
        vocabulary_file=vocabulary_file,
        num_oov_buckets=num_oov_buckets,
        vocab_size=vocab_size,
        default_value=default_value,
    )
    return SparseColumnVocabulary(column_name, lookup_config=config, combiner=combiner, dtype=dtype)


def weighted_sparse_column(
    sparse_id_column: Any, weight_column_name: str, dtype: Any = tf.float32
) -> WeightedSparseColumn:
    """Returns a column for a feature of ids and one of their weights.

    Args:
      sparse_id_column: The column of the ids.
      weight_column_name: The key of the feature of weights, of the same indices.
      dtype: An integer or floating `tf.DType`: the weights'.

    Returns:
      The column.

    Raises:
      ValueError: If `dtype` is no type of real numbers.
    """
    if not (dtype.is_integer or dtype.is_floating):
        raise ValueError(
            f"dtype is not convertible to float. Given {dtype} for the weights "
            f"{weight_column_name!r}; pass an integer or floating type."
        )
    return WeightedSparseColumn(sparse_id_column, weight_column_name, dtype)


def one_hot_column(sparse_id_column: Any) -> OneHotColumn:
    """Returns a column of how often each id is there, or of its weight, for deep models.

    Args:
      sparse_id_column: A column of ids or of weighted ids. As in contrib, it is not looked at.

    Returns:
      The column: a dense input of as many numbers as there are ids.
    """
    return OneHotColumn(sparse_id_column)


def scattered_embedding_column(
    column_name: Any,
    size: int,
    dimension: int,
    hash_key: int | None,
    combiner: str = "mean",
    initializer: Callable[..., Any] | None = None,
) -> ScatteredEmbeddingColumn:
    """Returns a column of embeddings, each number of which is found by a hash of its own.

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


def bucketized_column(source_column: Any, boundaries: Sequence[float]) -> BucketizedColumn:
    """Returns a column of the buckets that another column's numbers fall into.

    Args:
      source_column: A column made by `real_valued_column`.
      boundaries: A sorted list or tuple of numbers; one that comes again counts once.

    Returns:
      The column, which has one bucket more than there are boundaries, for each of the numbers.

    Raises:
      TypeError: If `source_column` is something else.
      ValueError: If `boundaries` is neither a list nor a tuple, empty, or not sorted.
    """
    return BucketizedColumn(source_column, boundaries)


def crossed_column(
    columns: Iterable[Any],
    hash_bucket_size: int,
    combiner: str = "sum",
    ckpt_to_load_from: str | None = None,
    tensor_name_in_ckpt: str | None = None,
    hash_key: int | None = None,
) -> CrossedColumn:
    """Returns a column of the hashed combinations of columns.

    Args:
      columns: At least two columns of ids, of buckets or of crosses, in any order.
      hash_bucket_size: How many ids there are, at least 2.
      combiner: How the weights of an example's ids make one, in linear models: "sum", "mean" or
        "sqrtn".
      ckpt_to_load_from: A checkpoint that the weights start from.
      tensor_name_in_ckpt: Their name in there.
      hash_key: Which hashes; None stands for contrib's first hash function. The hash keys of
        crosses among the columns do not matter.

    Returns:
      The column.

    Raises:
      TypeError: If there is another kind of column.
      ValueError: If there is less than two of them, `hash_bucket_size` is less than 2, or only one
        of the arguments of the checkpoint is given.
    """
    return CrossedColumn(
        columns,
        hash_bucket_size,
        hash_key,
        combiner=combiner,
        ckpt_to_load_from=ckpt_to_load_from,
        tensor_name_in_ckpt=tensor_name_in_ckpt,
    )
