"""`tensorflow.contrib.metrics`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

_TF_SETS = "set_difference=difference set_intersection=intersection set_size=size set_union=union"
_METRIC_OPS = (
    "aggregate_metric_map aggregate_metrics auc_with_confidence_intervals cohen_kappa count "
    "precision_recall_at_equal_thresholds recall_at_precision sparse_recall_at_top_k "
    "streaming_accuracy streaming_auc streaming_curve_points streaming_dynamic_auc "
    "streaming_false_negative_rate streaming_false_negative_rate_at_thresholds "
    "streaming_false_negatives streaming_false_negatives_at_thresholds "
    "streaming_false_positive_rate streaming_false_positive_rate_at_thresholds "
    "streaming_false_positives streaming_false_positives_at_thresholds streaming_mean "
    "streaming_mean_absolute_error streaming_mean_cosine_distance streaming_mean_iou "
    "streaming_mean_relative_error streaming_mean_squared_error streaming_mean_tensor "
    "streaming_percentage_less streaming_precision streaming_precision_at_thresholds "
    "streaming_recall streaming_recall_at_k streaming_recall_at_thresholds "
    "streaming_root_mean_squared_error streaming_sensitivity_at_specificity "
    "streaming_sparse_average_precision_at_k streaming_sparse_average_precision_at_top_k "
    "streaming_sparse_precision_at_k streaming_sparse_precision_at_top_k "
    "streaming_sparse_recall_at_k streaming_specificity_at_sensitivity streaming_true_negatives "
    "streaming_true_negatives_at_thresholds streaming_true_positives "
    "streaming_true_positives_at_thresholds"
)

TABLE = Table(
    hint="tf.compat.v1.metrics has the streaming metrics, without the prefix streaming_",
    modules={
        "": {
            "tf.compat.v1": "confusion_matrix",
            "tf.sets": _TF_SETS,
            "tf_slim.metrics.classification": "accuracy f1_score",
            "tf_slim.metrics.histogram_ops": "auc_using_histogram",
            "tf_slim.metrics.metric_ops": (
                _METRIC_OPS + " precision_at_recall streaming_concat streaming_covariance "
                "streaming_pearson_correlation"
            ),
        },
        "classification": {"tf_slim.metrics.classification": "accuracy f1_score"},
        "confusion_matrix_ops": {"tf.compat.v1": "confusion_matrix"},
        "histogram_ops": {"tf_slim.metrics.histogram_ops": "auc_using_histogram"},
        "metric_ops": {"tf_slim.metrics.metric_ops": _METRIC_OPS},
        "set_ops": {"tf.sets": _TF_SETS},
    },
    hidden={
        "classification": {"tf_slim.metrics.classification": "*"},
        "histogram_ops": {"tf_slim.metrics.histogram_ops": "*"},
        "metric_ops": {"tf_slim.metrics.metric_ops": "*"},
    },
)
