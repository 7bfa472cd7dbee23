# Written by tools/stubs.py; change the tables instead.

from typing import Any

__all__ = [
    "binary_crossentropy",
    "categorical_crossentropy",
    "categorical_hinge",
    "cosine_similarity",
    "deserialize",
    "get",
    "hinge",
    "kullback_leibler_divergence",
    "logcosh",
    "mean_absolute_error",
    "mean_absolute_percentage_error",
    "mean_squared_error",
    "mean_squared_logarithmic_error",
    "poisson",
    "serialize",
    "sparse_categorical_crossentropy",
    "squared_hinge",
]

binary_crossentropy: Any
categorical_crossentropy: Any
categorical_hinge: Any
cosine_similarity: Any
deserialize: Any
get: Any
hinge: Any
kullback_leibler_divergence: Any
logcosh: Any
mean_absolute_error: Any
mean_absolute_percentage_error: Any
mean_squared_error: Any
mean_squared_logarithmic_error: Any
poisson: Any
serialize: Any
sparse_categorical_crossentropy: Any
squared_hinge: Any
