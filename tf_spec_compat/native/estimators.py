"""The model of an estimator that exists."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import estimator
from tf_spec_compat.errors import UnsupportedError
from tf_spec_compat.estimators.base_estimator import BaseEstimator
from tf_spec_compat.model.types import Features, Labels
from tf_spec_compat.native.model import Model

__all__ = ["from_estimator"]


def from_estimator(estimator_: Any) -> Model:
    """Returns the model of an estimator, with its configuration, folder and checkpoints.

    Args:
      estimator_: An estimator of `tf.contrib.learn` or `tf.estimator`, a canned one or not.

    Raises:
      TypeError: If it is something else.
      UnsupportedError: If it warm-starts from another model's checkpoint.

    Example:
      >>> classifier = learn.LinearRegressor(
      ...     [layers.real_valued_column("x")], model_dir="model", optimizer="SGD")
      >>> model = tf_spec_compat.native.from_estimator(classifier)
      >>> features, labels = {"x": tf.constant([[1.0], [-1.0]])}, tf.constant([[3.0], [-3.0]])
      >>> for _ in range(3):
      ...     print(round(float(model.train_step(features, labels)), 4))
      9.0
      3.24
      1.1664
    """
    if isinstance(estimator_, BaseEstimator):
        model_fn = estimator_.model_fn
    elif isinstance(estimator_, estimator.Estimator):
        model_fn = estimator_.model_fn
        if getattr(estimator_, "_warm_start_settings", None):
            raise UnsupportedError(
                "The estimator warm-starts from another checkpoint; train it for one step by "
                "estimator.train(input_fn, steps=1), and make an estimator without "
                "warm_start_from in the same model_dir."
            )
    else:
        raise TypeError(
            f"Expected an estimator of tf.contrib.learn or tf.estimator, got {estimator_!r} of "
            f"{type(estimator_)}; a model_fn is given to native.Model."
        )
    config = estimator_.config

    def build(features: Features, labels: Labels, mode: str) -> Any:
        return model_fn(features=features, labels=labels, mode=mode, config=config)

    model = Model(build, config=config, model_dir=estimator_.model_dir)
    if isinstance(estimator_, BaseEstimator):
        model.monitored_by(estimator_)
    return model
