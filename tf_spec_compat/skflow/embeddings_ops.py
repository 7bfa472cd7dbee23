"""`tensorflow.contrib.learn.ops.embeddings_ops`: embeddings of categories."""

from __future__ import annotations

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.model.types import Tensor, TensorLike

__all__ = ["categorical_variable", "embedding_lookup"]


def embedding_lookup(params: TensorLike, ids: TensorLike, name: str = "embedding_lookup") -> Tensor:
    """Looks up the rows of a matrix, whatever the shape of the ids.

    Args:
      params: The embeddings, `[n_classes, embedding_size]`.
      ids: int32 or int64 of any shape.
      name: Of the operations.

    Returns:
      `[..., embedding_size]`, the shape of `ids` before the last dimension.

    Raises:
      ValueError: `params` is no matrix.
      TypeError: `ids` are no integers.
    """
    with tf1.name_scope(name, "embedding_lookup"):
        params = tf.convert_to_tensor(params)
        ids = tf.convert_to_tensor(ids)
        if params.shape.rank not in (None, 2):
            raise ValueError(
                f"Shapes must be equal rank, but are 2 and {params.shape.rank}: params must be a "
                f"matrix [n_classes, embedding_size], got shape {params.shape}."
            )
        if not ids.dtype.is_integer:
            raise TypeError(
                f"Value passed to parameter 'indices' has DataType {ids.dtype.name} not in list of "
                "allowed values: int32, int64: ids must be one of these; use tf.cast."
            )
        shape = tf.shape(ids)
        flat = tf1.nn.embedding_lookup(params, tf.reshape(ids, [tf.reduce_prod(shape)]))
        embedded = tf.reshape(flat, tf.concat([shape, [-1]], 0))
        embedded.set_shape(ids.shape.concatenate(params.shape[1:]))
        return embedded


def categorical_variable(
    tensor_in: TensorLike, n_classes: int, embedding_size: int, name: str
) -> Tensor:
    """Embeds categories with a new variable, `NAME/NAME_embeddings`.

    Args:
      tensor_in: The categories, integers from 0 to `n_classes - 1`, of any shape.
      n_classes: The number of categories.
      embedding_size: The width of an embedding.
      name: Of the variable scope.

    Returns:
      `[..., embedding_size]`, the shape of `tensor_in` before the last dimension.

    Raises:
      TypeError: `name` is `None`.
      ValueError: There is such a variable already.
    """
    with tf1.variable_scope(name):
        embeddings = tf1.get_variable(f"{name}_embeddings", [n_classes, embedding_size])
        return embedding_lookup(embeddings, tensor_in)
