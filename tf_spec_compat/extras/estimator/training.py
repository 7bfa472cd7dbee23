"""What the heads of `tensorflow.contrib.estimator` share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import private, tf1
from tf_spec_compat.model.types import Tensor

__all__ = ["check_labels", "train_op_of"]


def check_labels(labels: Any) -> None:
    """Raises a `ValueError` if there are no labels."""
    if labels is None:
        raise ValueError(
            "You must provide a labels Tensor. Given: None. Suggested troubleshooting steps: "
            "Check that your data contain your label feature. Check that your input_fn properly "
            "parses and returns labels."
        )


def train_op_of(loss: Tensor, optimizer: Any, train_op_fn: Callable[[Tensor], Any] | None) -> Any:
    """Returns the training op of a loss; it runs the collection `UPDATE_OPS` too.

    Raises:
      ValueError: There are both an optimizer and a `train_op_fn`, or none of the two.
    """
    if optimizer is not None:
        if train_op_fn is not None:
            raise ValueError("train_op_fn and optimizer cannot both be set.")
        train_op = optimizer.minimize(loss, global_step=tf1.train.get_global_step())
    elif train_op_fn is not None:
        train_op = train_op_fn(loss)
    else:
        raise ValueError("train_op_fn and optimizer cannot both be None.")
    return private.append_update_ops(train_op)
