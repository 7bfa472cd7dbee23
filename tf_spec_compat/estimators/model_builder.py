"""How an estimator builds its model in the graph of the core Estimator."""

from __future__ import annotations

import abc
import contextvars
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from tf_spec_compat._tf import audible_deprecations
from tf_spec_compat.estimators import core_spec, tensor_signature
from tf_spec_compat.estimators.summaries import without_loss_summary
from tf_spec_compat.model.mode_keys import ModeKeys

__all__ = ["ModelBuilder"]

# The metrics that the running `evaluate` was given, on their way to `_get_eval_ops`.
_metrics: contextvars.ContextVar[Any] = contextvars.ContextVar("_metrics", default=None)
# What makes an `EstimatorSpec` with signatures of the model, during an export.
_finish: contextvars.ContextVar[Any] = contextvars.ContextVar("_finish", default=None)


class ModelBuilder(abc.ABC):
    """Has a model_fn for the core Estimator, made of what subclasses define."""

    def __init__(self) -> None:
        # What features and labels looked like when the model was first trained or evaluated.
        self._features_info: Any = None
        self._labels_info: Any = None

    @abc.abstractmethod
    def _get_train_ops(self, features: Any, labels: Any) -> Any:
        """Builds the model to be trained, as `ModelFnOps`."""

    @abc.abstractmethod
    def _get_predict_ops(self, features: Any) -> Any:
        """Builds the model to be asked, as `ModelFnOps`."""

    def _get_eval_ops(self, features: Any, labels: Any, metrics: Any) -> Any:
        """Builds the model to be evaluated, as `ModelFnOps`."""
        raise TypeError(f"{type(self).__name__} cannot be evaluated: it has no _get_eval_ops.")

    def _ops(self, features: Any, labels: Any, mode: str, config: Any = None) -> Any:
        if mode == ModeKeys.INFER:
            return self._get_predict_ops(features)
        self._check_inputs(features, labels)
        if mode == ModeKeys.TRAIN:
            return self._get_train_ops(features, labels)
        return self._get_eval_ops(features, labels, _metrics.get())

    def _check_inputs(self, features: Any, labels: Any) -> None:
        """Checks that features and labels look as they did the first time."""
        self._features_info = _checked("Features", features, self._features_info)
        if labels is not None:
            self._labels_info = _checked("Labels", labels, self._labels_info)

    def _label_placeholders(self) -> Any:
        """Stands for labels in a model that is asked, if it is known how they look."""
        if _finish.get() is not None:
            return None  # What is exported has none.
        return tensor_signature.create_placeholders_from_signatures(self._labels_info)

    def _build(self, features: Any, labels: Any, mode: str) -> Any:
        """The model_fn of the core Estimator."""
        with audible_deprecations():
            ops = self._ops(features, labels, mode)
        finish = _finish.get() or core_spec.to_spec
        spec = finish(ops)
        return without_loss_summary(spec) if mode == ModeKeys.TRAIN else spec

    def _exporting(self, finish: Callable[[Any], Any]) -> AbstractContextManager[None]:
        """While inside, the model becomes an `EstimatorSpec` by `finish`."""
        return _passing(_finish, finish)

    def _evaluating(self, metrics: dict[Any, Any] | None) -> AbstractContextManager[None]:
        """While inside, `_get_eval_ops` is given `metrics`."""
        return _passing(_metrics, metrics)


def _checked(what: str, tensors: Any, signatures: Any) -> Any:
    """Returns what `tensors` look like; raises if they do not look like `signatures`."""
    if signatures is None:
        return tensor_signature.create_signatures(tensors)
    if not tensor_signature.tensors_compatible(tensors, signatures):
        raise ValueError(
            f"{what} are incompatible with given information, which is that of an earlier fit or "
            f"evaluate. Given {what.lower()}: {tensors!r}, required signatures: {signatures!r}."
        )
    return signatures


@contextmanager
def _passing(variable: contextvars.ContextVar[Any], value: Any) -> Iterator[None]:
    token = variable.set(value)
    try:
        yield
    finally:
        variable.reset(token)
