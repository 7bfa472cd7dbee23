"""The old namespace, path for path: `tensorflow.contrib.P` is `tf_spec_compat.contrib.P`."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, {"layers": ".layers:", "learn": ".learn:"})
