"""`tensorflow.contrib.layers.embedding_ops`: embeddings of ids that may be missing, or hashed."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.private import PartitionedVariable, tf_logging
from tf_spec_compat.columns.sparse_feature_cross import sparse_feature_cross
from tf_spec_compat.model.types import Tensor, TensorLike

__all__ = [
    "embedding_lookup_sparse_with_distributed_aggregation",
    "embedding_lookup_unique",
    "safe_embedding_lookup_sparse",
    "scattered_embedding_lookup",
    "scattered_embedding_lookup_sparse",
]

# What stands in rows without values, for numbers and for strings: contrib's own, for its hash.
_NOTHING = (1288896567, "6ZxWzWOHxZ")


def safe_embedding_lookup_sparse(
    embedding_weights: TensorLike,
    sparse_ids: Tensor,
    sparse_weights: Tensor = None,
    combiner: str | None = None,
    default_id: int | None = None,
    name: str | None = None,
    partition_strategy: str = "div",
    max_norm: float | None = None,
) -> Tensor:
    """Returns the combined embeddings of each row's ids, by `tf.nn.safe_embedding_lookup_sparse`.

    Behaviour: TF 1.15.5.

    Args:
      embedding_weights: A variable or tensor of shape `[ids, dimension]`, a partitioned variable,
        or a list of its parts.
      sparse_ids: A `tf.SparseTensor` of integers with shape `[d0, ..., dn]`, n at least 1. Negative
        ids count as none.
      sparse_weights: A `tf.SparseTensor` of the same indices with a weight for each id. Ids whose
        weight is not positive count as none.
      combiner: "mean", which is also what None stands for, "sum" or "sqrtn".
      default_id: The id of rows without any. By default they are zeros.
      name: Of the operations.
      partition_strategy: How the ids are dealt out to the parts: "div" or "mod".
      max_norm: The greatest l2-norm that an embedding may have before they are combined.

    Returns:
      A tensor of shape `[d0, ..., dn-1, dimension]`.

    Raises:
      ValueError: If there are no embeddings, the combiner is unknown or parts are of different
        types.

    Example:
      >>> vectors = tf.constant([[0.0, 1.0], [4.0, 3.0]])
      >>> ids = tf.SparseTensor([[0, 0], [0, 1]], tf.constant([0, 1], tf.int64), [2, 2])
      >>> with tf.Session():
      ...     print(layers.safe_embedding_lookup_sparse(vectors, ids).eval())  # row 1 has no ids
      [[2. 2.]
       [0. 0.]]
    """
    if embedding_weights is None:
        raise ValueError(f"Missing embedding_weights {embedding_weights}; pass a variable.")
    if combiner is None:
        tf_logging.warn('The default value of combiner is "mean" here, and no longer "sum".')
        combiner = "mean"
    if isinstance(embedding_weights, (list, tuple)) and not embedding_weights:
        raise ValueError(f"Missing embedding_weights {embedding_weights}; pass a variable.")
    if isinstance(embedding_weights, (list, tuple)):
        dtypes = {part.dtype.base_dtype for part in embedding_weights}
        if len(dtypes) > 1:
            raise ValueError(
                "Parts of embedding_weights must be of the same type; got "
                f"{sorted(dtype.name for dtype in dtypes)}."
            )
    return tf1.nn.safe_embedding_lookup_sparse(
        embedding_weights,
        sparse_ids,
        sparse_weights=sparse_weights,
        combiner=combiner,
        default_id=default_id,
        name=name,
        partition_strategy=partition_strategy,
        max_norm=max_norm,
    )


def scattered_embedding_lookup(
    params: TensorLike,
    values: TensorLike,
    dimension: int,
    name: str | None = None,
    hash_key: int | None = None,
) -> Tensor:
    """Returns a vector for each value, each of whose numbers is found by a hash of its own.

    Behaviour: TF 1.15.5.

    Args:
      params: A vector of numbers, a partitioned one, or the list of its parts.
      values: Integers or strings, of any shape `[d0, ..., dn]`.
      dimension: How many numbers make a vector.
      name: Of the operations.
      hash_key: Which hashes; None stands for contrib's first hash function.

    Returns:
      A tensor of shape `[d0, ..., dn, dimension]`.

    Raises:
      ValueError: If `dimension` is None.

    Example:
      >>> found = scattered_embedding_lookup(tf.zeros([100]), tf.constant(["a", "b"]), dimension=3)
      >>> found.shape.as_list()
      [2, 3]
    """
    if dimension is None:
        raise ValueError("You must specify dimension; got None.")
    parts = _list_of(params)
    with tf1.name_scope(name, "scattered_embedding_lookup", [*parts, values]):
        values = tf.convert_to_tensor(values)
        rows = tf.reshape(values, [-1, 1])
        # The number of the place is part of what is hashed, so that each of them has its own.
        places = tf.tile(tf.expand_dims(tf.range(dimension), 0), tf.shape(rows))
        ids = sparse_feature_cross(
            [places, rows],
            hashed_output=True,
            num_buckets=sum(part.shape[0] for part in parts),
            hash_key=hash_key,
        )
        found = tf1.nn.embedding_lookup(parts, tf.sparse.to_dense(ids), partition_strategy="div")
        return tf.reshape(found, tf.concat([tf.shape(values), [dimension]], 0))


def scattered_embedding_lookup_sparse(
    params: TensorLike,
    sparse_values: Tensor,
    dimension: int,
    combiner: str | None = None,
    default_value: Any = None,
    name: str | None = None,
    hash_key: int | None = None,
) -> Tensor:
    """Returns the combined `scattered_embedding_lookup` of each row's values.

    Behaviour: TF 1.15.5.

    Args:
      params: A vector of numbers, a partitioned one, or the list of its parts.
      sparse_values: A `tf.SparseTensor` of integers or strings with shape `[batch_size, any]`.
      dimension: How many numbers make a vector.
      combiner: "mean", which is also what None stands for, "sum" or "sqrtn".
      default_value: What rows without any value have: by default an arbitrary one.
      name: Of the operations.
      hash_key: Which hashes; None stands for contrib's first hash function.

    Returns:
      A tensor of shape `[batch_size, dimension]`.

    Raises:
      TypeError: If `sparse_values` is no `tf.SparseTensor`.
      ValueError: If the combiner is unknown.

    Example:
      >>> words = tf.SparseTensor([[0, 0], [0, 1], [1, 0]], ["an", "apple", "pear"], [2, 2])
      >>> with tf.Session():
      ...     scattered_embedding_lookup_sparse(tf.zeros([100]), words, dimension=3).eval().shape
      (2, 3)
    """
    if combiner is None:
        tf_logging.warn('The default value of combiner is "mean" here, and no longer "sum".')
        combiner = "mean"
    parts = _list_of(params)
    if not isinstance(sparse_values, tf.SparseTensor):
        raise TypeError(f"sparse_values must be SparseTensor; got {sparse_values!r}.")
    with tf1.name_scope(
        name, "scattered_embedding_lookup_sparse", [*parts, sparse_values]
    ) as scope:
        if default_value is None:
            default_value = _NOTHING[sparse_values.dtype == tf.string]
        filled, _ = tf.sparse.fill_empty_rows(sparse_values, default_value)
        segments = tf.cast(filled.indices[:, 0], tf.int32)
        values, places = tf.unique(filled.values)
        embeddings = scattered_embedding_lookup(parts, values, dimension, hash_key=hash_key)
        if combiner == "sum":
            return tf.sparse.segment_sum(embeddings, places, segments, name=scope)
        if combiner == "mean":
            return tf.sparse.segment_mean(embeddings, places, segments, name=scope)
        if combiner == "sqrtn":
            return tf.sparse.segment_sqrt_n(embeddings, places, segments, name=scope)
        raise ValueError(f"Combiner must be one of 'mean', 'sqrtn' or 'sum'. Got {combiner!r}.")


def _list_of(params: TensorLike) -> list[Any]:
    """Returns the parts of embeddings, which may be partitioned already, or a tensor."""
    if isinstance(params, (list, tuple, PartitionedVariable)):
        return list(params)
    return [params]


def embedding_lookup_unique(
    params: TensorLike, ids: TensorLike, partition_strategy: str = "mod", name: str | None = None
) -> Tensor:
    """Returns the embeddings of ids, each of which is looked up once.

    Behaviour: TF 1.15.5.

    Args:
      params: A variable or tensor of shape `[ids, ...]`, a partitioned variable, or a list of its
        parts.
      ids: Integers, of any shape.
      partition_strategy: How the ids are dealt out to the parts: "div" or "mod".
      name: Of the operations.

    Returns:
      What `tf.nn.embedding_lookup` gives: a tensor of the shape of `ids` and of an embedding.

    Example:
      >>> vectors = tf.constant([[0.0, 1.0], [4.0, 3.0]])
      >>> with tf.Session():
      ...     print(layers.embedding_lookup_unique(vectors, [1, 1, 0]).eval())
      [[4. 3.]
       [4. 3.]
       [0. 1.]]
    """
    with tf1.name_scope(name, "EmbeddingLookupUnique", [params, ids]):
        ids = tf.convert_to_tensor(ids)
        unique, places = tf.unique(tf.reshape(ids, [-1]))
        unique_embeddings = tf1.nn.embedding_lookup(
            params, unique, partition_strategy=partition_strategy
        )
        embeddings = tf.gather(unique_embeddings, places)
        shape = tf.concat([tf.shape(ids), tf.shape(unique_embeddings)[1:]], 0)
        result = tf.reshape(embeddings, shape)
        result.set_shape(ids.shape.concatenate(unique_embeddings.shape[1:]))
        return result


def embedding_lookup_sparse_with_distributed_aggregation(
    params: TensorLike,
    sp_ids: Tensor,
    sp_weights: Tensor,
    partition_strategy: str = "mod",
    name: str | None = None,
    combiner: str | None = None,
    max_norm: float | None = None,
) -> Tensor:
    """Returns the combined embeddings of each row's ids, by `tf.nn.embedding_lookup_sparse`.

    Figures: TF 1.15.5.

    Contrib combined on the parameter servers what each of them has, and then the rest. The result
    is the same without that, and so it is for the devices of the parts' own gathers.

    Args:
      params: A variable or tensor of shape `[ids, ...]`, a partitioned variable, or a list of its
        parts.
      sp_ids: A `tf.SparseTensor` of integers with shape `[batch_size, any]`, each row of which has
        one at least.
      sp_weights: None, or a `tf.SparseTensor` of the same indices with a weight for each id.
      partition_strategy: How the ids are dealt out to the parts: "div" or "mod".
      name: Of the operations.
      combiner: "mean", which is also what None stands for, "sum" or "sqrtn".
      max_norm: The greatest l2-norm that an embedding may have before they are combined.

    Returns:
      A tensor of shape `[batch_size, ...]`.

    Raises:
      ValueError: If the combiner is unknown, or the ids and weights are of different shapes.
      TypeError: If the ids or weights are no `tf.SparseTensor`.

    Example:
      >>> vectors = tf.constant([[0.0, 1.0], [4.0, 3.0]])
      >>> ids = tf.SparseTensor([[0, 0], [0, 1]], tf.constant([0, 1], tf.int64), [1, 2])
      >>> with tf.Session():
      ...     print(embedding_lookup_sparse_with_distributed_aggregation(vectors, ids, None).eval())
      [[2. 2.]]
    """
    if combiner is None:
        tf_logging.warn('The default value of combiner is "mean" here, and no longer "sum".')
        combiner = "mean"
    combined = tf1.nn.embedding_lookup_sparse(
        params,
        sp_ids,
        sp_weights,
        partition_strategy=partition_strategy,
        name=name,
        combiner=combiner,
        max_norm=max_norm,
    )
    combined.set_shape([sp_ids.shape[0], *combined.shape[1:]])
    return combined
