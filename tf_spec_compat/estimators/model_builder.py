"""How an estimator builds its model: as `ModelFnOps`, and as the `EstimatorSpec` to run it by."""

from __future__ import annotations

import abc
from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import EstimatorSpec, audible_deprecations, tf, tf1
from tf_spec_compat.estimators import tensor_signature
from tf_spec_compat.model.metric_key import MetricKey
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.model.types import Features, Labels, Predictions
from tf_spec_compat.specs.estimator_spec import to_estimator_spec, to_model_fn_ops
from tf_spec_compat.specs.fields import with_fields
from tf_spec_compat.training.types import Config, EvalMetrics

__all__ = ["ModelBuilder", "from_spec", "to_spec"]

_HOOKS = ("evaluation_hooks", "prediction_hooks")


class ModelBuilder(abc.ABC):
    """Builds a model of what subclasses define: the ops of each mode."""

    def __init__(self) -> None:
        # What features and labels looked like when the model was first trained or evaluated.
        self._features_info: Any = None
        self._labels_info: Any = None

    @abc.abstractmethod
    def _get_train_ops(self, features: Features, labels: Labels) -> Any:
        """Builds the model to train, as `ModelFnOps`."""

    @abc.abstractmethod
    def _get_predict_ops(self, features: Features) -> Any:
        """Builds the model to predict with, as `ModelFnOps`."""

    def _get_eval_ops(self, features: Features, labels: Labels, metrics: EvalMetrics | None) -> Any:
        """Builds the model to evaluate, as `ModelFnOps`."""
        raise TypeError(f"{type(self).__name__} cannot be evaluated: it has no _get_eval_ops.")

    @property
    def model_fn(self) -> Callable[..., Any]:
        """A function of features, labels and mode that builds the model, as `ModelFnOps`."""
        return self._build_ops

    def _build_ops(
        self,
        features: Features,
        labels: Labels,
        mode: str,
        config: Config = None,
        metrics: EvalMetrics | None = None,
    ) -> Any:
        del config  # Beside the estimator's own, which the subclass knows.
        if mode == ModeKeys.INFER:
            return self._get_predict_ops(features)
        self._check_inputs(features, labels)
        if mode == ModeKeys.TRAIN:
            return self._get_train_ops(features, labels)
        return self._get_eval_ops(features, labels, metrics)

    def _build_spec(
        self, features: Features, labels: Labels, mode: str, metrics: EvalMetrics | None = None
    ) -> Any:
        """Is the model_fn of the `tf.estimator.Estimator` that runs the model.

        Args:
          features: A tensor, or a dict of them.
          labels: Likewise, or None.
          mode: One of `ModeKeys`.
          metrics: What `evaluate` was given.

        Returns:
          An `EstimatorSpec`.
        """
        with audible_deprecations():
            ops = self._build_ops(features, labels, mode, metrics=metrics)
        return to_spec(ops)

    def _check_inputs(self, features: Features, labels: Labels) -> None:
        """Checks that features and labels look as they did the first time."""
        self._features_info = _checked("Features", features, self._features_info)
        if labels is not None:
            self._labels_info = _checked("Labels", labels, self._labels_info)

    def _label_placeholders(self) -> Any:
        """Stands for labels in a model that predicts, if it is known how they look."""
        return tensor_signature.create_placeholders_from_signatures(self._labels_info)


def _checked(what: str, tensors: Any, signatures: Any) -> Any:
    """Returns what `tensors` look like; raises if they do not look like `signatures`."""
    if signatures is None:
        return tensor_signature.create_signatures(tensors)
    if not tensor_signature.tensors_compatible(tensors, signatures):
        raise ValueError(
            f"{what} are incompatible with given information. Given {what.lower()}: {tensors}, "
            f"required signatures: {signatures}, those of an earlier fit or evaluate."
        )
    return signatures


def to_spec(ops: Any) -> Any:
    """Returns the `EstimatorSpec` to train, evaluate or predict with.

    Output alternatives stay out of it: an export makes signatures of them by itself. Beyond
    `to_estimator_spec`, predictions may be sparse, metrics may be tensors without an update op, and
    one may be called `loss`.

    Args:
      ops: `ModelFnOps`. An `EstimatorSpec` gets a mean of the loss as the metric `loss`, as
        `tf.estimator.Estimator` would add one.

    Raises:
      TypeError, ValueError: As `to_estimator_spec`.
    """
    if isinstance(ops, EstimatorSpec):
        if ops.mode != ModeKeys.EVAL or MetricKey.LOSS in ops.eval_metric_ops:
            return ops
        loss = {MetricKey.LOSS: tf1.metrics.mean(ops.loss)}
        return with_fields(ops, eval_metric_ops={**ops.eval_metric_ops, **loss})
    hooks = {name: getattr(ops, name, None) for name in _HOOKS}
    predictions, metrics = getattr(ops, "predictions", None), {}
    if hasattr(ops, "eval_metric_ops"):
        metrics = {key: _pair(value) for key, value in (ops.eval_metric_ops or {}).items()}
        own = {"eval_metric_ops": metrics, "output_alternatives": None}
        ops = ops._replace(predictions=_dense(predictions), **own)
    spec = to_estimator_spec(ops, **hooks)
    fields = spec._asdict()
    if ops.mode == ModeKeys.EVAL:
        # The spec's, in which Keras metrics are pairs; the model's for `loss`, which it left out.
        fields["eval_metric_ops"] = {**metrics, **spec.eval_metric_ops}
    if predictions is not None:
        fields["predictions"] = predictions
    return EstimatorSpec._make(fields.values())


def _dense(predictions: Predictions) -> Any:
    """Leaves out what an `EstimatorSpec` would refuse to hold."""
    if isinstance(predictions, dict):
        return {
            key: value
            for key, value in predictions.items()
            if not isinstance(value, tf.SparseTensor)
        }
    return {} if isinstance(predictions, tf.SparseTensor) else predictions


def _pair(metric: Any) -> Any:
    """Gives a metric that is a tensor alone, to be looked at after the last batch, an update op."""
    return (metric, tf1.no_op()) if tf.is_tensor(metric) else metric


def from_spec(spec: Any) -> Any:
    """Returns the `ModelFnOps` of an `EstimatorSpec`; its hooks are kept as attributes."""
    if spec.mode != ModeKeys.INFER:
        spec = spec._replace(export_outputs=None)
    ops = to_model_fn_ops(spec, drop=_HOOKS)
    for name in _HOOKS:
        setattr(ops, name, list(getattr(spec, name)))
    return ops
