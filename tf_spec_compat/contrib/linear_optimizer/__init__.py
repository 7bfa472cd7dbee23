"""`tensorflow.contrib.linear_optimizer`: stochastic dual coordinate ascent (SDCA)."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "SDCAOptimizer": ".sdca_optimizer",
        "SdcaModel": ".sdca_ops",
        "SparseFeatureColumn": ".sparse_feature_column",
    },
)
