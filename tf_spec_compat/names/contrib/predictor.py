"""`tensorflow.contrib.predictor`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

TABLE = Table(
    hint="tf.saved_model.load gives what can be called",
    modules={
        "": {
            "estimators.predictor.predictor_factories": (
                "from_contrib_estimator from_estimator from_saved_model"
            ),
            "contrib": (
                "contrib_estimator_predictor core_estimator_predictor predictor "
                "predictor_factories saved_model_predictor"
            ),
        },
        "contrib_estimator_predictor": {
            "estimators.predictor.contrib_estimator_predictor": "ContribEstimatorPredictor",
        },
        "core_estimator_predictor": {
            "estimators.predictor.core_estimator_predictor": "CoreEstimatorPredictor",
        },
        "predictor": {"estimators.predictor.predictor": "Predictor"},
        "predictor_factories": {
            "estimators.predictor.predictor_factories": (
                "from_contrib_estimator from_estimator from_saved_model"
            ),
        },
        "saved_model_predictor": {
            "estimators.predictor.saved_model_predictor": "DEFAULT_TAGS SavedModelPredictor",
        },
    },
    hidden={
        "contrib_estimator_predictor": {
            "contrib": "saved_model_export_utils=/learn.utils.saved_model_export_utils",
        },
    },
)
