"""The abstract `Head`, and the steps that all heads share."""

from __future__ import annotations

import abc
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tf_spec_compat._tf import tf, tf1
from tf_spec_compat._tf.runtime import in_tpu_context
from tf_spec_compat.model import metric_ops
from tf_spec_compat.model.metric_key import MetricKey
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps

__all__ = [
    "Head",
    "add_loss_summary",
    "as_head",
    "check_mode",
    "head_scope",
    "logits_of",
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

    def create_tpu_estimator_spec(
        self,
        features: Mapping[Any, Any],
        mode: str,
        labels: Any = None,
        train_op_fn: Callable[[Any], Any] | None = None,
        logits: Any = None,
        logits_input: Any = None,
        scope: Any = None,
        *,
        as_list: bool = False,
        **options: Any,
    ) -> Any:
        """Builds the ops of one mode and returns them as a `TPUEstimatorSpec`; contrib had no such.

        Its `eval_metrics` are a function of the logits, labels and weights of any number of
        examples, which makes the metrics of `create_model_fn_ops`; all but `loss`, which
        `TPUEstimator` adds. They are made when somebody asks for them, on a TPU on its host.

        A head of your own makes its metrics in `create_model_fn_ops`, so it needs the option
        `eval_metrics=(metric_fn, tensors)` if they are not those of a head of this module.

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
        from tf_spec_compat.specs.tpu_estimator_spec import to_tpu_estimator_spec

        optional = {
            "labels": labels,
            "train_op_fn": train_op_fn,
            "logits": logits,
            "logits_input": logits_input,
            "scope": scope,
        }
        arguments = {name: value for name, value in optional.items() if value is not None}
        if not self._defers_metrics():
            ops = self.create_model_fn_ops(features, mode, **arguments)
            return to_tpu_estimator_spec(ops, as_list=as_list, **options)
        with metric_ops.deferred_metrics() as sources:
            ops = self.create_model_fn_ops(features, mode, **arguments)
        if sources and options.get("eval_metrics") is None:
            metric_fn = metric_ops.MetricFn([(source, None) for source in sources])
            options["eval_metrics"] = metric_fn.pair(as_list)
        return to_tpu_estimator_spec(ops, **options)

    def _defers_metrics(self) -> bool:
        """Whether all the metrics of `create_model_fn_ops` are made by a `MetricSource`."""
        return False

    def as_estimator_head(self) -> Any:
        """Returns a `tf.estimator.Head` that does what this one does; contrib had no such.

        It is a `head=` for `tf.estimator.DNNEstimator`, `LinearEstimator` and
        `DNNLinearCombinedEstimator`, of `tf.compat.v1` too.
        """
        from tf_spec_compat.heads.core_heads import as_estimator_head

        return as_estimator_head(self)


def as_head(head: Any) -> Any:
    """Returns a head of `tf.estimator`'s as one of contrib's, and anything else as it is."""
    if hasattr(head, "create_estimator_spec") and not hasattr(head, "create_model_fn_ops"):
        from tf_spec_compat.heads.core_heads import as_contrib_head

        return as_contrib_head(head)
    return head


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


def logits_of(logits: Any, logits_input: Any, dimension: int) -> Any:
    """The logits, or those of a linear layer on `logits_input`; checks that they fit."""
    if logits is not None and logits_input is not None:
        raise ValueError("Both logits and logits_input supplied; pass only one of them.")
    if logits is None and logits_input is None:
        raise ValueError("Neither logits nor logits_input supplied; pass one of them.")
    if logits_input is not None:
        # Imported here, because most heads are given their logits.
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


def add_loss_summary(head_name: str | None, loss: Any) -> None:
    """Adds the scalar summary `loss` or `loss/HEAD`, whatever name scope this is called in."""
    if in_tpu_context():  # A TPU writes no summaries.
        return
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
