"""The optimizers of the canned estimators, and how fast each of them learns."""

from __future__ import annotations

import math
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.slim import optimizers
from tf_spec_compat.columns.embedding import EmbeddingColumn
from tf_spec_compat.model.types import Tensor
from tf_spec_compat.training.types import FeatureColumns, Optimizer

__all__ = [
    "DNN_RATE",
    "LINEAR_RATE",
    "apply_gradients",
    "build_optimizer",
    "embedding_variable",
    "gradient_multipliers",
    "linear_rate",
    "optimize",
    "optimizer_by_name",
]

DNN_RATE = 0.05
LINEAR_RATE = 0.2


def linear_rate(columns: FeatureColumns | int) -> float:
    """Returns the rate of a linear model: the lower, the more columns there are."""
    count = columns if isinstance(columns, int) else len(columns)
    return min(LINEAR_RATE, 1.0 / math.sqrt(count))


def build_optimizer(optimizer: Optimizer) -> Any:
    """Calls an optimizer that is given as a function or class; returns others as they are."""
    return optimizer() if callable(optimizer) else optimizer


def optimizer_by_name(name: str, learning_rate: float) -> Any:
    """Builds the optimizer of a name.

    Raises:
      KeyError: If there is none; the message lists those that there are.
    """
    names = optimizers.OPTIMIZER_CLS_NAMES
    if name not in names:
        raise KeyError(f"{name}: no such optimizer; pass one, or one of {sorted(names)}.")
    return names[name](learning_rate=learning_rate)


def apply_gradients(
    optimizer: Optimizer,
    loss: Tensor,
    variables: Any,
    clip_norm: float | None,
    global_step: Tensor = None,
) -> Any:
    """Returns the op that takes a step down the gradients of `loss`, clipped to a global norm.

    Raises:
      AttributeError: If `optimizer` is none.
    """
    if not hasattr(optimizer, "apply_gradients"):
        raise AttributeError(
            f"optimizer {optimizer!r} has no attribute 'apply_gradients'; pass a "
            "tf.compat.v1.train.Optimizer, a function that makes one, or a name."
        )
    gradients = tf.gradients(loss, variables)
    if clip_norm:
        gradients, _ = tf.clip_by_global_norm(gradients, clip_norm)
    return optimizer.apply_gradients(zip(gradients, variables), global_step=global_step)


def optimize(
    loss: Tensor,
    optimizer: Optimizer,
    learning_rate: float,
    *,
    name: str,
    clip_norm: float | None,
    variables: Any = None,
    multipliers: Any = None,
    count: bool = True,
) -> Any:
    """Returns the train op of `contrib.optimizers.optimize_loss`, without its summaries.

    Args:
      loss: A scalar.
      optimizer: A name, a `tf.compat.v1.train.Optimizer`, or what makes one without arguments.
      learning_rate: The rate where an optimizer is given by name.
      name: Of the scope.
      clip_norm: The global norm to clip gradients to, or None.
      variables: What to train; None is all that is trainable.
      multipliers: Variable -> a factor for its gradient.
      count: Whether the op counts a global step.

    Raises:
      ValueError: If there is no such optimizer.
    """
    return optimizers.optimize_loss(
        loss=loss,
        global_step=tf1.train.get_global_step(),
        learning_rate=learning_rate,
        optimizer=build_optimizer(optimizer),
        gradient_multipliers=multipliers,
        clip_gradients=clip_norm,
        variables=variables,
        name=name,
        summaries=[],
        increment_global_step=count,
    )


def embedding_variable(column: Any, collection_key: str, input_layer_scope: str) -> list[Any]:
    """Returns the parts of the table of an embedding column."""
    found: list[Any] = tf1.get_collection(collection_key, f"{input_layer_scope}/{column.name}")
    return found


def gradient_multipliers(
    multipliers: dict[Any, float] | None, collection_key: str, input_layer_scope: str
) -> dict[Any, float] | None:
    """Turns factors for embedding columns into factors for their variables.

    Raises:
      ValueError: If there is one for another column, or for one that the model does not have.
    """
    if not multipliers:
        return None
    found = {}
    for column, factor in multipliers.items():
        if not isinstance(column, EmbeddingColumn):
            raise ValueError(
                "learning rate multipler can only be defined for embedding columns. It is defined "
                f"for {column!r}; leave it out of embedding_lr_multipliers."
            )
        variables = embedding_variable(column, collection_key, input_layer_scope)
        if not variables:
            raise ValueError(
                f"Couldn't find a variable for column {column!r}: embedding_lr_multipliers must "
                "be of columns that the model has, each with a table of its own."
            )
        found.update(dict.fromkeys(variables, factor))
    return found
