"""`CannedHead`: what the heads of the factories share."""

from __future__ import annotations

import abc
from typing import Any, NamedTuple

from tf_spec_compat.heads.head import Head
from tf_spec_compat.model.eval_metrics import EvalMetrics
from tf_spec_compat.model.model_fn_ops import ModelFnOps
from tf_spec_compat.model.types import Features, Labels, Scope, TensorLike, TrainOpFn

__all__ = ["CannedHead", "HeadInputs"]


class HeadInputs(NamedTuple):
    """What `create_model_fn_ops` is given."""

    features: Features
    mode: str
    labels: Labels = None
    train_op_fn: TrainOpFn | None = None
    logits: Any = None
    logits_input: TensorLike | None = None
    scope: Scope | None = None


class CannedHead(Head):
    """A head of the factories, which can leave its metrics for later."""

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
        inputs = HeadInputs(features, mode, labels, train_op_fn, logits, logits_input, scope)
        return self.build(inputs)

    def build_without_metrics(
        self, features: Features, mode: str, **options: Any
    ) -> tuple[ModelFnOps, list[EvalMetrics]]:
        if not self.can_defer:
            return super().build_without_metrics(features, mode, **options)
        deferred: list[EvalMetrics] = []
        return self.build(HeadInputs(features, mode, **options), deferred), deferred

    @property
    def can_defer(self) -> bool:
        """Whether `build` says it all: not where a subclass creates its ops by itself."""
        return type(self).create_model_fn_ops is CannedHead.create_model_fn_ops

    @abc.abstractmethod
    def build(self, inputs: HeadInputs, deferred: list[EvalMetrics] | None = None) -> ModelFnOps:
        """Builds the ops of one mode.

        Args:
          inputs: What `create_model_fn_ops` is given.
          deferred: Takes what would build the metrics, which are left out then.
        """
