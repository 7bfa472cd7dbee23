"""`tensorflow.contrib.lookup`: TensorFlow's tables, with contrib's arguments."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import private, tf
from tf_spec_compat._tf.private import FastHashSpec, StaticHashTableV1, index_table_from_file
from tf_spec_compat.model.types import Tensor, TensorLike

__all__ = [
    "HashTable",
    "index_table_from_tensor",
    "index_to_string",
    "index_to_string_table_from_tensor",
    "string_to_index",
    "string_to_index_table_from_file",
    "string_to_index_table_from_tensor",
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


def index_table_from_tensor(
    mapping: TensorLike,
    num_oov_buckets: int = 0,
    default_value: int = -1,
    hasher_spec: Any = FastHashSpec,
    dtype: Any = tf.string,
    name: str | None = None,
) -> Any:
    """Returns a table from the words of a list to their positions in it.

    Args:
      mapping: A vector of words, or of integers.
      num_oov_buckets: How many ids above the last one words that are not in it share by their hash.
      default_value: The id of such words where there are no buckets.
      hasher_spec: The hash function: `FastHashSpec` or a `StrongHashSpec`.
      dtype: The words' dtype: string, int32 or int64.
      name: The name of the scope of the ops.

    Returns:
      A table from `dtype` to int64. `tf.compat.v1.tables_initializer()` fills it.

    Raises:
      ValueError: `mapping` is None, or `num_oov_buckets` negative.
      TypeError: `dtype` is another one.
    """
    if mapping is None:
        raise ValueError("mapping must be specified. It is a vector of the words, got None.")
    return private.index_table_from_tensor(
        mapping, num_oov_buckets, default_value, hasher_spec, dtype, name
    )


def string_to_index_table_from_tensor(
    mapping: TensorLike,
    num_oov_buckets: int = 0,
    default_value: int = -1,
    hasher_spec: Any = FastHashSpec,
    name: str | None = None,
) -> Any:
    """`index_table_from_tensor` for strings, under its older name."""
    return index_table_from_tensor(
        mapping, num_oov_buckets, default_value, hasher_spec, tf.string, name
    )


def string_to_index_table_from_file(
    vocabulary_file: Any = None,
    num_oov_buckets: int = 0,
    vocab_size: int | None = None,
    default_value: int = -1,
    hasher_spec: Any = FastHashSpec,
    name: str | None = None,
) -> Any:
    """`index_table_from_file` for strings, under its older name."""
    return index_table_from_file(
        vocabulary_file, num_oov_buckets, vocab_size, default_value, hasher_spec, name=name
    )


def index_to_string_table_from_tensor(
    mapping: TensorLike, default_value: str = "UNK", name: str | None = None
) -> Any:
    """Returns a table from positions in a list of words to the words.

    Args:
      mapping: A vector of strings.
      default_value: What positions outside it give.
      name: The name of the scope of the ops.

    Returns:
      A table from int64 to string. `tf.compat.v1.tables_initializer()` fills it.

    Raises:
      ValueError: `mapping` is None.
    """
    if mapping is None:
        raise ValueError("mapping must be specified. It is a vector of the words, got None.")
    return private.index_to_string_table_from_tensor(mapping, default_value, name)


def index_to_string(
    tensor: Tensor, mapping: TensorLike, default_value: str = "UNK", name: str | None = None
) -> Tensor:
    """Returns the words at the positions that an int64 tensor of any shape holds.

    Args:
      tensor: The positions.
      mapping: The words; also see `index_to_string_table_from_tensor` for the other arguments.
      default_value: What positions outside it give.
      name: The name of the scope of the table's ops.
    """
    return index_to_string_table_from_tensor(mapping, default_value, name).lookup(tensor)


def string_to_index(
    tensor: Tensor, mapping: TensorLike, default_value: int = -1, name: str | None = None
) -> Tensor:
    """Returns the positions, int64, of the words that a string tensor of any shape holds.

    Args:
      tensor: The words.
      mapping: All words in order; also see `index_table_from_tensor` for the other arguments.
      default_value: What other words give.
      name: The name of the scope of the table's ops.
    """
    table = index_table_from_tensor(mapping, default_value=default_value, name=name)
    return table.lookup(tensor)
