"""`tensorflow.contrib.losses`: tf-slim's losses, in contrib's order `(predictions, labels)`."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

_LOSSES = (
    "absolute_difference",
    "add_loss",
    "compute_weighted_loss",
    "cosine_distance",
    "get_losses",
    "get_regularization_losses",
    "get_total_loss",
    "hinge_loss",
    "log_loss",
    "mean_pairwise_squared_error",
    "mean_squared_error",
    "sigmoid_cross_entropy",
    "softmax_cross_entropy",
    "sparse_softmax_cross_entropy",
)

__getattr__, __dir__, __all__ = attach(
    __name__,
    {**dict.fromkeys(_LOSSES, ".loss_ops"), "metric_learning": ".metric_learning:"},
)
