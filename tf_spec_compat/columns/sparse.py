"""Columns of features with any number of ids in each example."""

from __future__ import annotations

import abc
import collections
from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat._tf.private import index_table_from_file, index_table_from_tensor
from tf_spec_compat._tf.slim import dense_to_sparse_tensor
from tf_spec_compat.columns.column import named_as_in_contrib
from tf_spec_compat.columns.id_column import IdColumn
from tf_spec_compat.model.types import Tensor, TensorLike

__all__ = [
    "SparseColumn",
    "SparseColumnHashed",
    "SparseColumnIntegerized",
    "SparseColumnKeys",
    "SparseColumnVocabulary",
    "SparseIdLookupConfig",
]


@named_as_in_contrib
class SparseIdLookupConfig(
    collections.namedtuple(
        "_SparseIdLookupConfig",
        ["vocabulary_file", "keys", "num_oov_buckets", "vocab_size", "default_value"],
    )
):
    """How a column finds the ids of its values: in a file, or among keys."""

    def __new__(
        cls,
        vocabulary_file: str | None = None,
        keys: Sequence[Tensor] | None = None,
        num_oov_buckets: int = 0,
        vocab_size: int | None = None,
        default_value: int = -1,
    ) -> SparseIdLookupConfig:
        return super().__new__(
            cls, vocabulary_file, keys, num_oov_buckets, vocab_size, default_value
        )


class SparseColumn(
    IdColumn,
    collections.namedtuple(
        "_SparseColumn",
        ["column_name", "is_integerized", "bucket_size", "lookup_config", "combiner", "dtype"],
    ),
):
    """A feature of ids."""

    _kind = "SparseColumn"

    def __new__(
        cls,
        column_name: Any,
        is_integerized: bool = False,
        bucket_size: Any = None,
        lookup_config: SparseIdLookupConfig | None = None,
        combiner: str = "sum",
        dtype: Any = tf.string,
    ) -> SparseColumn:
        where = f"column_name: {column_name}"
        if is_integerized and bucket_size is None:
            raise ValueError(
                f"bucket_size must be set if is_integerized is True. {where}; pass how many ids "
                "there are."
            )
        if is_integerized and not dtype.is_integer:
            raise ValueError(
                f"dtype must be an integer if is_integerized is True. dtype: {dtype}, {where}; "
                "pass tf.int64, for example."
            )
        if dtype != tf.string and not dtype.is_integer:
            raise ValueError(
                f"dtype must be string or integer. dtype: {dtype}, {where}; pass tf.string or "
                "tf.int64, for example."
            )
        if bucket_size is None and lookup_config is None:
            raise ValueError(
                f"one of bucket_size or lookup_config must be set. {where}; got neither."
            )
        if bucket_size is not None and lookup_config:
            raise ValueError(
                f"one and only one of bucket_size or lookup_config must be set. {where}; got "
                f"{bucket_size!r} and {lookup_config!r}."
            )
        if bucket_size is not None and bucket_size < 1:
            raise ValueError(f"bucket_size must be at least 1. bucket_size: {bucket_size}, {where}")
        return super().__new__(
            cls, column_name, is_integerized, bucket_size, lookup_config, combiner, dtype
        )

    @property
    def name(self) -> Any:
        return self.column_name

    @property
    def length(self) -> Any:
        if self.lookup_config is not None:
            return self.lookup_config.vocab_size + self.lookup_config.num_oov_buckets
        return self.bucket_size

    @property
    def config(self) -> dict[Any, Any]:
        return {self.column_name: tf.io.VarLenFeature(self.dtype)}

    def is_compatible(self, other_column: Any) -> bool:
        """Returns whether the other column gives the same values the same ids."""
        return (
            isinstance(other_column, SparseColumn)
            and self.is_integerized == other_column.is_integerized
            and self.bucket_size == other_column.bucket_size
            and self.lookup_config == other_column.lookup_config
            and self.dtype == other_column.dtype
        )

    @abc.abstractmethod
    def _do_transform(self, input_tensor: Tensor) -> Tensor:
        """Returns the ids, a `tf.SparseTensor`, of the values of another one."""

    def _get_input_sparse_tensor(self, input_tensor: Tensor) -> Tensor:
        if isinstance(input_tensor, tf.SparseTensor):
            return input_tensor
        if input_tensor.shape.rank == 1:
            input_tensor = tf.expand_dims(input_tensor, -1, name="expand_dims")
        nothing = "" if input_tensor.dtype == tf.string else -1
        return dense_to_sparse_tensor(input_tensor, ignore_value=nothing)

    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Tensor]) -> None:
        values = self._get_input_sparse_tensor(columns_to_tensors[self.name])
        columns_to_tensors[self] = self._do_transform(values)

    # What `tf.feature_column` calls.

    def _transform_feature(self, inputs: Any) -> Tensor:
        return self._do_transform(self._get_input_sparse_tensor(inputs.get(self.name)))


def _with_values(sparse: Tensor, values: TensorLike) -> Tensor:
    return tf.SparseTensor(sparse.indices, values, sparse.dense_shape)


class SparseColumnIntegerized(SparseColumn):
    """Values that are ids, modulo their number."""

    def _do_transform(self, input_tensor: Tensor) -> Tensor:
        ids = tf.math.floormod(input_tensor.values, self.bucket_size, name="mod")
        return _with_values(input_tensor, ids)


class SparseColumnHashed(SparseColumn):
    """Values whose hashes are ids: one for each value, or one for each of several keys."""

    def __new__(
        cls,
        column_name: Any,
        is_integerized: bool = False,
        bucket_size: Any = None,
        lookup_config: SparseIdLookupConfig | None = None,
        combiner: str = "sum",
        dtype: Any = tf.string,
        hash_keys: Any = None,
    ) -> SparseColumnHashed:
        if hash_keys is not None:
            if not isinstance(hash_keys, list) or not hash_keys:
                raise ValueError(
                    f"hash_keys must be a non-empty list. Got {hash_keys!r} for column "
                    f"{column_name!r}."
                )
            if not all(isinstance(key, list) and len(key) == 2 for key in hash_keys):
                raise ValueError(
                    f"Each element of hash_keys must be a pair of integers. Got {hash_keys!r} for "
                    f"column {column_name!r}; pass a list of lists of two."
                )
        column = super().__new__(
            cls, column_name, is_integerized, bucket_size, lookup_config, combiner, dtype
        )
        column.hash_keys = hash_keys
        return column

    def _do_transform(self, input_tensor: Tensor) -> Tensor:
        values = input_tensor.values
        if self.dtype.is_integer:
            values = tf.strings.as_string(values)
        if not self.hash_keys:
            ids = tf.strings.to_hash_bucket_fast(values, self.bucket_size, name="lookup")
            return _with_values(input_tensor, ids)
        hashed = [
            _with_values(
                input_tensor, tf.strings.to_hash_bucket_strong(values, self.bucket_size, key)
            )
            for key in self.hash_keys
        ]
        return tf.sparse.concat(axis=1, sp_inputs=hashed, name="lookup")


class SparseColumnKeys(SparseColumn):
    """Values whose places in a list are ids."""

    def _do_transform(self, input_tensor: Tensor) -> Tensor:
        table = index_table_from_tensor(
            vocabulary_list=tuple(self.lookup_config.keys),
            default_value=self.lookup_config.default_value,
            dtype=self.dtype,
            name="lookup",
        )
        return table.lookup(input_tensor)


class SparseColumnVocabulary(SparseColumn):
    """Values whose lines in a file are ids."""

    def _do_transform(self, st: Any) -> Tensor:
        if self.dtype.is_integer:
            st = _with_values(st, tf.strings.as_string(st.values))
        table = index_table_from_file(
            vocabulary_file=self.lookup_config.vocabulary_file,
            num_oov_buckets=self.lookup_config.num_oov_buckets,
            vocab_size=self.lookup_config.vocab_size,
            default_value=self.lookup_config.default_value,
            name=f"{self.name}_lookup",
        )
        return table.lookup(st)
