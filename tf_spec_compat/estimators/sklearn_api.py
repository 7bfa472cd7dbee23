"""The habits of scikit-learn, without scikit-learn (`...learn.estimators._sklearn`).

contrib had another way, by the environment variable `TENSORFLOW_SKLEARN`, to derive from
scikit-learn itself; this has the one that was the default.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

__all__ = [
    "TRY_IMPORT_SKLEARN",
    "BaseEstimator",
    "ClassifierMixin",
    "NotFittedError",
    "RegressorMixin",
    "TransformerMixin",
    "accuracy_score",
    "log_loss",
    "mean_squared_error",
    "train_test_split",
]

TRY_IMPORT_SKLEARN = False


class BaseEstimator:
    """Has parameters: those attributes whose names do not start with an underscore."""

    def get_params(self, deep: bool = True) -> dict[str, Any]:
        """Returns the parameters by name.

        Args:
          deep: Whether to add the parameters of parameters, as `outer__inner`.
        """
        params: dict[str, Any] = {}
        for name, value in vars(self).items():
            if name.startswith("_"):
                continue
            if deep and hasattr(value, "get_params"):
                inner = value.get_params()
                params.update({f"{name}__{key}": inner[key] for key in inner})
            params[name] = value
        return params

    def set_params(self, **params: Any) -> BaseEstimator:
        """Changes parameters.

        Args:
          **params: By name, as `get_params` has them.

        Returns:
          self.

        Raises:
          ValueError: If there is no such parameter.
          AttributeError: If `outer__inner` is given and `outer` has no parameters.
        """
        for name, value in params.items():
            outer, separator, inner = name.partition("__")
            known = self.get_params(deep=False)
            if outer not in known:
                whose = self if separator else type(self).__name__
                raise ValueError(
                    f"Invalid parameter {outer} for estimator {whose}. Check the list of available "
                    "parameters with `estimator.get_params().keys()`. It has "
                    f"{sorted(known)}."
                )
            if separator:
                known[outer].set_params(**{inner: value})
            else:
                setattr(self, outer, value)
        return self

    def __repr__(self) -> str:
        params = self.get_params(deep=False)
        shown = ", ".join(f"{name}={params[name]!r}" for name in sorted(params))
        return f"{type(self).__name__}({shown})"


class ClassifierMixin:
    """Marks classifiers."""


class RegressorMixin:
    """Marks regressors."""


class TransformerMixin:
    """Marks transformers."""


class NotFittedError(ValueError, AttributeError):
    """An estimator has no trained model yet."""


def accuracy_score(y_true: Any, y_pred: Any) -> Any:
    """Returns the share of equal elements in two arrays."""
    return np.average(np.asarray(y_true) == np.asarray(y_pred))


def mean_squared_error(y_true: Any, y_pred: Any) -> Any:
    """Returns the mean squared difference of two arrays.

    Raises:
      ValueError: If their shapes do not agree.
    """
    y_true, y_pred = (np.squeeze(values) for values in (y_true, y_pred))
    return np.average(np.square(y_true - y_pred))


log_loss = None


def train_test_split(*args: Any, **options: Any) -> tuple[Any, ...]:
    """Splits arrays at random, all of them in the same way.

    Args:
      *args: Arrays of the same length.
      **options: `test_size` and `train_size`, as shares of the whole, by default a quarter and the
        rest; `random_state`, the seed, by default none.

    Returns:
      For each array its part for training and its part for testing.

    Raises:
      IndexError: If there are no arrays, or one is shorter than the first.
    """
    test_size = options.pop("test_size", None)
    train_size = options.pop("train_size", None)
    seed = options.pop("random_state", None)
    if train_size is None:
        train_size = 0.75 if test_size is None else 1 - test_size
    if not args:
        raise IndexError("train_test_split needs an array to split.")
    count = len(args[0])
    order = np.random.RandomState(seed).permutation(count)
    split = max(0, math.floor(train_size * count))
    return tuple(part for values in args for part in (values[order[:split]], values[order[split:]]))
