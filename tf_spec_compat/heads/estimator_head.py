"""`EstimatorHead`: contrib's heads for the estimators of `tf.estimator`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tf_spec_compat._tf import estimator, tf, tf1
from tf_spec_compat._tf.private import create_estimator_spec_train_op
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps
from tf_spec_compat.model.types import (
    Features,
    Labels,
    Metrics,
    Operation,
    OutputAlternatives,
    Tensor,
    TensorLike,
    TrainOpFn,
)
from tf_spec_compat.specs.estimator_spec import to_estimator_spec
from tf_spec_compat.specs.fields import with_fields

__all__ = ["EstimatorHead"]


class EstimatorHead(estimator.Head):
    """A head of contrib's as one of `tf.estimator`'s."""

    # contrib's training loss is the mean over the batch of the weighted losses.
    loss_reduction = "sum_over_batch_size"

    def __init__(self, head: Any) -> None:
        self.contrib_head = head

    def as_contrib_head(self) -> Any:
        """Returns the head that this one is of."""
        return self.contrib_head

    @property
    def name(self) -> str | None:
        return getattr(self.contrib_head, "head_name", None)

    @property
    def logits_dimension(self) -> int:
        return self.contrib_head.logits_dimension

    def loss(
        self,
        labels: Labels,
        logits: TensorLike,
        features: Features | None = None,
        mode: str | None = None,
        regularization_losses: Sequence[Tensor] | None = None,
    ) -> Tensor:
        arguments = self._arguments(features, ModeKeys.EVAL, logits, labels)
        if hasattr(self.contrib_head, "build_without_metrics"):
            ops, _ = self.contrib_head.build_without_metrics(**arguments)
        else:
            ops = self.contrib_head.create_model_fn_ops(**arguments)
        return _add(ops.loss, regularization_losses)

    def predictions(
        self, logits: TensorLike, keys: Sequence[str] | None = None
    ) -> dict[Any, Tensor]:
        predictions = self._ops({}, ModeKeys.INFER, logits).predictions
        missing = [key for key in keys or () if key not in predictions]
        if missing:
            raise ValueError(f"There are no predictions {missing}, but {[*predictions]}.")
        return {key: predictions[key] for key in keys or predictions}

    def metrics(self, regularization_losses: Sequence[Tensor] | None = None) -> dict[str, Any]:
        """Nothing: contrib's metrics are no objects. `update_metrics` has them."""
        return {}

    def update_metrics(
        self,
        eval_metrics: Metrics,
        features: Features | None,
        logits: TensorLike,
        labels: Labels,
        mode: str | None = None,
        regularization_losses: Sequence[Tensor] | None = None,
    ) -> dict[str, Any]:
        """Returns `eval_metrics` and contrib's, which are `(value, update op)`."""
        spec = to_estimator_spec(self._ops(features, ModeKeys.EVAL, logits, labels))
        return {**eval_metrics, **spec.eval_metric_ops}

    def create_estimator_spec(
        self,
        features: Features,
        mode: str,
        logits: TensorLike,
        labels: Labels = None,
        optimizer: Any = None,
        trainable_variables: Sequence[Any] | None = None,
        train_op_fn: TrainOpFn | None = None,
        update_ops: Sequence[Operation] | None = None,
        regularization_losses: Sequence[Tensor] | None = None,
    ) -> Any:
        def train(loss: Tensor) -> Operation:
            loss = _add(loss, regularization_losses)
            if isinstance(optimizer, tf1.train.Optimizer) and train_op_fn is None:
                step = optimizer.minimize(loss, global_step=tf1.train.get_global_step())
                return tf.group(step, *(update_ops or ()))
            return create_estimator_spec_train_op(
                head_name=self.name,
                optimizer=optimizer,
                trainable_variables=trainable_variables,
                train_op_fn=train_op_fn,
                update_ops=update_ops,
                regularized_training_loss=loss,
                loss_reduction=self.loss_reduction,
            )

        ops = self._ops(features, mode, logits, labels, train)
        if ops.loss is not None:
            ops = with_fields(ops, loss=_add(ops.loss, regularization_losses))
        return to_estimator_spec(ops, _first(ops.output_alternatives))

    def _ops(self, *arguments: Any) -> ModelFnOps:
        return self.contrib_head.create_model_fn_ops(**self._arguments(*arguments))

    def _arguments(
        self,
        features: Features | None,
        mode: str,
        logits: TensorLike,
        labels: Labels = None,
        train_op_fn: TrainOpFn | None = None,
    ) -> dict[str, Any]:
        return {
            "features": {} if features is None else features,
            "mode": mode,
            "labels": labels,
            "train_op_fn": train_op_fn,
            "logits": logits,
        }


def _add(loss: Tensor, more: Sequence[Tensor] | None) -> Tensor:
    return tf.add_n([loss, *more]) if more else loss


def _first(alternatives: OutputAlternatives | None) -> str | None:
    return next(iter(alternatives or ()), None)
