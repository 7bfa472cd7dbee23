"""The names of the metrics of contrib's heads (`...learn.estimators.metric_key`)."""

from __future__ import annotations

__all__ = ["MetricKey"]


class MetricKey:
    """Keys of `eval_metric_ops`. Deprecated: `tf.estimator.Head`s have keys of their own.

    Behaviour: TF 1.15.5.

    Some are templates: those with `%d` take a class id, those with `%f` a threshold.

    Example:
      >>> MetricKey = learn.estimators.metric_key.MetricKey
      >>> MetricKey.AUC, MetricKey.PRECISION_MEAN % 0.5, MetricKey.CLASS_LABEL_MEAN % 2
      ('auc', 'precision/positive_threshold_0.500000_mean', 'labels/actual_label_mean/class2')
    """

    LOSS = "loss"
    AUC = "auc"
    AUC_PR = "auc_precision_recall"
    CLASS_AUC = "auc/class%d"
    CLASS_AUC_PR = "auc_precision_recall/class%d"
    PREDICTION_MEAN = "labels/prediction_mean"
    CLASS_PREDICTION_MEAN = "labels/prediction_mean/class%d"
    CLASS_LOGITS_MEAN = "labels/logits_mean/class%d"
    CLASS_PROBABILITY_MEAN = "labels/probability_mean/class%d"
    LABEL_MEAN = "labels/actual_label_mean"
    CLASS_LABEL_MEAN = "labels/actual_label_mean/class%d"
    ACCURACY = "accuracy"
    ACCURACY_BASELINE = "accuracy/baseline_label_mean"
    ACCURACY_MEAN = "accuracy/threshold_%f_mean"
    PRECISION_MEAN = "precision/positive_threshold_%f_mean"
    RECALL_MEAN = "recall/positive_threshold_%f_mean"
