# Written by tools/stubs.py; change the tables instead.

from tf_spec_compat._tf.private import DenseHashTable as MutableDenseHashTable
from tf_spec_compat._tf.private import FastHashSpec as FastHashSpec
from tf_spec_compat._tf.private import HasherSpec as HasherSpec
from tf_spec_compat._tf.private import IdTableWithHashBuckets as IdTableWithHashBuckets
from tf_spec_compat._tf.private import InitializableLookupTableBase as InitializableLookupTableBase
from tf_spec_compat._tf.private import KeyValueTensorInitializer as KeyValueTensorInitializer
from tf_spec_compat._tf.private import LookupInterface as LookupInterface
from tf_spec_compat._tf.private import MutableHashTable as MutableHashTable
from tf_spec_compat._tf.private import StrongHashSpec as StrongHashSpec
from tf_spec_compat._tf.private import TableInitializerBase as TableInitializerBase
from tf_spec_compat._tf.private import TextFileIdTableInitializer as TextFileIdTableInitializer
from tf_spec_compat._tf.private import TextFileIndex as TextFileIndex
from tf_spec_compat._tf.private import TextFileInitializer as TextFileInitializer
from tf_spec_compat._tf.private import (
    TextFileStringTableInitializer as TextFileStringTableInitializer,
)
from tf_spec_compat._tf.private import index_table_from_file as index_table_from_file
from tf_spec_compat._tf.private import (
    index_to_string_table_from_file as index_to_string_table_from_file,
)
from tf_spec_compat.contrib.lookup import lookup_ops as lookup_ops
from tf_spec_compat.extras.lookup import HashTable as HashTable
from tf_spec_compat.extras.lookup import index_table_from_tensor as index_table_from_tensor
from tf_spec_compat.extras.lookup import index_to_string as index_to_string
from tf_spec_compat.extras.lookup import (
    index_to_string_table_from_tensor as index_to_string_table_from_tensor,
)
from tf_spec_compat.extras.lookup import string_to_index as string_to_index
from tf_spec_compat.extras.lookup import (
    string_to_index_table_from_file as string_to_index_table_from_file,
)
from tf_spec_compat.extras.lookup import (
    string_to_index_table_from_tensor as string_to_index_table_from_tensor,
)

__all__ = [
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
    "lookup_ops",
    "string_to_index",
    "string_to_index_table_from_file",
    "string_to_index_table_from_tensor",
]
