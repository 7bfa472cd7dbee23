"""The abstract `Head`, and the steps that all heads share."""

from __future__ import annotations

import abc
from collections.abc import Iterable, Mapping
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.runtime import in_tpu_context
from tf_spec_compat.model.eval_metrics import EvalMetrics, MetricFn
from tf_spec_compat.model.metric_key import MetricKey
from tf_spec_compat.model.mode_keys import ModeKeys, check_mode
from tf_spec_compat.model.model_fn_ops import ModelFnOps
from tf_spec_compat.model.types import (
    Features,
    Labels,
    Operation,
    Scope,
    Tensor,
    TensorLike,
    TrainOpFn,
)
from tf_spec_compat.specs.tpu_estimator_spec import to_tpu_estimator_spec

__all__ = [
    "Head",
    "add_loss_summary",
    "check_head_mode",
    "check_logits",
    "check_train_op_fn",
    "head_scope",
    "labels_for_mode",
    "no_op_train_fn",
    "pick_label",
    "run_train_op_fn",
    "summary_key",
]


class Head(abc.ABC):
    """What turns the logits of a model into predictions, loss, metrics and a train op.

    Deprecated: use a `tf.estimator.Head`, such as `tf.estimator.BinaryClassHead`. What there is can
    be used as one by `as_estimator_head`. Behaviour: TF 1.15.5.

    Subclass it to write your own; the factories beside it build the usual ones.

    Example:
      >>> def model_fn(features, labels, mode):
      ...     head = learn.multi_class_head(3)
      ...     net = layers.fully_connected(features["x"], 8)
      ...     logits = layers.linear(net, head.logits_dimension)
      ...     return head.create_model_fn_ops(
      ...         features, mode, labels, learn.no_op_train_fn, logits=logits)
      >>> ops = model_fn({"x": tf.ones([2, 4])}, tf.constant([0, 2]), learn.ModeKeys.EVAL)
      >>> sorted(ops.predictions), sorted(ops.eval_metric_ops), ops.loss.shape.as_list()
      (['classes', 'logits', 'probabilities'], ['accuracy', 'loss'], [])
    """

    @property
    @abc.abstractmethod
    def logits_dimension(self) -> int:
        """Size of the last dimension of the logits this head takes; 0 if it takes none."""

    @abc.abstractmethod
    def create_model_fn_ops(
        self,
        features: Features,
        mode: str,
        labels: Labels = None,
        train_op_fn: TrainOpFn | None = None,
        logits: Any = None,
        logits_input: TensorLike | None = None,
        scope: Scope | None = None,
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
          logits_input: `[batch_size, width]`, from which the head builds its logits by a linear
            layer with the variables `logits/weights` and `logits/biases`.
          scope: A name or `tf.compat.v1.VariableScope` to use instead of the head's own.

        Raises:
          ValueError: If the mode is unknown, what the mode needs is missing, or shapes do not fit.
          KeyError: If `labels` is a dict without the head's label.
        """

    def create_tpu_estimator_spec(
        self,
        features: Features,
        mode: str,
        labels: Labels = None,
        train_op_fn: TrainOpFn | None = None,
        logits: Any = None,
        logits_input: TensorLike | None = None,
        scope: Scope | None = None,
        *,
        as_list: bool = False,
        **options: Any,
    ) -> Any:
        """Builds the ops of one mode and returns them as a `TPUEstimatorSpec`; contrib had none.

        The `eval_metrics` of the factories' heads are a function of the logits, labels and weights
        of any number of examples, which builds the metrics of `create_model_fn_ops`; all but
        `loss`, which `TPUEstimator` adds. They are built when they are needed, on a TPU on its
        host.

        A head of your own builds its metrics in `create_model_fn_ops`, so it needs the option
        `eval_metrics=(metric_fn, tensors)` if they are not those of one of those heads.

        Args:
          features: As for `create_model_fn_ops`.
          mode: The same.
          labels: The same.
          train_op_fn: The same.
          logits: The same.
          logits_input: The same.
          scope: The same.
          as_list: Whether the tensors of `eval_metrics` are a list, instead of a dict by names.
          **options: The other options of `tf_spec_compat.to_tpu_estimator_spec`: `eval_metrics`,
            `host_call`, `scaffold_fn`, `evaluation_hooks` and so on.

        Raises:
          ValueError, KeyError, TypeError: As `create_model_fn_ops` and `to_tpu_estimator_spec`.
        """
        optional = {
            "labels": labels,
            "train_op_fn": train_op_fn,
            "logits": logits,
            "logits_input": logits_input,
            "scope": scope,
        }
        arguments = {name: value for name, value in optional.items() if value is not None}
        ops, deferred = self.build_without_metrics(features, mode, **arguments)
        if deferred and options.get("eval_metrics") is None:
            options["eval_metrics"] = MetricFn([(each, None) for each in deferred]).pair(as_list)
        return to_tpu_estimator_spec(ops, as_list=as_list, **options)

    def build_without_metrics(
        self, features: Features, mode: str, **options: Any
    ) -> tuple[ModelFnOps, list[EvalMetrics]]:
        """Builds the ops of one mode and leaves metrics for later, if the head can do so.

        Args:
          features: As for `create_model_fn_ops`.
          mode: The same.
          **options: Its other arguments.

        Returns:
          The ops, and what builds the metrics that they do not have: nothing for a head of your
          own, which has built them all.
        """
        return self.create_model_fn_ops(features, mode, **options), []

    def as_estimator_head(self) -> Any:
        """Returns a `tf.estimator.Head` that does what this one does; contrib had none.

        It is a `head=` for `tf.estimator.DNNEstimator`, `LinearEstimator` and
        `DNNLinearCombinedEstimator`, of `tf.compat.v1` too.
        """
        # Imported here: its class derives from tf.estimator's, which takes long to load.
        from tf_spec_compat.heads.estimator_head import EstimatorHead

        return EstimatorHead(self)


def no_op_train_fn(loss: Tensor) -> Operation:
    """A `train_op_fn` that leaves the training to somebody else: returns `tf.no_op()`.

    Behaviour: TF 1.15.5.

    Example:
      >>> learn.no_op_train_fn(tf.constant(0.5)).type
      'NoOp'
    """
    del loss
    return tf.no_op()


def check_head_mode(mode: object) -> None:
    """Raises a `ValueError` unless `mode` is one of `ModeKeys`, in the words of contrib's heads."""
    check_mode(mode, "mode={} unrecognized")


def labels_for_mode(mode: str, labels: Labels) -> Labels:
    """Returns the labels, which must be there, or `None` when predicting."""
    if mode == ModeKeys.INFER:
        return None
    if labels is None:
        what = "train_op" if mode == ModeKeys.TRAIN else "loss"
        raise ValueError(f"Missing {what}: labels is None in mode {mode!r}; pass the labels.")
    return labels


def pick_label(labels: Labels, key: str | None, option: str) -> Any:
    """Returns the head's label where labels are a dict; `option` is what the head has `key` by."""
    if not isinstance(labels, Mapping):
        return labels
    if key not in labels:
        raise KeyError(
            f"labels is a dict with the keys {list(labels)}, and the head's {option} is {key!r}; "
            f"give the head one of these keys as its {option}."
        )
    return labels[key]


def head_scope(scope: Scope | None, default_name: str, inputs: Iterable[Any] = ()) -> Any:
    """The variable scope a head builds in, which also checks that its inputs share a graph."""
    return tf1.variable_scope(scope, default_name=default_name, values=list(inputs))


def check_logits(
    logits: TensorLike | None, logits_input: TensorLike | None, dimension: int
) -> Tensor:
    """Returns logits that fit, or else those of a linear layer on `logits_input`."""
    if logits is not None and logits_input is not None:
        raise ValueError("Both logits and logits_input supplied; pass only one of them.")
    if logits is None and logits_input is None:
        raise ValueError("Neither logits nor logits_input supplied; pass one of them.")
    if logits_input is not None:
        # Imported here: tf-slim takes long to load, and most heads are given their logits.
        from tf_spec_compat._tf.slim import linear

        return linear(logits_input, dimension, scope="logits")
    logits = tf.convert_to_tensor(logits, name="logits")
    shape = logits.shape
    width = int(dimension)
    last = shape[-1] if shape.rank else None
    if shape.rank is not None and not shape[-1:].is_compatible_with([width]):
        raise ValueError(
            f"Dimensions {last} and {dimension} are not compatible: logits "
            f"of shape {shape} for a head that takes [batch_size, {dimension}]."
        )
    return logits


def add_loss_summary(head_name: str | None, loss: Tensor) -> None:
    """Adds the scalar summary `loss` or `loss/HEAD`, whatever name scope this is called in."""
    if in_tpu_context():  # A TPU writes no summaries.
        return
    with tf1.name_scope(None):
        tf1.summary.scalar(summary_key(head_name, MetricKey.LOSS), loss)


def summary_key(head_name: str | None, key: str) -> str:
    """The name of a metric or summary of the head: each carries the head's name behind it."""
    return f"{key}/{head_name}" if head_name else key


def check_train_op_fn(train_op_fn: TrainOpFn | None) -> TrainOpFn:
    """Returns the function without which nothing is trained; a `ValueError` if it is missing."""
    if train_op_fn is None:
        raise ValueError(
            "train_op_fn can not be None in TRAIN mode; pass a function from the loss to the "
            "train op, or no_op_train_fn."
        )
    return train_op_fn


def run_train_op_fn(
    train_op_fn: TrainOpFn | None, loss: Tensor, extra_ops: Iterable[Operation] = ()
) -> Operation:
    """Returns what `train_op_fn` gives for the loss, grouped with `extra_ops`."""
    train_op_fn = check_train_op_fn(train_op_fn)
    with tf1.name_scope("train_op"):
        train_op = train_op_fn(loss)
        if train_op is None:
            raise ValueError(
                f"Missing train_op: {train_op_fn!r} returned None; return the train op."
            )
        extra_ops = tuple(extra_ops)
        return tf.group(train_op, *extra_ops) if extra_ops else train_op
