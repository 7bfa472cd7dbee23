"""What the model functions of both RNN estimators are made of."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import silenced_deprecations, tf1
from tf_spec_compat._tf.slim import layers, optimizers
from tf_spec_compat.columns.target import target_column
from tf_spec_compat.estimators.recurrent import rnn_common
from tf_spec_compat.model.problem_type import ProblemType
from tf_spec_compat.model.types import Features, Labels, Tensor
from tf_spec_compat.training.types import Optimizer

__all__ = [
    "check_problem_type",
    "linear",
    "multi_value_loss",
    "optimizer_for",
    "target_for",
    "train_op",
]


def check_problem_type(problem_type: int, either: str = "either ") -> None:
    """Raises `ValueError` if an RNN has no answer to a type of problem."""
    if problem_type not in (ProblemType.LINEAR_REGRESSION, ProblemType.CLASSIFICATION):
        raise ValueError(
            f"problem_type must be {either}ProblemType.LINEAR_REGRESSION or "
            f"ProblemType.CLASSIFICATION; got {problem_type}"
        )


def target_for(problem_type: int, num_classes: int | None) -> Any:
    """Returns the target column for a problem.

    Raises:
      ValueError: If the type is unknown, or there are no classes, or just one, to tell apart.
    """
    check_problem_type(problem_type)
    if problem_type == ProblemType.LINEAR_REGRESSION:
        return target_column.regression_target()
    if not num_classes:
        raise ValueError(
            "For CLASSIFICATION problem_type, num_classes must be specified. "
            f"Got {num_classes!r}; pass the number of classes, from 2."
        )
    return target_column.multi_class_target(n_classes=num_classes)


def optimizer_for(optimizer: Optimizer, learning_rate: float | None, momentum: float | None) -> Any:
    """Returns the optimizer for `optimize_loss`, which could not hand on a momentum."""
    if optimizer == "Momentum":
        return tf1.train.MomentumOptimizer(learning_rate, momentum)
    return optimizer


def linear(inputs: Any, width: int) -> Any:
    """Returns a linear layer, `fully_connected`, on the last dimension."""
    with silenced_deprecations():
        return layers.fully_connected(inputs, num_outputs=width, activation_fn=None)


def multi_value_loss(
    activations: Tensor, labels: Labels, sequence_length: Tensor, column: Any, features: Features
) -> Any:
    """Returns the loss of all steps that are no padding."""
    with tf1.name_scope("MultiValueLoss"):
        masked = rnn_common.mask_activations_and_labels(activations, labels, sequence_length)
        return column.loss(*masked, features)


def train_op(
    loss: Tensor,
    optimizer: Optimizer,
    learning_rate: float | None,
    gradient_clipping_norm: float | None,
) -> Any:
    """Returns the op for a step of training, with all summaries that there are of it.

    Raises:
      ValueError: If the optimizer is unknown, or has a name and no learning rate.
    """
    with silenced_deprecations():
        return optimizers.optimize_loss(
            loss=loss,
            global_step=None,
            learning_rate=learning_rate,
            optimizer=optimizer,
            clip_gradients=gradient_clipping_norm,
            summaries=optimizers.OPTIMIZER_SUMMARIES,
        )
