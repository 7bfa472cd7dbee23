"""Columns of combinations of other columns' values."""

from __future__ import annotations

import collections
from collections.abc import Iterable
from typing import Any

from tf_spec_compat.columns.bucketized import BucketizedColumn
from tf_spec_compat.columns.column import LazyBuilderByColumnsToTensor
from tf_spec_compat.columns.embedding import check_checkpoint
from tf_spec_compat.columns.id_column import IdColumn
from tf_spec_compat.columns.sparse import SparseColumn
from tf_spec_compat.columns.sparse_feature_cross import sparse_feature_cross
from tf_spec_compat.model.types import Tensor

__all__ = ["CrossedColumn", "crossed_column"]


class CrossedColumn(
    IdColumn,
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

    _kind = "CrossedColumn"
    _dense_columns = "embedding_column"

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
        return self.hash_bucket_size

    @property
    def config(self) -> dict[Any, Any]:
        config: dict[Any, Any] = {}
        for column in self.columns:
            config.update(column.config)
        return config

    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Tensor]) -> None:
        columns_to_tensors[self] = self._transform_feature(
            LazyBuilderByColumnsToTensor(columns_to_tensors)
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

    # What `tf.feature_column` calls.

    def _transform_feature(self, inputs: Any) -> Tensor:
        features = []
        for column in self._leaves():
            if isinstance(column, BucketizedColumn):
                features.append(column.to_sparse_tensor(inputs.get(column)))
            else:
                # The values as they come, dense or sparse, and with what counts as nothing.
                features.append(inputs.get(column.name))
        return sparse_feature_cross(
            features,
            hashed_output=True,
            num_buckets=int(self.hash_bucket_size),
            hash_key=self.hash_key,
            name="cross",
        )


def crossed_column(
    columns: Iterable[Any],
    hash_bucket_size: int,
    combiner: str = "sum",
    ckpt_to_load_from: str | None = None,
    tensor_name_in_ckpt: str | None = None,
    hash_key: int | None = None,
) -> CrossedColumn:
    """Returns a column of the hashed combinations of columns.

    Behaviour: TF 1.15.5.

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

    Example:
      >>> job = layers.sparse_column_with_hash_bucket("job", hash_bucket_size=100)
      >>> town = layers.sparse_column_with_keys("town", keys=["Bern", "Ulm"])
      >>> layers.crossed_column([town, job], hash_bucket_size=1000).name
      'job_X_town'
    """
    return CrossedColumn(
        columns,
        hash_bucket_size,
        hash_key,
        combiner=combiner,
        ckpt_to_load_from=ckpt_to_load_from,
        tensor_name_in_ckpt=tensor_name_in_ckpt,
    )
