"""Metrics of target columns: functions of predictions, labels and weights."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tf_spec_compat._tf import tf1
from tf_spec_compat.model.types import Tensor

__all__ = ["get_default_binary_metrics_for_eval", "run_metrics"]


class _MetricKeys:
    """Names of the default metrics."""

    AUC = "auc"
    PREDICTION_MEAN = "labels/prediction_mean"
    TARGET_MEAN = "labels/actual_target_mean"
    ACCURACY_BASELINE = "accuracy/baseline_target_mean"
    ACCURACY_MEAN = "accuracy/threshold_%f_mean"
    PRECISION_MEAN = "precision/positive_threshold_%f_mean"
    RECALL_MEAN = "recall/positive_threshold_%f_mean"


def get_default_binary_metrics_for_eval(
    thresholds: Iterable[float],
) -> dict[str, Callable[..., Any]]:
    """Gives the metrics of two classes, by name.

    Behaviour: TF 1.15.5.

    Args:
      thresholds: Probabilities from which on an example counts as positive; each adds an accuracy,
        a precision and a recall.

    Returns:
      Name -> function of probabilities, labels and optional weights.

    Example:
      >>> metrics = get_default_binary_metrics_for_eval(thresholds=[0.5])
      >>> [name for name in sorted(metrics) if "threshold" in name]
      ['accuracy/threshold_0.500000_mean', 'precision/positive_threshold_0.500000_mean',
       'recall/positive_threshold_0.500000_mean']
    """
    metrics: dict[str, Callable[..., Any]] = {
        _MetricKeys.PREDICTION_MEAN: _predictions_streaming_mean,
        _MetricKeys.TARGET_MEAN: _labels_streaming_mean,
        # The accuracy of always guessing the more frequent label, as contrib has it.
        _MetricKeys.ACCURACY_BASELINE: _labels_streaming_mean,
        _MetricKeys.AUC: _streaming_auc,
    }
    for threshold in thresholds:
        metrics[_MetricKeys.ACCURACY_MEAN % threshold] = _accuracy_at_threshold(threshold)
        metrics[_MetricKeys.PRECISION_MEAN % threshold] = _streaming_at_threshold(
            _precision_at_thresholds, threshold
        )
        metrics[_MetricKeys.RECALL_MEAN % threshold] = _streaming_at_threshold(
            _recall_at_thresholds, threshold
        )
    return metrics


def run_metrics(
    predictions: Tensor, labels: Tensor, metrics: Mapping[Any, Callable[..., Any]], weights: Any
) -> dict[Any, Any]:
    """Returns name -> value and update op, of metrics of predictions and labels."""
    labels = tf1.cast(labels, predictions.dtype)
    given = {} if weights is None else {"weights": weights}
    return {name: metric(predictions, labels, **given) for name, metric in metrics.items()}


def _float_weights_or_none(weights: Tensor) -> Any:
    return None if weights is None else tf1.cast(weights, tf1.float32)


def _labels_streaming_mean(unused_predictions: Any, labels: Tensor, weights: Tensor = None) -> Any:
    return tf1.metrics.mean(labels, weights=weights)


def _predictions_streaming_mean(
    predictions: Tensor, unused_labels: Any, weights: Tensor = None
) -> Any:
    return tf1.metrics.mean(predictions, weights=weights)


def _streaming_auc(predictions: Tensor, labels: Tensor, weights: Tensor = None) -> Any:
    return tf1.metrics.auc(labels, predictions, weights=_float_weights_or_none(weights))


def _precision_at_thresholds(
    predictions: Tensor, labels: Tensor, thresholds: list[float], weights: Tensor = None
) -> Any:
    return tf1.metrics.precision_at_thresholds(labels, predictions, thresholds, weights)


def _recall_at_thresholds(
    predictions: Tensor, labels: Tensor, thresholds: list[float], weights: Tensor = None
) -> Any:
    return tf1.metrics.recall_at_thresholds(labels, predictions, thresholds, weights)


def _accuracy_at_threshold(threshold: float) -> Callable[..., Any]:
    def accuracy(predictions: Tensor, labels: Tensor, weights: Tensor = None) -> Any:
        positive = tf1.cast(tf1.greater_equal(predictions, threshold), tf1.float32)
        return tf1.metrics.accuracy(tf1.cast(labels, tf1.float32), positive, weights)

    return accuracy


def _streaming_at_threshold(
    streaming_metrics_fn: Callable[..., Any], threshold: float
) -> Callable[..., Any]:
    def at_threshold(predictions: Tensor, labels: Tensor, weights: Tensor = None) -> Any:
        value, update = streaming_metrics_fn(
            predictions,
            labels=labels,
            thresholds=[threshold],
            weights=_float_weights_or_none(weights),
        )
        return tf1.squeeze(value), update

    return at_threshold
