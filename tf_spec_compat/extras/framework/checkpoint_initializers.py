"""`tensorflow.contrib.framework.python.ops.checkpoint_ops`: initial values from a checkpoint.

The vocabularies of the new model may differ from those of the checkpoint.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat._tf.private import load_and_remap_matrix_initializer

__all__ = ["load_linear_multiclass_bias_initializer", "load_variable_slot_initializer"]


def load_linear_multiclass_bias_initializer(
    ckpt_path: str,
    bias_tensor_name: str,
    new_class_vocab_size: int,
    old_class_vocab_file: str,
    new_class_vocab_file: str,
    num_class_oov_buckets: int = 0,
    initializer: Callable[..., Any] | None = None,
    max_rows_in_memory: int = -1,
) -> Callable[..., Any]:
    """Returns an initializer for a linear model's biases, one for each class.

    Args:
      ckpt_path: The checkpoint.
      bias_tensor_name: The old biases in it.
      new_class_vocab_size: How many classes there are.
      old_class_vocab_file: The classes of the checkpoint, one a line.
      new_class_vocab_file: The classes now.
      num_class_oov_buckets: How many biases follow for unknown classes.
      initializer: For classes that the checkpoint does not have; zeros without it.
      max_rows_in_memory: How many rows to read at once; all for -1.

    Returns:
      A function of `shape` (`[classes + oov buckets, 1]`), `dtype` and `partition_info`.
    """
    return load_and_remap_matrix_initializer(
        ckpt_path=ckpt_path,
        old_tensor_name=bias_tensor_name,
        new_row_vocab_size=new_class_vocab_size,
        new_col_vocab_size=1,
        old_row_vocab_file=old_class_vocab_file,
        new_row_vocab_file=new_class_vocab_file,
        num_row_oov_buckets=num_class_oov_buckets,
        initializer=initializer or tf1.zeros_initializer(),
        max_rows_in_memory=max_rows_in_memory,
    )


def load_variable_slot_initializer(
    ckpt_path: str,
    old_tensor_name: str,
    primary_partition_info: Any,
    new_row_vocab_size: int,
    new_col_vocab_size: int,
    old_row_vocab_file: str | None = None,
    new_row_vocab_file: str | None = None,
    old_col_vocab_file: str | None = None,
    new_col_vocab_file: str | None = None,
    num_row_oov_buckets: int = 0,
    num_col_oov_buckets: int = 0,
    initializer: Callable[..., Any] | None = None,
    max_rows_in_memory: int = -1,
) -> Callable[..., Any]:
    """Returns an initializer for an optimizer's slot, partitioned as its variable is.

    Args:
      ckpt_path: The checkpoint.
      old_tensor_name: The old slot in it.
      primary_partition_info: The partition of the variable that the slot belongs to.
      new_row_vocab_size: How many rows the whole slot has, out-of-vocabulary ones apart.
      new_col_vocab_size: How many columns.
      old_row_vocab_file: What the rows of the checkpoint stand for, one a line.
      new_row_vocab_file: What the rows stand for now.
      old_col_vocab_file: As for rows.
      new_col_vocab_file: As for rows.
      num_row_oov_buckets: How many rows follow for unknown terms.
      num_col_oov_buckets: How many columns.
      initializer: For what the checkpoint does not have; zeros without it.
      max_rows_in_memory: How many rows to read at once; all for -1.

    Returns:
      A function of `shape`, `dtype` and `partition_info`, which must be None.
    """
    initialize = load_and_remap_matrix_initializer(
        ckpt_path=ckpt_path,
        old_tensor_name=old_tensor_name,
        new_row_vocab_size=new_row_vocab_size,
        new_col_vocab_size=new_col_vocab_size,
        old_row_vocab_file=old_row_vocab_file,
        new_row_vocab_file=new_row_vocab_file,
        old_col_vocab_file=old_col_vocab_file,
        new_col_vocab_file=new_col_vocab_file,
        num_row_oov_buckets=num_row_oov_buckets,
        num_col_oov_buckets=num_col_oov_buckets,
        initializer=initializer,
        max_rows_in_memory=max_rows_in_memory,
    )

    def _initializer(shape: Any, dtype: Any = None, partition_info: Any = None) -> Any:
        if partition_info is not None:
            raise ValueError(
                f"partition_info of a slot must be None, got {partition_info!r}: the slot is "
                "partitioned as its variable, by primary_partition_info."
            )
        return initialize(shape, dtype, partition_info=primary_partition_info)

    return _initializer
