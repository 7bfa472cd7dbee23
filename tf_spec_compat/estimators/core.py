"""The real `tf.estimator.Estimator` underneath."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tf_spec_compat._tf import estimator, silenced_deprecations

__all__ = ["new_core"]


def new_core(model_fn: Callable[..., Any], model_dir: str | None, config: Any) -> Any:
    """Makes the `tf.estimator.Estimator` that trains and predicts for a contrib estimator."""
    with silenced_deprecations():
        core = estimator.Estimator(model_fn, model_dir=model_dir, config=config)
    # It would warn that predictions of input without queues never end: contrib's do, after a batch.
    core._validate_features_in_predict_input = _accept
    return core


def _accept(features: Any) -> None:
    """Has nothing against any features."""
