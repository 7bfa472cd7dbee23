"""The configuration of a model, and its folder."""

from __future__ import annotations

from typing import Any

from tf_spec_compat._tf import estimator

__all__ = ["config_and_folder"]


def config_and_folder(config: Any, model_dir: str | None) -> tuple[Any, str | None]:
    """Returns a `RunConfig`, a default one for None, and the folder for checkpoints, or None.

    Raises:
      TypeError: If `config` is something else.
      ValueError: If `model_dir` is not the one in `config`.
    """
    if config is None:
        config = estimator.RunConfig(model_dir=model_dir)
    if not isinstance(config, estimator.RunConfig):
        raise TypeError(
            f"config must be a RunConfig, of contrib.learn or tf.estimator, got {config!r}."
        )
    if model_dir and config.model_dir and model_dir != config.model_dir:
        raise ValueError(
            f"model_dir is {model_dir!r}, and that of config {config.model_dir!r}; give one."
        )
    return config, model_dir or config.model_dir
