"""`tensorflow.contrib.layers`: tf-slim's layers under their old names, and feature columns."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

_SLIM = ("dropout", "flatten", "fully_connected", "linear", "relu", "relu6", "stack")

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        **dict.fromkeys(_SLIM, "tf_slim.layers"),
        "create_feature_spec_for_parsing": ".feature_column",
        "feature_column": ".feature_column:",
        "feature_column_ops": ".feature_column_ops:",
        "infer_real_valued_columns": ".feature_column_ops",
        "real_valued_column": ".feature_column",
    },
)
