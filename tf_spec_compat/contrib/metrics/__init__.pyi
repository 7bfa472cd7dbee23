# Written by tools/stubs.py; change the tables instead.

from typing import Any

from tf_spec_compat.contrib.metrics import classification as classification
from tf_spec_compat.contrib.metrics import confusion_matrix_ops as confusion_matrix_ops
from tf_spec_compat.contrib.metrics import histogram_ops as histogram_ops
from tf_spec_compat.contrib.metrics import metric_ops as metric_ops
from tf_spec_compat.contrib.metrics import python as python
from tf_spec_compat.contrib.metrics import set_ops as set_ops

__all__ = [
    "accuracy",
    "aggregate_metric_map",
    "aggregate_metrics",
    "auc_using_histogram",
    "auc_with_confidence_intervals",
    "cohen_kappa",
    "confusion_matrix",
    "count",
    "f1_score",
    "precision_at_recall",
    "precision_recall_at_equal_thresholds",
    "recall_at_precision",
    "set_difference",
    "set_intersection",
    "set_size",
    "set_union",
    "sparse_recall_at_top_k",
    "streaming_accuracy",
    "streaming_auc",
    "streaming_concat",
    "streaming_covariance",
    "streaming_curve_points",
    "streaming_dynamic_auc",
    "streaming_false_negative_rate",
    "streaming_false_negative_rate_at_thresholds",
    "streaming_false_negatives",
    "streaming_false_negatives_at_thresholds",
    "streaming_false_positive_rate",
    "streaming_false_positive_rate_at_thresholds",
    "streaming_false_positives",
    "streaming_false_positives_at_thresholds",
    "streaming_mean",
    "streaming_mean_absolute_error",
    "streaming_mean_cosine_distance",
    "streaming_mean_iou",
    "streaming_mean_relative_error",
    "streaming_mean_squared_error",
    "streaming_mean_tensor",
    "streaming_pearson_correlation",
    "streaming_percentage_less",
    "streaming_precision",
    "streaming_precision_at_thresholds",
    "streaming_recall",
    "streaming_recall_at_k",
    "streaming_recall_at_thresholds",
    "streaming_root_mean_squared_error",
    "streaming_sensitivity_at_specificity",
    "streaming_sparse_average_precision_at_k",
    "streaming_sparse_average_precision_at_top_k",
    "streaming_sparse_precision_at_k",
    "streaming_sparse_precision_at_top_k",
    "streaming_sparse_recall_at_k",
    "streaming_specificity_at_sensitivity",
    "streaming_true_negatives",
    "streaming_true_negatives_at_thresholds",
    "streaming_true_positives",
    "streaming_true_positives_at_thresholds",
]

accuracy: Any
aggregate_metric_map: Any
aggregate_metrics: Any
auc_using_histogram: Any
auc_with_confidence_intervals: Any
cohen_kappa: Any
confusion_matrix: Any
count: Any
f1_score: Any
precision_at_recall: Any
precision_recall_at_equal_thresholds: Any
recall_at_precision: Any
set_difference: Any
set_intersection: Any
set_size: Any
set_union: Any
sparse_recall_at_top_k: Any
streaming_accuracy: Any
streaming_auc: Any
streaming_concat: Any
streaming_covariance: Any
streaming_curve_points: Any
streaming_dynamic_auc: Any
streaming_false_negative_rate: Any
streaming_false_negative_rate_at_thresholds: Any
streaming_false_negatives: Any
streaming_false_negatives_at_thresholds: Any
streaming_false_positive_rate: Any
streaming_false_positive_rate_at_thresholds: Any
streaming_false_positives: Any
streaming_false_positives_at_thresholds: Any
streaming_mean: Any
streaming_mean_absolute_error: Any
streaming_mean_cosine_distance: Any
streaming_mean_iou: Any
streaming_mean_relative_error: Any
streaming_mean_squared_error: Any
streaming_mean_tensor: Any
streaming_pearson_correlation: Any
streaming_percentage_less: Any
streaming_precision: Any
streaming_precision_at_thresholds: Any
streaming_recall: Any
streaming_recall_at_k: Any
streaming_recall_at_thresholds: Any
streaming_root_mean_squared_error: Any
streaming_sensitivity_at_specificity: Any
streaming_sparse_average_precision_at_k: Any
streaming_sparse_average_precision_at_top_k: Any
streaming_sparse_precision_at_k: Any
streaming_sparse_precision_at_top_k: Any
streaming_sparse_recall_at_k: Any
streaming_specificity_at_sensitivity: Any
streaming_true_negatives: Any
streaming_true_negatives_at_thresholds: Any
streaming_true_positives: Any
streaming_true_positives_at_thresholds: Any
