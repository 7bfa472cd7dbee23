"""What the cases of `contrib.metrics` call each metric with."""

import numpy as np

TRUTHS = np.array([0, 1, 1, 0, 1, 0], np.int64)
GUESSES = np.array([0, 1, 0, 1, 1, 0], np.int64)
SCORES = np.array([0.1, 0.8, 0.35, 0.6, 0.9, 0.2], np.float32)
REALS = np.array([1.0, 2.0, 4.0, -1.0, 0.5, 3.0], np.float32)
NEAR = np.array([1.5, 1.0, 4.5, -2.0, 0.0, 3.5], np.float32)
WEIGHTS = np.array([1, 0, 2, 1, 1, 0.5], np.float32)
LOGITS = np.array([[0.1, 0.6, 0.3], [0.5, 0.4, 0.1], [0.2, 0.3, 0.5], [0.3, 0.3, 0.4]], np.float32)
CLASSES = np.array([[1], [2], [2], [0]], np.int64)
TOP = np.array([[1, 2], [0, 1], [2, 1], [2, 0]], np.int64)
ROWS = np.array([1, 0, 2, 1], np.float32)


# Metric -> the arguments that it needs; each is called with them, then with weights, a name and
# collections as far as it takes them.
NEEDED = {
    "streaming_" + name: {"predictions": GUESSES, "labels": TRUTHS}
    for name in (
        "accuracy",
        "false_negative_rate",
        "false_negatives",
        "false_positive_rate",
        "false_positives",
        "precision",
        "recall",
        "true_negatives",
        "true_positives",
    )
}
for _name in (
    "false_negative_rate_at_thresholds",
    "false_negatives_at_thresholds",
    "false_positive_rate_at_thresholds",
    "false_positives_at_thresholds",
    "precision_at_thresholds",
    "recall_at_thresholds",
    "true_negatives_at_thresholds",
    "true_positives_at_thresholds",
):
    NEEDED["streaming_" + _name] = {
        "predictions": SCORES,
        "labels": TRUTHS,
        "thresholds": [0.3, 0.7],
    }
for _name in (
    "covariance",
    "mean_absolute_error",
    "mean_squared_error",
    "pearson_correlation",
    "root_mean_squared_error",
):
    NEEDED["streaming_" + _name] = {"predictions": NEAR, "labels": REALS}
_SCORED = {"predictions": SCORES, "labels": TRUTHS}
_RANKED = {"predictions": LOGITS, "labels": CLASSES, "k": 2}
NEEDED.update(
    {
        "streaming_auc": _SCORED,
        "streaming_curve_points": dict(_SCORED, num_thresholds=5),
        "streaming_dynamic_auc": _SCORED,
        "auc_with_confidence_intervals": _SCORED,
        "f1_score": _SCORED,
        "precision_at_recall": dict(_SCORED, target_recall=0.6),
        "recall_at_precision": dict(_SCORED, precision=0.6),
        "precision_recall_at_equal_thresholds": {
            "labels": TRUTHS.astype(bool),
            "predictions": SCORES,
            "num_thresholds": 4,
        },
        "streaming_sensitivity_at_specificity": dict(_SCORED, specificity=0.5),
        "streaming_specificity_at_sensitivity": dict(_SCORED, sensitivity=0.5),
        "streaming_mean": {"values": REALS},
        "streaming_mean_tensor": {"values": REALS},
        "streaming_percentage_less": {"values": REALS, "threshold": 1.5},
        "streaming_concat": {"values": REALS},
        "count": {"values": REALS},
        "streaming_mean_cosine_distance": {
            "predictions": LOGITS,
            "labels": LOGITS[::-1].copy(),
            "dim": 1,
        },
        "streaming_mean_iou": {"predictions": GUESSES, "labels": TRUTHS, "num_classes": 2},
        "streaming_mean_relative_error": {
            "predictions": NEAR,
            "labels": REALS,
            "normalizer": np.abs(REALS) + 1,
        },
        "cohen_kappa": {"labels": TRUTHS, "predictions_idx": GUESSES, "num_classes": 2},
        "streaming_recall_at_k": {"predictions": LOGITS, "labels": CLASSES[:, 0], "k": 2},
        "streaming_sparse_recall_at_k": _RANKED,
        "streaming_sparse_precision_at_k": _RANKED,
        "streaming_sparse_average_precision_at_k": _RANKED,
        "streaming_sparse_average_precision_at_top_k": {
            "top_k_predictions": TOP,
            "labels": CLASSES,
        },
        "streaming_sparse_precision_at_top_k": {"top_k_predictions": TOP, "labels": CLASSES},
        "sparse_recall_at_top_k": {"top_k_predictions": TOP, "labels": CLASSES},
    }
)

MORE = {
    "streaming_auc PR": ("streaming_auc", dict(_SCORED, curve="PR", num_thresholds=10)),
    "streaming_auc other curve": ("streaming_auc", dict(_SCORED, curve="x")),
    "streaming_dynamic_auc PR": ("streaming_dynamic_auc", dict(_SCORED, curve="PR")),
    "streaming_curve_points PR": (
        "streaming_curve_points",
        dict(_SCORED, curve="PR", num_thresholds=4),
    ),
    "streaming_concat axis": ("streaming_concat", {"values": LOGITS, "axis": 1}),
    "streaming_concat max": ("streaming_concat", {"values": LOGITS, "max_size": 5}),
    "streaming_recall_at_k class": (
        "streaming_sparse_recall_at_k",
        dict(_RANKED, class_id=2, weights=ROWS[:, None]),
    ),
    "streaming_precision_at_k class": (
        "streaming_sparse_precision_at_k",
        dict(_RANKED, class_id=1),
    ),
    "recall_at_precision strict": (
        "recall_at_precision",
        dict(_SCORED, precision=0.6, strict_mode=True),
    ),
    "auc_with_confidence_intervals plain": (
        "auc_with_confidence_intervals",
        dict(_SCORED, alpha=0.8, logit_transformation=False),
    ),
    "streaming_accuracy text": (
        "streaming_accuracy",
        {"predictions": np.array([b"a", b"b"]), "labels": np.array([b"a", b"c"])},
    ),
    "streaming_accuracy booleans": (
        "streaming_accuracy",
        {"predictions": GUESSES > 0, "labels": TRUTHS > 0},
    ),
    "streaming_accuracy ranks": (
        "streaming_accuracy",
        {"predictions": GUESSES[:, None], "labels": TRUTHS[:, None]},
    ),
    "streaming_accuracy shapes": (
        "streaming_accuracy",
        {"predictions": GUESSES[:3], "labels": TRUTHS},
    ),
    "streaming_precision shapes": (
        "streaming_precision",
        {"predictions": GUESSES[:3], "labels": TRUTHS},
    ),
    "streaming_mean weights": ("streaming_mean", {"values": REALS, "weights": WEIGHTS[:2]}),
    "streaming_mean broadcast": ("streaming_mean", {"values": LOGITS, "weights": ROWS[:, None]}),
    "streaming_mean integers": ("streaming_mean", {"values": GUESSES}),
    "streaming_mean text": ("streaming_mean", {"values": np.array([b"a"])}),
    "streaming_mean collections": (
        "streaming_mean",
        {"values": REALS, "metrics_collections": "m", "updates_collections": ["u"]},
    ),
    "streaming_mean_iou classes": (
        "streaming_mean_iou",
        {"predictions": GUESSES, "labels": TRUTHS + 3, "num_classes": 2},
    ),
    "streaming_auc scores": ("streaming_auc", {"predictions": REALS, "labels": TRUTHS}),
    "cohen_kappa classes": (
        "cohen_kappa",
        {"labels": TRUTHS, "predictions_idx": GUESSES, "num_classes": 1},
    ),
}
