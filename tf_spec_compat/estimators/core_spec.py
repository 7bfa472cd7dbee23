"""What a contrib estimator builds, as the `EstimatorSpec` that the core Estimator takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat._tf import EstimatorSpec, tf, tf1
from tf_spec_compat.model.metric_key import MetricKey
from tf_spec_compat.model.metric_spec import MetricSpec
from tf_spec_compat.model.mode_keys import ModeKeys
from tf_spec_compat.specs.estimator_spec import to_estimator_spec, to_model_fn_ops

__all__ = ["custom_metrics", "from_spec", "to_spec"]

_HOOKS = ("evaluation_hooks", "prediction_hooks")


class _EvalMetrics(dict[str, Any]):
    """Metrics in which the model's own `loss` stands, or none.

    The core Estimator puts its mean of the loss under that name, and refuses a model's. contrib let
    the model have its way.
    """

    def __init__(self, metrics: Mapping[str, Any]) -> None:
        super().__init__((key, value) for key, value in metrics.items() if key != MetricKey.LOSS)
        self._loss = metrics.get(MetricKey.LOSS)

    def __setitem__(self, key: str, value: Any) -> None:
        if key != MetricKey.LOSS:
            super().__setitem__(key, value)
        elif self._loss is not None:
            super().__setitem__(key, self._loss)


def to_spec(ops: Any) -> Any:
    """Returns the `EstimatorSpec` to train, evaluate or predict with.

    Output alternatives stay out of it: an export makes signatures of them by itself. Beyond
    `to_estimator_spec`, predictions may be sparse, and metrics may be tensors without an update op.

    Args:
      ops: `ModelFnOps`.

    Raises:
      TypeError, ValueError: As `to_estimator_spec`.
    """
    if isinstance(ops, EstimatorSpec):
        return ops
    hooks = {name: getattr(ops, name, None) for name in _HOOKS}
    predictions, metrics = getattr(ops, "predictions", None), {}
    if hasattr(ops, "eval_metric_ops"):
        metrics = {key: _pair(value) for key, value in (ops.eval_metric_ops or {}).items()}
        own = {"eval_metric_ops": metrics, "output_alternatives": None}
        ops = ops._replace(predictions=_dense(predictions), **own)
    spec = to_estimator_spec(ops, **hooks)
    fields = spec._asdict()
    if ops.mode == ModeKeys.EVAL:
        # The spec's: of Keras metrics it has made pairs. The model's for `loss`, which it left out.
        fields["eval_metric_ops"] = _EvalMetrics({**metrics, **spec.eval_metric_ops})
    if predictions is not None:
        fields["predictions"] = predictions
    return EstimatorSpec._make(fields.values())


def _dense(predictions: Any) -> Any:
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


def custom_metrics(
    metrics: Mapping[Any, Any], features: Any, labels: Any, predictions: Any
) -> dict[str, Any]:
    """Builds the metrics that were handed to `evaluate`.

    Args:
      metrics: Name -> `MetricSpec`, or name or `(name, prediction key)` -> a function of
        predictions and labels.
      features: What the metrics' weights are taken from.
      labels: A tensor, or a dict of them.
      predictions: A tensor, or a dict of them.

    Returns:
      Name -> what the metric function returned.

    Raises:
      ValueError: If a name has no prediction key and predictions are a dict, or a name is a tuple
        of another length than two.
      KeyError: If there is no such prediction; the message lists those that there are.
    """
    if isinstance(labels, dict) and len(labels) == 1:
        labels = next(iter(labels.values()))
    built = {}
    for name, metric in sorted(metrics.items(), key=lambda item: str(item[0])):
        if isinstance(metric, MetricSpec):
            built[name] = metric.create_metric_ops(features, labels, predictions)
        elif isinstance(name, tuple):
            if len(name) != 2:
                raise ValueError(
                    f"Invalid metric for {name!r}: a tuple must be (name, prediction key), and "
                    f"this one has {len(name)} elements."
                )
            key = name[1]
            if not isinstance(predictions, dict):
                raise ValueError(
                    f"Metric {name!r} has a prediction key, but predictions are no dict: "
                    f"{predictions!r}; use {name[0]!r} alone."
                )
            if key not in predictions:
                raise KeyError(
                    f"Metric {name!r} wants predictions {key!r}, which are not among "
                    f"{sorted(predictions, key=str)}."
                )
            built[name[0]] = metric(predictions[key], labels)
        elif isinstance(predictions, dict):
            raise ValueError(
                "Metrics passed provide only name, no prediction, but predictions are dict. The "
                f"name is {name!r}, predictions are {sorted(predictions, key=str)}; pass a "
                "MetricSpec with a prediction_key."
            )
        else:
            built[name] = metric(predictions, labels)
    return built
