"""`tensorflow.contrib.learn.ops.losses_ops`: linear models with their losses."""

from __future__ import annotations

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.model.types import Tensor, TensorLike

__all__ = ["mean_squared_error_regressor", "softmax_classifier"]


def mean_squared_error_regressor(
    tensor_in: TensorLike, labels: Tensor, weights: Tensor, biases: Tensor, name: str | None = None
) -> tuple[Tensor, Tensor]:
    """Returns the predictions of a linear model and their mean squared error.

    Args:
      tensor_in: `[batch_size, features]`.
      labels: `[batch_size, outputs]`, or `[batch_size]` for one output.
      weights: `[features, outputs]`.
      biases: `[outputs]`.
      name: Of the operations.

    Returns:
      The predictions, in the shape of `labels`, and the loss, a scalar that is added to the
      collection of losses.
    """
    with tf1.name_scope(name, "mean_squared_error_regressor"):
        predictions = tf1.nn.xw_plus_b(tensor_in, weights, biases)
        labels = tf.convert_to_tensor(labels)
        if labels.shape.rank == 1 and predictions.shape.rank == 2:
            predictions = tf.squeeze(predictions, axis=[1])
        return predictions, tf1.losses.mean_squared_error(labels, predictions)


def softmax_classifier(
    tensor_in: TensorLike,
    labels: Tensor,
    weights: Tensor,
    biases: Tensor,
    class_weight: Tensor = None,
    name: str | None = None,
) -> tuple[Tensor, Tensor]:
    """Returns the probabilities of a linear model's classes and their cross entropy.

    Args:
      tensor_in: `[batch_size, features]`.
      labels: One-hot, `[batch_size, n_classes]`.
      weights: `[features, n_classes]`.
      biases: `[n_classes]`.
      class_weight: What the logits are multiplied by, `[n_classes]`.
      name: Of the operations.

    Returns:
      The probabilities, `[batch_size, n_classes]`, and the loss, a scalar that is added to the
      collection of losses.

    Raises:
      ValueError: `labels` are not one-hot.
    """
    with tf1.name_scope(name, "softmax_classifier"):
        labels = tf.convert_to_tensor(labels)
        if labels.shape.rank == 1:
            raise ValueError(
                f"Shapes {(*labels.shape, biases.shape[0])} and {labels.shape} are incompatible: "
                "labels must be one-hot, [batch_size, n_classes]; use tf.one_hot(labels, "
                "n_classes)."
            )
        logits = tf1.nn.xw_plus_b(tensor_in, weights, biases)
        if class_weight is not None:
            logits = tf.multiply(logits, class_weight)
        return tf.nn.softmax(logits), tf1.losses.softmax_cross_entropy(labels, logits)
