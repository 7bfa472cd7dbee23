"""What tests of estimators share (`...learn.estimators.estimator_test_utils`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["assert_estimator_contract", "assert_in_range"]

_CONTRACT = (
    "config",
    "evaluate",
    "export",
    "fit",
    "get_variable_names",
    "get_variable_value",
    "model_dir",
    "predict",
)


def assert_estimator_contract(tester: Any, estimator_class: type) -> None:
    """Asserts that a class has what every estimator must have.

    Args:
      tester: A `unittest.TestCase`, or anything with `assertTrue`.
      estimator_class: The class.

    Raises:
      AssertionError: If it has not.
    """
    for name in _CONTRACT:
        tester.assertTrue(hasattr(estimator_class, name))  # noqa: PT009 - the tester reports


def assert_in_range(min_value: Any, max_value: Any, key: str, metrics: Mapping[str, Any]) -> None:
    """Checks that a metric lies between two values, either of which it may have.

    Raises:
      ValueError: If it does not.
      KeyError: If there is no such metric.
    """
    actual = metrics[key]
    if actual < min_value:
        raise ValueError(f"{key}: {actual} < {min_value}.")
    if actual > max_value:
        raise ValueError(f"{key}: {actual} > {max_value}.")
