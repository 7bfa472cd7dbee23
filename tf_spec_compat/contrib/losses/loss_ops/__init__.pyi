# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
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
]

absolute_difference: Any
add_loss: Any
compute_weighted_loss: Any
cosine_distance: Any
get_losses: Any
get_regularization_losses: Any
get_total_loss: Any
hinge_loss: Any
log_loss: Any
mean_pairwise_squared_error: Any
mean_squared_error: Any
sigmoid_cross_entropy: Any
softmax_cross_entropy: Any
sparse_softmax_cross_entropy: Any

def __getattr__(name: str) -> Any: ...
