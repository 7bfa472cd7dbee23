"""The metrics that `evaluate` is given, beside the model's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tf_spec_compat.model.metric_spec import MetricSpec
from tf_spec_compat.model.types import Features, Labels, Predictions

__all__ = ["custom_metrics"]


def custom_metrics(
    metrics: Mapping[Any, Any], features: Features, labels: Labels, predictions: Predictions
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
                    f"Invalid metric for {name}. It returned a tuple with len {len(name)}, "
                    "expected 2: (name, prediction key)."
                )
            key = name[1]
            if not isinstance(predictions, dict):
                raise ValueError(
                    "Metrics passed provide (name, prediction), but predictions are not dict. "
                    f"Metrics: {metrics}, Predictions: {predictions}; use {name[0]!r} alone."
                )
            if key not in predictions:
                raise KeyError(
                    f"Metric {name!r} wants predictions {key!r}, which are not among "
                    f"{sorted(predictions, key=str)}."
                )
            built[name[0]] = metric(predictions[key], labels)
        elif isinstance(predictions, dict):
            raise ValueError(
                "Metrics passed provide only name, no prediction, but predictions are dict. "
                f"Metrics: {metrics}, Labels: {labels}. The name is {name!r}, predictions are "
                f"{sorted(predictions, key=str)}; pass a MetricSpec with a prediction_key."
            )
        else:
            built[name] = metric(predictions, labels)
    return built
