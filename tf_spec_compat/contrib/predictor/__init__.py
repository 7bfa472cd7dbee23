"""`tensorflow.contrib.predictor`: calls a model with a dict of arrays, again and again."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

_FACTORIES = ("from_contrib_estimator", "from_estimator", "from_saved_model")

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        **dict.fromkeys(_FACTORIES, ".predictor_factories"),
        "contrib_estimator_predictor": ".contrib_estimator_predictor:",
        "core_estimator_predictor": ".core_estimator_predictor:",
        "predictor": ".predictor:",
        "predictor_factories": ".predictor_factories:",
        "saved_model_predictor": ".saved_model_predictor:",
    },
)
