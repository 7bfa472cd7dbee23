"""Several heads on one model, and heads of nothing but a loss."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.heads.head import (
    Head,
    add_loss_summary,
    as_head,
    check_mode,
    head_scope,
    no_op_train_fn,
    run_train_op_fn,
)
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps

__all__ = ["LossOnlyHead", "MultiHead"]


class LossOnlyHead(Head):
    """A loss that needs no logits, labels or predictions, such as a regularizer."""

    def __init__(self, loss_fn: Callable[[], Any], head_name: str | None = None) -> None:
        self._loss_fn = loss_fn
        self.head_name = head_name or "loss_only_head"

    def _defers_metrics(self) -> bool:
        return type(self).create_model_fn_ops is LossOnlyHead.create_model_fn_ops  # It has none.

    @property
    def logits_dimension(self) -> int:
        return 0

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
        """Builds the loss and train op; features, labels and logits are not looked at."""
        check_mode(mode)
        loss = train_op = None
        if mode != ModeKeys.INFER:
            with head_scope(scope, self.head_name):
                loss = self._loss_fn()
                many = isinstance(loss, (list, tuple))
                loss = tf.add_n(loss) if many else tf.convert_to_tensor(loss)
                add_loss_summary(self.head_name, loss)
                if mode == ModeKeys.TRAIN:
                    train_op = run_train_op_fn(train_op_fn, loss)
        return ModelFnOps(
            mode=mode, loss=loss, train_op=train_op, predictions={}, eval_metric_ops={}
        )


class MultiHead(Head):
    """Merges what its heads give.

    Predictions are keyed by `(head_name, key)`, and only what is not for training is merged: as in
    contrib there are no predictions when training, and no output alternatives but when inferring.
    """

    def __init__(self, heads: Sequence[Any], loss_weights: Sequence[float] | None) -> None:
        self._heads = [as_head(head) for head in heads]
        for head in self._heads:
            if not hasattr(head, "head_name"):
                raise AttributeError(f"{head!r} has no head_name; members of MultiHead need one.")
            if not head.head_name:
                raise ValueError(
                    f"Members of MultiHead must have names, {head!r} has none; pass head_name when "
                    "you make it."
                )
        if loss_weights and len(loss_weights) != len(self._heads):
            raise ValueError(
                f"heads and loss_weights must have same size, got {len(self._heads)} heads and "
                f"{len(loss_weights)} loss_weights."
            )
        self._loss_weights = list(loss_weights or ())

    def _defers_metrics(self) -> bool:
        ours = type(self).create_model_fn_ops is MultiHead.create_model_fn_ops
        return ours and all(
            isinstance(head, Head) and head._defers_metrics() for head in self._heads
        )

    @property
    def logits_dimension(self) -> int:
        return sum(head.logits_dimension for head in self._heads)

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
        """Builds the ops of all heads.

        Args:
          features: As for each head.
          mode: One of `ModeKeys`.
          labels: As for each head; usually a dict with the `label_name` of each.
          train_op_fn: Takes the weighted sum of the heads' losses.
          logits: Head name -> its logits, or a tensor `[batch_size, logits_dimension]` with the
            logits of the heads side by side.
          logits_input: Passed to every head, if there are no `logits`.
          scope: Passed to every head.

        Raises:
          ValueError, KeyError: As each head; `KeyError` also if `logits` is a dict that misses a
          head.
        """
        check_mode(mode)
        if mode == ModeKeys.TRAIN and train_op_fn is None:
            raise ValueError(
                "train_op_fn can not be None in TRAIN mode; pass a function from the loss to the "
                "train op."
            )
        inputs: list[dict[str, Any]]
        if logits is None:
            inputs = [{"logits_input": logits_input}] * len(self._heads)
        else:
            inputs = [{"logits": head_logits} for head_logits in self._split_logits(logits)]
        all_ops = [
            head.create_model_fn_ops(
                features, mode, labels, train_op_fn=no_op_train_fn, scope=scope, **head_inputs
            )
            for head, head_inputs in zip(self._heads, inputs)
        ]
        hooks: dict[str, Any] = {
            field: [hook for ops in all_ops for hook in getattr(ops, field) or ()]
            for field in ("training_chief_hooks", "training_hooks")
        }
        if mode == ModeKeys.INFER:
            return ModelFnOps(
                mode=mode,
                predictions=self._merge_predictions(all_ops),
                output_alternatives={
                    name: alternative
                    for ops in all_ops
                    for name, alternative in (ops.output_alternatives or {}).items()
                },
                eval_metric_ops={},
                **hooks,
            )
        loss = self._merge_losses([ops.loss for ops in all_ops])
        train_op = predictions = None
        if mode == ModeKeys.TRAIN:
            train_op = tf.group(_checked_op(train_op_fn, loss), *(ops.train_op for ops in all_ops))
        else:
            predictions = self._merge_predictions(all_ops)
        metrics = {
            key: metric for ops in all_ops for key, metric in (ops.eval_metric_ops or {}).items()
        }
        return ModelFnOps(
            mode=mode,
            predictions=predictions,
            loss=loss,
            train_op=train_op,
            eval_metric_ops=metrics,
            **hooks,
        )

    def _split_logits(self, logits: Any) -> list[Any]:
        if isinstance(logits, Mapping):
            return [self._logits_of(head, logits) for head in self._heads]
        logits = tf.convert_to_tensor(logits, name="logits")
        if logits.shape.rank not in (None, 2):
            raise ValueError(
                f"Shape of logits must be [batch_size, {self.logits_dimension}], got "
                f"{logits.shape}."
            )
        begin, parts = 0, []
        for head in self._heads:
            parts.append(tf.slice(logits, [0, begin], [-1, head.logits_dimension]))
            begin += head.logits_dimension
        return parts

    def _logits_of(self, head: Any, logits: Mapping[Any, Any]) -> Any:
        if head.head_name not in logits:
            raise KeyError(
                f"logits is a dict with the keys {list(logits)}, which misses the head "
                f"{head.head_name!r}."
            )
        return logits[head.head_name]

    def _merge_predictions(self, all_ops: Sequence[ModelFnOps]) -> dict[tuple[str, str], Any]:
        return {
            (head.head_name, key): value
            for head, ops in zip(self._heads, all_ops)
            for key, value in (ops.predictions or {}).items()
        }

    def _merge_losses(self, losses: Sequence[Any]) -> Any:
        if self._loss_weights:
            losses = [tf.multiply(loss, weight) for loss, weight in zip(losses, self._loss_weights)]
        return tf.add_n(losses)


def _checked_op(train_op_fn: Any, loss: Any) -> Any:
    train_op = train_op_fn(loss)
    if train_op is None:
        raise TypeError(f"train_op_fn {train_op_fn!r} returned None; return the train op.")
    return train_op
