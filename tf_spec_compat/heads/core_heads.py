"""contrib's heads for `tf.estimator`'s estimators, and `tf.estimator`'s heads for contrib's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat._tf import bridge, tf
from tf_spec_compat.heads.head import (
    Head,
    check_head_mode,
    check_logits,
    check_train_op_fn,
    head_scope,
    labels_for_mode,
    pick_label,
)
from tf_spec_compat.model.eval_metrics import EvalMetrics
from tf_spec_compat.model.export_outputs import DEFAULT_SERVING_KEY
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps
from tf_spec_compat.model.types import Features, Labels, Scope, Tensor, TensorLike, TrainOpFn
from tf_spec_compat.specs.estimator_spec import to_model_fn_ops
from tf_spec_compat.specs.fields import with_fields

__all__ = ["CoreHead", "as_contrib_head", "as_estimator_head", "wrap_core_head"]


def as_estimator_head(head: Any) -> Any:
    """Returns a `tf.estimator.Head` that does what a head of contrib's does.

    It is a `head=` for `DNNEstimator`, `LinearEstimator` and `DNNLinearCombinedEstimator`, both of
    `tf.estimator` and of `tf.compat.v1.estimator`; contrib had none. Losses, predictions, metrics
    and signatures are those of the contrib head.

    Args:
      head: A contrib `Head`. What is a head of `tf.estimator` already is returned as it is.

    Raises:
      TypeError: If it is neither.

    Example:
      >>> head = tf_spec_compat.as_estimator_head(learn.multi_class_head(3, head_name="species"))
      >>> isinstance(head, tf_spec_compat.estimator.Head), head.name, head.logits_dimension
      (True, 'species', 3)
    """
    if hasattr(head, "create_estimator_spec"):
        return head
    if not hasattr(head, "create_model_fn_ops"):
        raise TypeError(f"Expected a Head of contrib's, got {head!r} of {type(head)}.")
    if isinstance(head, CoreHead):
        return head.core_head
    # As a function: anything that creates ModelFnOps will do.
    return Head.as_estimator_head(head)


def as_contrib_head(head: Any) -> Any:
    """Returns a contrib `Head` that does what a head of `tf.estimator` does.

    It is a head for `multi_head` and for contrib's estimators, which call this for you. Losses,
    predictions and metrics are those of `head`; what it serves by default is the output alternative
    called as the head. Where labels come as a dict, it takes those under its name.

    Args:
      head: A `tf.estimator.Head`, or anything with its `create_estimator_spec`. A contrib `Head`,
        or anything with its `create_model_fn_ops`, is returned as it is.

    Raises:
      TypeError: If it is neither.

    Example:
      >>> width = tf_spec_compat.estimator.RegressionHead(name="width")
      >>> head = tf_spec_compat.as_contrib_head(width)
      >>> both = learn.multi_head([head, learn.multi_class_head(3, head_name="species")])
      >>> both.logits_dimension
      4
    """
    contrib_head = wrap_core_head(head)
    if not hasattr(contrib_head, "create_model_fn_ops"):
        raise TypeError(
            f"Expected a Head of contrib's or of tf.estimator's, got {head!r} of {type(head)}."
        )
    return contrib_head


def wrap_core_head(head: Any) -> Any:
    """Returns a head of `tf.estimator`'s as one of contrib's, and anything else as it is."""
    if hasattr(head, "create_model_fn_ops") or not hasattr(head, "create_estimator_spec"):
        return head
    # An `EstimatorHead` has been a head of contrib's before.
    return head.as_contrib_head() if hasattr(head, "as_contrib_head") else CoreHead(head)


class CoreHead(Head):
    """A head of `tf.estimator`'s as one of contrib's."""

    def __init__(self, head: Any) -> None:
        self.core_head = head

    def as_estimator_head(self) -> Any:
        return self.core_head

    @property
    def head_name(self) -> str | None:
        return self.core_head.name

    @property
    def logits_dimension(self) -> int:
        return self.core_head.logits_dimension

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
        several = isinstance(self.core_head, bridge.estimator.MultiHead)
        with head_scope(scope, self.head_name or "head"):
            check_head_mode(mode)
            labels = labels_for_mode(mode, labels)
            if mode == ModeKeys.TRAIN:
                check_train_op_fn(train_op_fn)
            arguments = {
                "features": features,
                "mode": mode,
                "labels": labels if several else pick_label(labels, self.head_name, "name"),
                "logits": check_logits(logits, logits_input, self.logits_dimension),
                "train_op_fn": train_op_fn if mode == ModeKeys.TRAIN else None,
            }
            ops = to_model_fn_ops(self.core_head.create_estimator_spec(**arguments))
            metrics = None if several or labels is None else self._eval_metrics(arguments)
        if metrics is not None:
            ops = with_fields(ops, eval_metric_ops=metrics.adopt(ops.eval_metric_ops))
        if several or not self.head_name:
            return ops
        alternatives = {
            self.head_name if key == DEFAULT_SERVING_KEY else f"{self.head_name}/{key}": alternative
            for key, alternative in (ops.output_alternatives or {}).items()
        }
        return with_fields(ops, output_alternatives=alternatives)

    def _eval_metrics(self, arguments: Mapping[str, Any]) -> EvalMetrics | None:
        """The metrics as a function of tensors; `None` if that is not known of this head."""
        head = self.core_head
        column = getattr(head, "_weight_column", None)
        if not hasattr(head, "update_metrics") or not isinstance(column, (str, type(None))):
            return None
        tensors = {name: tf.convert_to_tensor(arguments[name]) for name in ("logits", "labels")}
        if column is not None:
            tensors["weights"] = tf.convert_to_tensor(arguments["features"][column])

        def metric_fn(
            logits: Tensor, labels: Tensor, weights: Tensor | None = None
        ) -> dict[str, Any]:
            features = {} if column is None else {column: weights}
            return head.update_metrics(
                head.metrics(), features=features, logits=logits, labels=labels
            )

        return EvalMetrics(metric_fn, tensors, head.name)
