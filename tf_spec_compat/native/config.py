"""The configuration of a model, and its folder."""

from __future__ import annotations

import copy
from typing import Any

from tf_spec_compat._tf import estimator, tf

__all__ = ["config_and_folder", "for_one_device"]


def config_and_folder(config: Any, model_dir: str | None) -> tuple[Any, str | None]:
    """Returns a `RunConfig`, a default one for None, and the folder for checkpoints, or None.

    Raises:
      TypeError: If `config` is something else.
      ValueError: If `model_dir` is not the one in `config`.
    """
    if config is None:  # With a strategy it takes a TF_CONFIG of workers only.
        strategy = tf.distribute.get_strategy() if tf.distribute.has_strategy() else None
        config = estimator.RunConfig(model_dir=model_dir, train_distribute=strategy)
    if not isinstance(config, estimator.RunConfig):
        raise TypeError(
            f"config must be a RunConfig, of contrib.learn or tf.estimator, got {config!r}."
        )
    if model_dir and config.model_dir and model_dir != config.model_dir:
        raise ValueError(
            f"model_dir is {model_dir!r}, and that of config {config.model_dir!r}; give one."
        )
    return config, model_dir or config.model_dir


def for_one_device(config: Any) -> Any:
    """Returns a `RunConfig` without its strategy, for an Estimator that evaluates."""
    other = copy.copy(config)  # `replace` copies strategies, too, and not all can be copied.
    other._train_distribute = None
    return other
