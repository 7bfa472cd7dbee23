"""TensorFlow's lookup tables, those that are not public included."""

from __future__ import annotations

from typing import Any

from tensorflow.python.ops.lookup_ops import (
    DenseHashTable,
    FastHashSpec,
    HasherSpec,
    IdTableWithHashBuckets,
    InitializableLookupTableBase,
    KeyValueTensorInitializer,
    LookupInterface,
    MutableHashTable,
    StaticHashTableV1,
    StrongHashSpec,
    TableInitializerBase,
    TextFileIdTableInitializer,
    TextFileIndex,
    TextFileInitializer,
    TextFileStringTableInitializer,
    index_table_from_file,
    index_table_from_tensor,
    index_to_string_table_from_file,
    index_to_string_table_from_tensor,
)

__all__ = [
    "DenseHashTable",
    "FastHashSpec",
    "HashTable",
    "HasherSpec",
    "IdTableWithHashBuckets",
    "InitializableLookupTableBase",
    "KeyValueTensorInitializer",
    "LookupInterface",
    "MutableHashTable",
    "StrongHashSpec",
    "TableInitializerBase",
    "TextFileIdTableInitializer",
    "TextFileIndex",
    "TextFileInitializer",
    "TextFileStringTableInitializer",
    "index_table_from_file",
    "index_table_from_tensor",
    "index_to_string_table_from_file",
    "index_to_string_table_from_tensor",
]


class HashTable(StaticHashTableV1):
    """A table that an initializer fills once; sessions and graphs share it by `shared_name`."""

    def __init__(
        self,
        initializer: Any,
        default_value: Any,
        shared_name: str | None = None,
        name: str | None = None,
    ) -> None:
        """Makes the table; `tf.compat.v1.tables_initializer()` fills it.

        Args:
          initializer: A `TableInitializerBase`.
          default_value: The value of keys that are not in the table.
          shared_name: Tables of one shared name in one session are one.
          name: The op's name.
        """
        self._given_shared_name = shared_name
        super().__init__(initializer, default_value, name)

    def _create_resource(self) -> Any:
        if self._given_shared_name:
            self._shared_name = self._given_shared_name
        return super()._create_resource()

    @property
    def init(self) -> Any:
        """`initializer` under its older name."""
        return self.initializer
