"""What columns of ids have in common: hashed values, those of a vocabulary, combinations."""

from __future__ import annotations

import abc
from collections.abc import Iterable
from typing import Any, ClassVar

from tf_spec_compat._tf import tf1
from tf_spec_compat._tf.private import CategoricalColumn
from tf_spec_compat.columns.column import FeatureColumn
from tf_spec_compat.columns.lookup_arguments import LinearEmbeddingLookupArguments
from tf_spec_compat.model.types import Tensor

__all__ = ["IdColumn"]


class IdColumn(FeatureColumn, CategoricalColumn):
    """A column of ids, for contrib's functions and for those of `tf.feature_column`."""

    combiner: Any
    _kind: ClassVar[str]  # as contrib's message calls it
    _dense_columns: ClassVar[str] = "embedding_column or one_hot_column"

    @property
    @abc.abstractmethod
    def length(self) -> Any:
        """How many ids there are, and so how many rows the weights have."""

    @property
    def key(self) -> str:
        return str(self)

    def id_tensor(self, input_tensor: Tensor) -> Tensor:
        """Returns the ids of a transformed feature."""
        return input_tensor

    def weight_tensor(self, input_tensor: Tensor) -> Tensor:
        """Returns the weights of a transformed feature, or None."""
        return None

    def _to_dnn_input_layer(
        self,
        input_tensor: Tensor,
        weight_collections: Iterable[str] | None = None,
        trainable: bool = True,
        output_rank: int = 2,
    ) -> Tensor:
        raise ValueError(
            f"{self._kind} is not supported in DNN. Please use {self._dense_columns}. "
            f"column: {self}"
        )

    def _wide_embedding_lookup_arguments(self, input_tensor: Tensor) -> Tensor:
        return LinearEmbeddingLookupArguments(
            input_tensor=self.id_tensor(input_tensor),
            weight_tensor=self.weight_tensor(input_tensor),
            vocab_size=self.length,
            initializer=tf1.zeros_initializer(),
            combiner=self._combiner(),
        )

    def _combiner(self) -> Any:
        return self.combiner

    # What `tf.feature_column` calls.

    @property
    def _parse_example_spec(self) -> dict[Any, Any]:
        return self.config

    @property
    def _num_buckets(self) -> Any:
        return self.length

    def _get_sparse_tensors(
        self, inputs: Any, weight_collections: Iterable[str] | None = None, trainable: Any = None
    ) -> Any:
        tensor = inputs.get(self)
        return CategoricalColumn.IdWeightPair(self.id_tensor(tensor), self.weight_tensor(tensor))
