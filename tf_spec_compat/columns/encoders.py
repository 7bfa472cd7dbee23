"""`tensorflow.contrib.layers.python.layers.encoders`: from ids to dense vectors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat._tf.slim import dense_to_sparse_tensor, tf_slim
from tf_spec_compat.columns.embedding_ops import embedding_lookup_unique
from tf_spec_compat.model.types import Scope, Tensor, TensorLike

__all__ = ["bow_encoder", "embed_sequence"]


def bow_encoder(
    ids: TensorLike,
    vocab_size: int,
    embed_dim: int,
    sparse_lookup: bool = True,
    initializer: Callable[..., Any] | None = None,
    regularizer: Callable[[Any], Any] | None = None,
    trainable: bool = True,
    scope: Scope = None,
    reuse: bool | None = None,
) -> Tensor:
    """Gives the mean of the embeddings of each row's ids: a bag of words.

    Behaviour: TF 1.15.5.

    Args:
      ids: int32 or int64 ids, `[batch, length]`, a `Tensor` or a `SparseTensor`.
      vocab_size: Number of ids.
      embed_dim: Length of an embedding.
      sparse_lookup: Whether to leave out the id 0 of a dense `ids`, as padding.
      initializer: Of the variable `embeddings`.
      regularizer: Of the variable `embeddings`.
      trainable: Whether the variable is trained.
      scope: Variable scope, by default `bow_encoder`.
      reuse: Whether to take the scope's variable instead of a new one.

    Returns:
      A float `Tensor` `[batch, embed_dim]`.

    Raises:
      ValueError: If `vocab_size` or `embed_dim` is missing.
      TypeError: If `ids` are sparse and `sparse_lookup` is off.

    Example:
      >>> ids = tf.constant([[1, 2, 0], [3, 0, 0]])
      >>> layers.bow_encoder(ids, vocab_size=100, embed_dim=8).shape.as_list()
      [2, 8]
    """
    if not vocab_size or not embed_dim:
        raise ValueError(
            f"Must specify vocab size and embedding dimension. Got vocab_size={vocab_size} and "
            f"embed_dim={embed_dim}"
        )
    with tf1.variable_scope(scope, "bow_encoder", [ids], reuse=reuse):
        embeddings = tf_slim.model_variable(
            "embeddings",
            shape=[vocab_size, embed_dim],
            initializer=initializer,
            regularizer=regularizer,
            trainable=trainable,
        )
        if not sparse_lookup:
            if isinstance(ids, tf1.SparseTensor):
                raise TypeError(
                    f"ids are expected to be dense Tensor, got: {ids}; leave sparse_lookup on."
                )
            return tf1.reduce_mean(tf1.nn.embedding_lookup(embeddings, ids), axis=-2)
        if not isinstance(ids, tf1.SparseTensor):
            ids = dense_to_sparse_tensor(ids)
        # Rows without ids get the embedding of 0.
        return tf1.nn.safe_embedding_lookup_sparse(
            [embeddings], ids, combiner="mean", default_id=0, name="embedding_lookup"
        )


def embed_sequence(
    ids: TensorLike,
    vocab_size: int | None = None,
    embed_dim: int | None = None,
    unique: bool = False,
    initializer: Callable[..., Any] | None = None,
    regularizer: Callable[[Any], Any] | None = None,
    trainable: bool = True,
    scope: Scope = None,
    reuse: bool | None = None,
) -> Tensor:
    """Gives the embedding of each id.

    Behaviour: TF 1.15.5.

    Args:
      ids: int32 or int64 ids, `[batch, length]`.
      vocab_size: Number of ids; may be left out with `reuse`.
      embed_dim: Length of an embedding; may be left out with `reuse`.
      unique: Whether to look up each id of the batch once.
      initializer: Of the variable `embeddings`.
      regularizer: Of the variable `embeddings`.
      trainable: Whether the variable is trained.
      scope: Variable scope, by default `EmbedSequence`.
      reuse: Whether to take the scope's variable instead of a new one.

    Returns:
      A float `Tensor` `[batch, length, embed_dim]`.

    Raises:
      ValueError: If `vocab_size` or `embed_dim` is missing and `reuse` is off.

    Example:
      >>> ids = tf.constant([[1, 2, 0], [3, 0, 0]])
      >>> layers.embed_sequence(ids, vocab_size=100, embed_dim=8).shape.as_list()
      [2, 3, 8]
    """
    if not (reuse or (vocab_size and embed_dim)):
        raise ValueError(
            "Must specify vocab size and embedding dimension when not reusing. Got "
            f"vocab_size={vocab_size} and embed_dim={embed_dim}"
        )
    with tf1.variable_scope(scope, "EmbedSequence", [ids], reuse=reuse):
        known = vocab_size and embed_dim
        embeddings = tf_slim.model_variable(
            "embeddings",
            shape=[vocab_size, embed_dim] if known else None,
            initializer=initializer,
            regularizer=regularizer,
            trainable=trainable,
        )
        if unique:
            return embedding_lookup_unique(embeddings, ids)
        return tf1.nn.embedding_lookup(embeddings, ids)
