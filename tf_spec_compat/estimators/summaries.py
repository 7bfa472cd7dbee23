"""The summary of the loss, which contrib's Estimator left to the model."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import tf1

__all__ = ["without_loss_summary"]


def without_loss_summary(spec: Any) -> Any:
    """Returns `spec` with a hook that takes back the core Estimator's own summary of the loss.

    The core Estimator adds one, `loss`, to any model that has none of that name. A summary that the
    model itself made stays.

    Args:
      spec: An `EstimatorSpec` to train with, in the graph that it was built in.
    """
    hook = _Hook(spec.loss, tf1.get_collection(tf1.GraphKeys.SUMMARIES))
    fields = spec._asdict()  # As they are: `_replace` would check predictions that contrib allowed.
    fields["training_hooks"] = (*spec.training_hooks, hook)
    return spec._make(fields.values())


class _Hook(tf1.train.SessionRunHook):
    def __init__(self, loss: Any, summaries: list[Any]) -> None:
        self._loss = loss
        self._known = {id(summary) for summary in summaries}

    def begin(self) -> None:
        summaries = tf1.get_default_graph().get_collection_ref(tf1.GraphKeys.SUMMARIES)
        for index, summary in enumerate(summaries):
            if id(summary) not in self._known and self._is_of_the_loss(summary):
                del summaries[index]
                return

    def _is_of_the_loss(self, summary: Any) -> bool:
        operation = getattr(summary, "op", None)
        return (
            operation is not None
            and operation.type == "ScalarSummary"
            and operation.inputs[1] is self._loss
        )
