"""Several heads on one model, and heads of nothing but a loss."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tf_spec_compat._tf import tf
from tf_spec_compat.heads.canned_head import CannedHead, HeadInputs
from tf_spec_compat.heads.core_heads import wrap_core_head
from tf_spec_compat.heads.head import (
    add_loss_summary,
    check_head_mode,
    check_train_op_fn,
    head_scope,
    no_op_train_fn,
    run_train_op_fn,
)
from tf_spec_compat.model.eval_metrics import EvalMetrics
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.model_fn_ops import ModelFnOps
from tf_spec_compat.model.types import Operation, Tensor, TrainOpFn

__all__ = ["LossOnlyHead", "MultiHead"]


class LossOnlyHead(CannedHead):
    """A loss that needs no features, logits, labels or predictions, such as a regularizer."""

    def __init__(self, loss_fn: Callable[[], Any], head_name: str | None = None) -> None:
        self._loss_fn = loss_fn
        self.head_name = head_name or "loss_only_head"

    @property
    def logits_dimension(self) -> int:
        return 0

    def build(self, inputs: HeadInputs, deferred: list[EvalMetrics] | None = None) -> ModelFnOps:
        mode = inputs.mode
        check_head_mode(mode)
        loss = train_op = None
        if mode != ModeKeys.INFER:
            with head_scope(inputs.scope, self.head_name):
                loss = self._loss_fn()
                many = isinstance(loss, (list, tuple))
                loss = tf.add_n(loss) if many else tf.convert_to_tensor(loss)
                add_loss_summary(self.head_name, loss)
                if mode == ModeKeys.TRAIN:
                    train_op = run_train_op_fn(inputs.train_op_fn, loss)
        return ModelFnOps(
            mode=mode, loss=loss, train_op=train_op, predictions={}, eval_metric_ops={}
        )


class MultiHead(CannedHead):
    """Merges what its heads give.

    Labels are as for each head, usually a dict with the `label_name` of each. `logits` are a dict
    of head name -> its logits, or a tensor `[batch_size, logits_dimension]` with the logits of the
    heads side by side; `logits_input` and `scope` are passed to every head. The `train_op_fn` takes
    the weighted sum of the heads' losses.

    Predictions are keyed by `(head_name, key)`, and only what is not for training is merged: as in
    contrib there are no predictions when training, and no output alternatives but when inferring.
    """

    def __init__(self, heads: Sequence[Any], loss_weights: Sequence[float] | None) -> None:
        self._heads = [wrap_core_head(head) for head in heads]
        for head in self._heads:
            if not hasattr(head, "head_name"):
                raise AttributeError(f"{head!r} has no head_name; members of MultiHead need one.")
            if not head.head_name:
                raise ValueError(
                    f"Members of MultiHead must have names, {head!r} has none; build it with a "
                    "head_name."
                )
        if loss_weights and len(loss_weights) != len(self._heads):
            raise ValueError(
                f"heads and loss_weights must have same size, got {len(self._heads)} heads and "
                f"{len(loss_weights)} loss_weights."
            )
        self._loss_weights = list(loss_weights or ())

    @property
    def can_defer(self) -> bool:
        can = [isinstance(head, CannedHead) and head.can_defer for head in self._heads]
        return super().can_defer and all(can)

    @property
    def logits_dimension(self) -> int:
        return sum(head.logits_dimension for head in self._heads)

    def build(self, inputs: HeadInputs, deferred: list[EvalMetrics] | None = None) -> ModelFnOps:
        mode = inputs.mode
        check_head_mode(mode)
        if mode == ModeKeys.TRAIN:
            check_train_op_fn(inputs.train_op_fn)
        all_ops = self._build_all(inputs, deferred)
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
            train_op = tf.group(
                _checked_op(inputs.train_op_fn, loss), *(ops.train_op for ops in all_ops)
            )
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

    def _build_all(
        self, inputs: HeadInputs, deferred: list[EvalMetrics] | None
    ) -> list[ModelFnOps]:
        """Builds the ops of each head. The metrics are left for later only if each can do so."""
        logits: list[dict[str, Any]]
        if inputs.logits is None:
            logits = [{"logits_input": inputs.logits_input}] * len(self._heads)
        else:
            logits = [{"logits": own} for own in self._split_logits(inputs.logits)]
        inputs = inputs._replace(train_op_fn=no_op_train_fn, logits=None, logits_input=None)
        if deferred is not None:
            return [
                head.build(inputs._replace(**own), deferred)
                for head, own in zip(self._heads, logits)
            ]
        features, mode, labels = inputs[:3]
        options = {"train_op_fn": no_op_train_fn, "scope": inputs.scope}
        return [
            head.create_model_fn_ops(features, mode, labels, **options, **own)
            for head, own in zip(self._heads, logits)
        ]

    def _split_logits(self, logits: Any) -> list[Tensor]:
        if isinstance(logits, Mapping):
            return [self._own_logits(head, logits) for head in self._heads]
        logits = tf.convert_to_tensor(logits, name="logits")
        if logits.shape.rank not in (None, 2):
            raise ValueError(
                f"Shape must be rank 2 but is rank {logits.shape.rank}: that of logits is "
                f"{logits.shape}, for heads that take [batch_size, {self.logits_dimension}]."
            )
        begin, parts = 0, []
        for head in self._heads:
            parts.append(tf.slice(logits, [0, begin], [-1, head.logits_dimension]))
            begin += head.logits_dimension
        return parts

    def _own_logits(self, head: Any, logits: Mapping[Any, Tensor]) -> Tensor:
        if head.head_name not in logits:
            raise KeyError(
                f"logits is a dict with the keys {list(logits)}, which misses the head "
                f"{head.head_name!r}."
            )
        return logits[head.head_name]

    def _merge_predictions(self, all_ops: Sequence[ModelFnOps]) -> dict[tuple[str, str], Tensor]:
        return {
            (head.head_name, key): value
            for head, ops in zip(self._heads, all_ops)
            for key, value in (ops.predictions or {}).items()
        }

    def _merge_losses(self, losses: Sequence[Tensor]) -> Tensor:
        if self._loss_weights:
            losses = [tf.multiply(loss, weight) for loss, weight in zip(losses, self._loss_weights)]
        return tf.add_n(losses)


def _checked_op(train_op_fn: TrainOpFn | None, loss: Tensor) -> Operation:
    train_op = check_train_op_fn(train_op_fn)(loss)
    if train_op is None:
        raise TypeError(
            "Expected tf.group() expected Tensor arguments not 'None' with type "
            f"'{type(None)}': train_op_fn {train_op_fn!r} returned it; return the train op."
        )
    return train_op
