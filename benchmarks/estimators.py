"""The classifier of `training` in an Estimator of each kind."""

from __future__ import annotations

from typing import Any

from benchmarks import training
from tf_spec_compat._tf import estimator, tf1
from tf_spec_compat.contrib import learn

tf1.logging.set_verbosity(tf1.logging.ERROR)  # No advice in the midst of the table.


def legacy(folder: str) -> Any:
    """contrib's."""
    return learn.Estimator(training.legacy_model_fn, folder, learn.RunConfig(tf_random_seed=1))


def core(folder: str) -> Any:
    """tf.estimator's."""
    return estimator.Estimator(_model_fn, folder, estimator.RunConfig(tf_random_seed=1))


def _model_fn(features: Any, labels: Any, mode: str) -> Any:
    predictions, loss, train_op = training.legacy_model_fn(features, labels, mode)
    outputs = {"serving_default": estimator.export.PredictOutput(predictions)}
    return estimator.EstimatorSpec(mode, predictions, loss, train_op, export_outputs=outputs)
