"""The functions that return columns of ids: hashed, looked up in a vocabulary, or integers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.columns.sparse import (
    SparseColumnHashed,
    SparseColumnIntegerized,
    SparseColumnKeys,
    SparseColumnVocabulary,
    SparseIdLookupConfig,
)

__all__ = [
    "sparse_column_with_hash_bucket",
    "sparse_column_with_integerized_feature",
    "sparse_column_with_keys",
    "sparse_column_with_vocabulary_file",
]


def sparse_column_with_integerized_feature(
    column_name: Any, bucket_size: int, combiner: str = "sum", dtype: Any = tf.int64
) -> SparseColumnIntegerized:
    """Returns a column for a sparse feature of integers that are ids.

    Behaviour: TF 1.15.5.

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

    Example:
      >>> district = layers.sparse_column_with_integerized_feature("district", bucket_size=4)
      >>> ids = layers.transform_features({"district": tf.constant([[3], [5]])}, [district])
      >>> with tf.Session():
      ...     print(ids[district].values.eval())
      [3 1]
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

    Behaviour: TF 1.15.5.

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

    Example:
      >>> job = layers.sparse_column_with_hash_bucket("job", hash_bucket_size=100)
      >>> ids = layers.transform_features({"job": tf.constant([["baker"], ["clerk"]])}, [job])
      >>> with tf.Session():
      ...     print(ids[job].values.eval())
      [18 49]
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

    Behaviour: TF 1.15.5.

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

    Example:
      >>> town = layers.sparse_column_with_keys("town", keys=["Bern", "Ulm"])
      >>> ids = layers.transform_features({"town": tf.constant([["Ulm"], ["Rome"]])}, [town])
      >>> with tf.Session():
      ...     tf.tables_initializer().run()
      ...     print(ids[town].values.eval())  # Rome, which is none of them, counts as missing
      [ 1 -1]
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

    Behaviour: TF 1.15.5.

    Args:
      column_name: The key of the feature.
      vocabulary_file: The file, in the order of ids. It is read when tables are initialized, and
        goes along with exported models.
      num_oov_buckets: How many ids there are for the hashes of other values.
      vocab_size: How many lines count. It is required, as in contrib.
      default_value: The id of other values if `num_oov_buckets` is 0; they count as missing if it
        is negative.
      combiner: How the weights of an example's ids make one, in linear models: "sum", "mean" or
        "sqrtn".
      dtype: `tf.string` or an integer `tf.DType`: the feature's. Integers are looked up as text.

    Returns:
      The column.

    Raises:
      ValueError: If `vocab_size` is missing, or `dtype` is of neither kind.

    Example:
      >>> with open("towns.txt", "w") as file:
      ...     for town in ("Bern", "Ulm"):
      ...         print(town, file=file)
      >>> town = layers.sparse_column_with_vocabulary_file(
      ...     "town", "towns.txt", num_oov_buckets=1, vocab_size=2)
      >>> ids = layers.transform_features({"town": tf.constant([["Ulm"], ["Rome"]])}, [town])
      >>> with tf.Session():
      ...     tf.tables_initializer().run()
      ...     print(ids[town].values.eval())
      [1 2]
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
