# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "binary_accuracy",
    "binary_crossentropy",
    "categorical_accuracy",
    "categorical_crossentropy",
    "deserialize",
    "get",
    "hinge",
    "kullback_leibler_divergence",
    "mean_absolute_error",
    "mean_absolute_percentage_error",
    "mean_squared_error",
    "mean_squared_logarithmic_error",
    "poisson",
    "serialize",
    "sparse_categorical_crossentropy",
    "sparse_top_k_categorical_accuracy",
    "squared_hinge",
    "top_k_categorical_accuracy",
]

binary_accuracy: Any
binary_crossentropy: Any
categorical_accuracy: Any
categorical_crossentropy: Any
deserialize: Any
get: Any
hinge: Any
kullback_leibler_divergence: Any
mean_absolute_error: Any
mean_absolute_percentage_error: Any
mean_squared_error: Any
mean_squared_logarithmic_error: Any
poisson: Any
serialize: Any
sparse_categorical_crossentropy: Any
sparse_top_k_categorical_accuracy: Any
squared_hinge: Any
top_k_categorical_accuracy: Any
