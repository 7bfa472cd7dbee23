"""`tensorflow.contrib.layers.sparse_feature_cross`: combinations of features as one feature."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.columns.cross_hash import cross_by_mixing
from tf_spec_compat.model.types import Tensor

__all__ = ["SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY", "sparse_feature_cross"]

# What stands for the hash key where none can matter: contrib's own value.
SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY = 956888297470


def sparse_feature_cross(
    inputs: Sequence[Tensor],
    hashed_output: bool = False,
    num_buckets: int = 0,
    name: str | None = None,
    hash_key: int | None = None,
) -> Tensor:
    """Returns the combinations of the values that features have in the same row.

    Behaviour: TF 1.15.5.

    Args:
      inputs: A list of `tf.SparseTensor` or dense tensors of integers or strings, all with shape
        `[batch_size, any]`.
      hashed_output: Whether to hash the combinations. Otherwise they are strings joined by `_X_`.
      num_buckets: If hashed: modulo which number; 0 is for the greatest `tf.int64`.
      name: Of the operation.
      hash_key: If hashed: a key for the fingerprints. None takes contrib's first hash function,
        which TensorFlow 2 has no kernel for: it is built of elementary operations here, with the
        same values.

    Returns:
      A `tf.SparseTensor` of `tf.int64` or `tf.string`, with shape
      `[batch_size, most combinations in a row]`. A row with nothing in one of the features has
      none.

    Raises:
      TypeError: If `inputs` is no list, or there is something else in it than tensors.
      ValueError: If a dense tensor is of another rank. Contrib told so when the model ran.

    Example:
      >>> towns, jobs = tf.constant([["Ulm"]]), tf.constant([["baker", "clerk"]])
      >>> crossed = sparse_feature_cross([towns, jobs])
      >>> with tf.Session():
      ...     print(crossed.values.eval())
      [b'Ulm_X_baker' b'Ulm_X_clerk']
    """
    if not isinstance(inputs, list):
        raise TypeError(f"Inputs must be a list, got {inputs!r}; pass the tensors in a list.")
    if not all(isinstance(item, (tf.SparseTensor, tf.Tensor)) for item in inputs):
        raise TypeError(
            f"All inputs must be SparseTensors or Tensors, got {inputs!r}; convert the others."
        )
    convert = _of_integers if hashed_output else _of_strings
    converted = [convert(item) for item in inputs]
    if hashed_output and hash_key is None and inputs:
        return _mixed(converted, num_buckets, name)
    sparse = [item for item in converted if isinstance(item, tf.SparseTensor)]
    indices, values, shape = tf.raw_ops.SparseCross(
        indices=[item.indices for item in sparse],
        values=[item.values for item in sparse],
        shapes=[item.dense_shape for item in sparse],
        dense_inputs=[item for item in converted if not isinstance(item, tf.SparseTensor)],
        hashed_output=hashed_output,
        num_buckets=num_buckets,
        hash_key=SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY if hash_key is None else hash_key,
        out_type=tf.int64 if hashed_output else tf.string,
        internal_type=tf.int64 if hashed_output else tf.string,
        name=name,
    )
    return tf.SparseTensor(indices, values, shape)


def _of_integers(item: Any) -> Any:
    return item if item.dtype == tf.string else tf.cast(item, tf.int64)


def _of_strings(item: Any) -> Any:
    if item.dtype == tf.string:
        return item
    item = tf.cast(item, tf.int64)
    if isinstance(item, tf.SparseTensor):
        return tf.SparseTensor(item.indices, tf.strings.as_string(item.values), item.dense_shape)
    return tf.strings.as_string(item)


def _mixed(inputs: list[Tensor], num_buckets: int, name: str | None) -> Any:
    # The kernels take the sparse features first, and the dense ones after them.
    rows: Any = None
    pairs = []
    for item in sorted(inputs, key=lambda item: not isinstance(item, tf.SparseTensor)):
        if isinstance(item, tf.SparseTensor):
            rows = item.dense_shape[0] if rows is None else rows
            pairs.append((item.values, item.indices[:, 0]))
        else:
            if item.shape.rank not in (2, None):
                raise ValueError(
                    f"A dense feature must be 2D to be crossed; got {item}; expand its dimensions."
                )
            size = tf.shape(item, out_type=tf.int64)
            rows = size[0] if rows is None else rows
            pairs.append((tf.reshape(item, [-1]), tf.repeat(tf.range(size[0]), size[1])))
    return cross_by_mixing(pairs, rows, num_buckets, name)
