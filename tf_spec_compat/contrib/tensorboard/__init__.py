"""`tensorflow.contrib.tensorboard`: the projector's configuration."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, {"plugins": ".plugins:"})
