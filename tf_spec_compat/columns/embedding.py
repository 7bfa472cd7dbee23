"""Columns whose ids stand for vectors that are learned."""

from __future__ import annotations

import collections
import math
from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.private import DenseColumn
from tf_spec_compat.columns.column import FeatureColumn
from tf_spec_compat.columns.lookup_arguments import (
    DeepEmbeddingLookupArguments,
    embeddings_from_arguments,
)

__all__ = ["EmbeddingColumn", "ScatteredEmbeddingColumn", "check_checkpoint"]


def check_checkpoint(checkpoint: str | None, tensor_name: str | None) -> None:
    """Raises ValueError unless both of the arguments are given, or none."""
    if (checkpoint is None) != (tensor_name is None):
        raise ValueError(
            "Must specify both `ckpt_to_load_from` and `tensor_name_in_ckpt` or none of them. Got "
            f"{checkpoint!r} and {tensor_name!r}."
        )


# What both columns share: functions, as their base classes are those that contrib's have.


def _initialized(column: Any, stddev: Callable[[], float], title: str) -> Any:
    """Returns the column with an initializer: the default one, if it has none.

    Raises:
      ValueError: If its own cannot be called.
    """
    if column.initializer is None:
        default = tf1.truncated_normal_initializer(mean=0.0, stddev=stddev())
        return column._replace(initializer=default)
    if not callable(column.initializer):
        raise ValueError(
            f"initializer must be callable if specified. {title.format(column)}; got "
            f"{column.initializer!r}."
        )
    return column


def _lookup_arguments(column: Any, **given: Any) -> Any:
    same = {name: getattr(column, name) for name in ("initializer", "combiner", "dimension")}
    rest = dict.fromkeys(("weight_tensor", "shared_embedding_name", "hash_key", "max_norm"))
    return DeepEmbeddingLookupArguments(**{**rest, "trainable": True, **same, **given})


def _key(column: Any) -> str:
    return str(column._key_without_properties(["initializer"]))


def _vector_shape(column: Any) -> Any:
    return tf.TensorShape([column.dimension])


def _dense_tensor(
    column: Any, inputs: Any, weight_collections: Any = None, trainable: Any = None
) -> Any:
    arguments = column._deep_embedding_lookup_arguments(inputs.get(column))
    return embeddings_from_arguments(
        column, arguments, weight_collections=weight_collections, trainable=trainable
    )


class EmbeddingColumn(
    FeatureColumn,
    DenseColumn,
    collections.namedtuple(
        "_EmbeddingColumn",
        [
            "sparse_id_column",
            "dimension",
            "combiner",
            "initializer",
            "ckpt_to_load_from",
            "tensor_name_in_ckpt",
            "shared_embedding_name",
            "shared_vocab_size",
            "max_norm",
            "trainable",
        ],
    ),
):
    """The combined vectors of the ids of a column."""

    def __new__(
        cls,
        sparse_id_column: Any,
        dimension: Any,
        combiner: str = "mean",
        initializer: Callable[..., Any] | None = None,
        ckpt_to_load_from: str | None = None,
        tensor_name_in_ckpt: str | None = None,
        shared_embedding_name: str | None = None,
        shared_vocab_size: int | None = None,
        max_norm: float | None = None,
        trainable: bool = True,
    ) -> EmbeddingColumn:
        column = super().__new__(
            cls,
            sparse_id_column,
            dimension,
            combiner,
            initializer,
            ckpt_to_load_from,
            tensor_name_in_ckpt,
            shared_embedding_name,
            shared_vocab_size,
            max_norm,
            trainable,
        )
        column = _initialized(
            column,
            lambda: 1 / math.sqrt(sparse_id_column.length),
            "Embedding of column_name: {0.sparse_id_column.name}",
        )
        check_checkpoint(ckpt_to_load_from, tensor_name_in_ckpt)
        return column

    key = property(_key)

    @property
    def name(self) -> Any:
        kind = "embedding" if self.shared_embedding_name is None else "shared_embedding"
        return f"{self.sparse_id_column.name}_{kind}"

    @property
    def length(self) -> Any:
        """How many vectors there are: one for each id."""
        if self.shared_vocab_size is None:
            return self.sparse_id_column.length
        return self.shared_vocab_size

    @property
    def config(self) -> dict[Any, Any]:
        return self.sparse_id_column.config

    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Any]) -> None:
        if self.sparse_id_column not in columns_to_tensors:
            self.sparse_id_column.insert_transformed_feature(columns_to_tensors)
        columns_to_tensors[self] = columns_to_tensors[self.sparse_id_column]

    def _deep_embedding_lookup_arguments(self, input_tensor: Any) -> Any:
        return _lookup_arguments(
            self,
            input_tensor=self.sparse_id_column.id_tensor(input_tensor),
            weight_tensor=self.sparse_id_column.weight_tensor(input_tensor),
            vocab_size=self.length,
            shared_embedding_name=self.shared_embedding_name,
            max_norm=self.max_norm,
            trainable=self.trainable,
        )

    def _wide_embedding_lookup_arguments(self, input_tensor: Any) -> Any:
        raise ValueError(
            f"Column {self} is not supported in linear models. Please use sparse_column."
        )

    def _checkpoint_path(self) -> tuple[str, str] | None:
        if self.ckpt_to_load_from is None or self.tensor_name_in_ckpt is None:
            return None
        return self.ckpt_to_load_from, self.tensor_name_in_ckpt

    # What `tf.feature_column` calls.

    _variable_shape = property(_vector_shape)
    _parse_example_spec = property(lambda self: self.config)
    _get_dense_tensor = _dense_tensor

    def _transform_feature(self, inputs: Any) -> Any:
        return inputs.get(self.sparse_id_column)


class ScatteredEmbeddingColumn(
    FeatureColumn,
    DenseColumn,
    collections.namedtuple(
        "_ScatteredEmbeddingColumn",
        ["column_name", "size", "dimension", "hash_key", "combiner", "initializer"],
    ),
):
    """The combined vectors of values, each number of which is found by a hash of its own."""

    def __new__(
        cls,
        column_name: Any,
        size: int,
        dimension: int,
        hash_key: int | None,
        combiner: str = "sqrtn",
        initializer: Callable[..., Any] | None = None,
    ) -> ScatteredEmbeddingColumn:
        column = super().__new__(cls, column_name, size, dimension, hash_key, combiner, initializer)
        return _initialized(column, lambda: 0.1, "column_name: {0.column_name}")

    key = property(_key)

    @property
    def name(self) -> Any:
        return f"{self.column_name}_scattered_embedding"

    @property
    def config(self) -> dict[Any, Any]:
        return {self.column_name: tf.io.VarLenFeature(tf.string)}

    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Any]) -> None:
        columns_to_tensors[self] = columns_to_tensors[self.column_name]

    def _deep_embedding_lookup_arguments(self, input_tensor: Any) -> Any:
        return _lookup_arguments(
            self, input_tensor=input_tensor, vocab_size=self.size, hash_key=self.hash_key
        )

    # What `tf.feature_column` calls.

    _variable_shape = property(_vector_shape)
    _parse_example_spec = property(lambda self: self.config)
    _get_dense_tensor = _dense_tensor

    def _transform_feature(self, inputs: Any) -> Any:
        return inputs.get(self.column_name)
