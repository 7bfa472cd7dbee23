"""`tensorflow.contrib.predictor.predictor_factories`: predictors from models and estimators."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tf_spec_compat.estimators.predictor.saved_model_predictor import SavedModelPredictor
from tf_spec_compat.training.types import Graph, SessionConfig

__all__ = ["from_contrib_estimator", "from_estimator", "from_saved_model"]


def from_contrib_estimator(
    estimator: Any,
    prediction_input_fn: Callable[[], Any],
    input_alternative_key: str | None = None,
    output_alternative_key: str | None = None,
    graph: Graph = None,
    config: SessionConfig | None = None,
) -> Any:
    """Returns a `ContribEstimatorPredictor`, whose constructor has these arguments.

    Raises:
      TypeError: `estimator` is a `tf.estimator.Estimator`.
    """
    # Deferred: a program that only loads SavedModels has no need of tensorflow-estimator.
    from tf_spec_compat._tf import estimator as tf_estimator
    from tf_spec_compat.estimators.predictor.contrib_estimator_predictor import (
        ContribEstimatorPredictor,
    )

    if isinstance(estimator, tf_estimator.Estimator):
        raise TypeError(
            "Expected estimator to be of type tf.contrib.learn.Estimator, but got type "
            f"tf.python.estimator.Estimator. You likely want to call from_estimator: {estimator!r}."
        )
    return ContribEstimatorPredictor(
        estimator, prediction_input_fn, input_alternative_key, output_alternative_key, graph, config
    )


def from_estimator(
    estimator: Any,
    serving_input_receiver_fn: Callable[[], Any],
    output_key: str | None = None,
    graph: Graph = None,
    config: SessionConfig | None = None,
) -> Any:
    """Returns a `CoreEstimatorPredictor`, whose constructor has these arguments.

    Raises:
      TypeError: `estimator` is a `contrib.learn.Estimator`.
    """
    # Deferred likewise.
    from tf_spec_compat.estimators.base_estimator import BaseEstimator
    from tf_spec_compat.estimators.predictor.core_estimator_predictor import CoreEstimatorPredictor

    if isinstance(estimator, BaseEstimator):
        raise TypeError(
            "Expected estimator to be of type tf.python.estimator.Estimator, but got type "
            "tf.contrib.learn.Estimator. You likely want to call from_contrib_estimator: "
            f"{estimator!r}."
        )
    return CoreEstimatorPredictor(estimator, serving_input_receiver_fn, output_key, graph, config)


def from_saved_model(
    export_dir: str,
    signature_def_key: str | None = None,
    signature_def: Any = None,
    input_names: Mapping[str, str] | None = None,
    output_names: Mapping[str, str] | None = None,
    tags: str | None = None,
    graph: Graph = None,
    config: SessionConfig | None = None,
) -> Any:
    """Returns a `SavedModelPredictor`, whose constructor has these arguments."""
    return SavedModelPredictor(
        export_dir, signature_def_key, signature_def, input_names, output_names, tags, graph, config
    )
