"""The abstract `Head`, and the steps that all heads share."""

from __future__ import annotations

import abc
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat.contrib.learn.estimators.metric_key import MetricKey
from tf_spec_compat.contrib.learn.estimators.model_fn import ModeKeys, ModelFnOps

__all__ = [
    "Head",
    "add_loss_summary",
    "check_mode",
    "head_scope",
    "no_op_train_fn",
    "run_train_op_fn",
]


class Head(abc.ABC):
    """What turns the logits of a model into predictions, loss, metrics and a train op.

    Subclass it to write your own; the factories of this module make the usual ones.
    """

    @property
    @abc.abstractmethod
    def logits_dimension(self) -> int:
        """Size of the last dimension of the logits this head takes; 0 if it takes none."""

    @abc.abstractmethod
    def create_model_fn_ops(
        self,
        features: Mapping[Any, Any],
        mode: str,
        labels: Any = None,
        train_op_fn: Callable[[Any], Any] | None = None,
        logits: Any = None,
        logits_input: Any = None,
        scope: Any = None,
    ) -> ModelFnOps:
        """Builds the ops of one mode and returns them as `ModelFnOps`.

        Args:
          features: Feature key -> `Tensor` or `SparseTensor`; where the head has a
            `weight_column_name`, the weights are taken from here.
          mode: One of `ModeKeys`.
          labels: A `Tensor`, or a dict from which the head takes its `label_name`. Not looked at
            when inferring.
          train_op_fn: Takes the scalar training loss and returns the train op; needed to train.
          logits: `[batch_size, logits_dimension]`, floating point. This or `logits_input`, not
            both.
          logits_input: `[batch_size, width]`, from which the head makes its logits by a linear
            layer with the variables `logits/weights` and `logits/biases`.
          scope: A name or `tf.compat.v1.VariableScope` to use instead of the head's own.

        Raises:
          ValueError: If the mode is unknown, what the mode needs is missing, or shapes do not fit.
          KeyError: If `labels` is a dict without the head's label.
        """


def no_op_train_fn(loss: Any) -> Any:
    """A `train_op_fn` that leaves the training to somebody else: returns `tf.no_op()`."""
    del loss
    return tf.no_op()


def check_mode(mode: object) -> None:
    """Raises a `ValueError` unless `mode` is one of `ModeKeys`."""
    modes = (ModeKeys.TRAIN, ModeKeys.EVAL, ModeKeys.INFER)
    if mode not in modes:
        raise ValueError(f"mode={mode} unrecognized; pass one of {', '.join(map(repr, modes))}.")


def head_scope(scope: Any, default_name: str, inputs: Iterable[Any] = ()) -> Any:
    """The variable scope a head builds in, which also checks that its inputs share a graph."""
    return tf1.variable_scope(scope, default_name=default_name, values=list(inputs))


def add_loss_summary(head_name: str | None, loss: Any) -> None:
    """Adds the scalar summary `loss` or `loss/HEAD`, whatever name scope this is called in."""
    with tf1.name_scope(None):
        tf1.summary.scalar(summary_key(head_name, MetricKey.LOSS), loss)


def summary_key(head_name: str | None, key: str) -> str:
    """The name of a metric or summary of the head: each carries the head's name behind it."""
    return f"{key}/{head_name}" if head_name else key


def run_train_op_fn(
    train_op_fn: Callable[[Any], Any] | None, loss: Any, extra_ops: Iterable[Any] = ()
) -> Any:
    """Returns what `train_op_fn` gives for the loss, grouped with `extra_ops`."""
    if train_op_fn is None:
        raise ValueError(
            "train_op_fn can not be None in TRAIN mode; pass a function from the loss to the "
            "train op, or no_op_train_fn."
        )
    with tf1.name_scope("train_op"):
        train_op = train_op_fn(loss)
        if train_op is None:
            raise ValueError(
                f"Missing train_op: {train_op_fn!r} returned None; return the train op."
            )
        extra_ops = tuple(extra_ops)
        return tf.group(train_op, *extra_ops) if extra_ops else train_op
