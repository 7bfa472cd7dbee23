"""Columns of combinations of other columns' values."""

from __future__ import annotations

import collections
from collections.abc import Iterable
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat._tf.private import CategoricalColumn
from tf_spec_compat.columns import sparse_feature_cross_op
from tf_spec_compat.columns.bucketized import BucketizedColumn
from tf_spec_compat.columns.column import FeatureColumn, LazyBuilderByColumnsToTensor
from tf_spec_compat.columns.embedding import check_checkpoint
from tf_spec_compat.columns.lookup import LinearEmbeddingLookupArguments
from tf_spec_compat.columns.sparse import SparseColumn

__all__ = ["CrossedColumn"]


class CrossedColumn(
    FeatureColumn,
    CategoricalColumn,
    collections.namedtuple(
        "_CrossedColumn",
        [
            "columns",
            "hash_bucket_size",
            "hash_key",
            "combiner",
            "ckpt_to_load_from",
            "tensor_name_in_ckpt",
        ],
    ),
):
    """The hashed combinations of the values of columns, which are kept in the order of names."""

    def __new__(
        cls,
        columns: Iterable[Any],
        hash_bucket_size: int,
        hash_key: int | None,
        combiner: str = "sum",
        ckpt_to_load_from: str | None = None,
        tensor_name_in_ckpt: str | None = None,
    ) -> CrossedColumn:
        for column in columns:
            CrossedColumn._assert_is_crossable(column)
        columns = list(columns)
        if len(columns) < 2:
            raise ValueError(f"columns must contain at least 2 elements. columns: {columns}")
        if hash_bucket_size < 2:
            raise ValueError(
                f"hash_bucket_size must be at least 2. hash_bucket_size: {hash_bucket_size}"
            )
        check_checkpoint(ckpt_to_load_from, tensor_name_in_ckpt)
        return super().__new__(
            cls,
            tuple(sorted(columns, key=lambda column: column.name)),
            hash_bucket_size,
            hash_key,
            combiner,
            ckpt_to_load_from,
            tensor_name_in_ckpt,
        )

    @staticmethod
    def _assert_is_crossable(column: Any) -> None:
        if not isinstance(column, (SparseColumn, CrossedColumn, BucketizedColumn)):
            raise TypeError(
                "columns must be a set of _SparseColumn, _CrossedColumn, or _BucketizedColumn "
                f"instances. (column {column} is a {type(column).__name__})"
            )

    @property
    def name(self) -> Any:
        return "_X_".join(sorted(column.name for column in self.columns))

    @property
    def length(self) -> int:
        """How many ids there are."""
        return self.hash_bucket_size

    @property
    def config(self) -> dict[Any, Any]:
        config: dict[Any, Any] = {}
        for column in self.columns:
            config.update(column.config)
        return config

    @property
    def key(self) -> str:
        return str(self)

    def id_tensor(self, input_tensor: Any) -> Any:
        """Returns the ids of a transformed feature."""
        return input_tensor

    def weight_tensor(self, input_tensor: Any) -> Any:
        """Returns the weights of a transformed feature: it has none."""
        return None

    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Any]) -> None:
        columns_to_tensors[self] = self._transform_feature(
            LazyBuilderByColumnsToTensor(columns_to_tensors)
        )

    def _to_dnn_input_layer(
        self,
        input_tensor: Any,
        weight_collections: Any = None,
        trainable: bool = True,
        output_rank: int = 2,
    ) -> Any:
        raise ValueError(
            f"CrossedColumn is not supported in DNN. Please use embedding_column. column: {self}"
        )

    def _wide_embedding_lookup_arguments(self, input_tensor: Any) -> Any:
        return LinearEmbeddingLookupArguments(
            input_tensor=input_tensor,
            weight_tensor=None,
            vocab_size=self.length,
            initializer=tf1.zeros_initializer(),
            combiner=self.combiner,
        )

    def _checkpoint_path(self) -> tuple[str, str] | None:
        if self.ckpt_to_load_from is None or self.tensor_name_in_ckpt is None:
            return None
        return self.ckpt_to_load_from, self.tensor_name_in_ckpt

    def _leaves(self) -> list[Any]:
        """The columns that are crossed, with crosses among them taken apart."""
        leaves: list[Any] = []
        for column in self.columns:
            leaves += column._leaves() if isinstance(column, CrossedColumn) else [column]
        return leaves

    # From here on it is what TensorFlow asks of its own columns.

    @property
    def _parse_example_spec(self) -> dict[Any, Any]:
        return self.config

    @property
    def _num_buckets(self) -> int:
        return self.length

    def _transform_feature(self, inputs: Any) -> Any:
        features = []
        for column in self._leaves():
            if isinstance(column, BucketizedColumn):
                features.append(column.to_sparse_tensor(inputs.get(column)))
            else:
                # The values as they come, dense or sparse, and with what counts as nothing.
                features.append(inputs.get(column.name))
        return sparse_feature_cross_op.sparse_feature_cross(
            features,
            hashed_output=True,
            num_buckets=int(self.hash_bucket_size),
            hash_key=self.hash_key,
            name="cross",
        )

    def _get_sparse_tensors(
        self, inputs: Any, weight_collections: Any = None, trainable: Any = None
    ) -> Any:
        return CategoricalColumn.IdWeightPair(inputs.get(self), None)
