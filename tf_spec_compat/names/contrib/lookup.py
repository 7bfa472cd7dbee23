"""`tensorflow.contrib.lookup`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

_PRIVATE = (
    "FastHashSpec HasherSpec IdTableWithHashBuckets InitializableLookupTableBase "
    "KeyValueTensorInitializer LookupInterface MutableDenseHashTable=DenseHashTable "
    "MutableHashTable StrongHashSpec TableInitializerBase TextFileIdTableInitializer "
    "TextFileIndex TextFileInitializer TextFileStringTableInitializer index_table_from_file "
    "index_to_string_table_from_file"
)
_LOOKUP = (
    "HashTable index_table_from_tensor index_to_string index_to_string_table_from_tensor "
    "string_to_index string_to_index_table_from_file string_to_index_table_from_tensor"
)

TABLE = Table(
    hint="tf.lookup has its tables",
    modules={
        "": {
            "_tf.private": _PRIVATE,
            "extras.lookup": _LOOKUP,
            "contrib": "lookup_ops",
        },
        "lookup_ops": {
            "_tf.private": _PRIVATE,
            "extras.lookup": _LOOKUP,
        },
    },
)
