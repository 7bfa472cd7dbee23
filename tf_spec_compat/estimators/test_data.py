"""Input for trying estimators out (`...learn.estimators.test_data`)."""

from __future__ import annotations

from typing import Any

import numpy as np

from tf_spec_compat._tf import tf
from tf_spec_compat.inputs.datasets.csv_files import Dataset, load_iris

__all__ = [
    "get_quantile_based_buckets",
    "iris_input_logistic_fn",
    "iris_input_multiclass_fn",
    "prepare_iris_data_for_logistic_regression",
]


def get_quantile_based_buckets(feature_values: Any, num_buckets: int) -> list[float]:
    """Returns boundaries between equally full buckets of values.

    Args:
      feature_values: The values, in any order.
      num_buckets: How many boundaries. As in contrib, that makes one bucket more.

    Raises:
      IndexError: If there are no values.
    """
    shares = np.arange(1, num_buckets + 1) * 100 / (num_buckets + 1)
    return list(np.percentile(np.asarray(feature_values), shares))


def prepare_iris_data_for_logistic_regression() -> Dataset:
    """Returns the 100 irises of the species 0 and 1."""
    iris = load_iris()
    two = iris.target < 2
    return Dataset(data=iris.data[two], target=iris.target[two])


def iris_input_multiclass_fn() -> tuple[dict[str, Any], Any]:
    """Returns all irises: `{"feature": float32[150, 4]}` and int32 labels `[150, 1]`."""
    return _tensors(load_iris())


def iris_input_logistic_fn() -> tuple[dict[str, Any], Any]:
    """Returns two species: `{"feature": float32[100, 4]}` and int32 labels `[100, 1]`."""
    return _tensors(prepare_iris_data_for_logistic_regression())


def _tensors(data: Dataset) -> tuple[dict[str, Any], Any]:
    labels = np.reshape(data.target, [-1, 1])
    return {"feature": tf.constant(data.data, tf.float32)}, tf.constant(labels, tf.int32)
