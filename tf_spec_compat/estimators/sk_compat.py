"""`SKCompat`: an estimator with the arguments that scikit-learn has."""

from __future__ import annotations

from typing import Any

from tf_spec_compat.estimators import sklearn_api
from tf_spec_compat.estimators.base_estimator import BaseEstimator
from tf_spec_compat.training.types import Arrays, EvalMetrics, Monitors

__all__ = ["SKCompat"]


class SKCompat(sklearn_api.BaseEstimator):
    """Wraps an estimator to be fed with `x` and `y` alone.

    Deprecated, as in contrib; use `tf.estimator.Estimator` with a
    `tf.compat.v1.estimator.inputs.numpy_input_fn`. Behaviour: TF 1.15.5.
    """

    def __init__(self, estimator: BaseEstimator) -> None:
        """Takes the estimator to wrap."""
        self._estimator = estimator

    def fit(
        self,
        x: Arrays,
        y: Arrays,
        batch_size: int | None = 128,
        steps: int | None = None,
        max_steps: int | None = None,
        monitors: Monitors | None = None,
    ) -> SKCompat:
        """Trains; see `BaseEstimator.fit`.

        Returns:
          self.
        """
        self._estimator.fit(
            x, y, batch_size=batch_size, steps=steps, max_steps=max_steps, monitors=monitors
        )
        return self

    def score(
        self,
        x: Arrays,
        y: Arrays,
        batch_size: int | None = 128,
        steps: int | None = None,
        metrics: EvalMetrics | None = None,
        name: str | None = None,
    ) -> dict[str, Any]:
        """Evaluates; see `BaseEstimator.evaluate`."""
        return self._estimator.evaluate(
            x, y, batch_size=batch_size, steps=steps, metrics=metrics, name=name
        )

    def predict(
        self, x: Arrays, batch_size: int | None = 128, outputs: list[str] | None = None
    ) -> Any:
        """Returns all predictions: an array of shape `[examples, ...]`, or a dict of them."""
        # Not the estimator's own: the canned ones give their classes or scores alone.
        return BaseEstimator.predict(
            self._estimator, x, batch_size=batch_size, outputs=outputs, as_iterable=False
        )
