"""`tensorflow.contrib.lookup`: tables of strings and integers."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        **dict.fromkeys(
            (
                "FastHashSpec",
                "HashTable",
                "HasherSpec",
                "IdTableWithHashBuckets",
                "InitializableLookupTableBase",
                "KeyValueTensorInitializer",
                "LookupInterface",
                "MutableDenseHashTable",
                "MutableHashTable",
                "StrongHashSpec",
                "TableInitializerBase",
                "TextFileIdTableInitializer",
                "TextFileIndex",
                "TextFileInitializer",
                "TextFileStringTableInitializer",
                "index_table_from_file",
                "index_table_from_tensor",
                "index_to_string",
                "index_to_string_table_from_file",
                "index_to_string_table_from_tensor",
                "string_to_index",
                "string_to_index_table_from_file",
                "string_to_index_table_from_tensor",
            ),
            ".lookup_ops",
        ),
        "lookup_ops": ".lookup_ops:",
    },
)
