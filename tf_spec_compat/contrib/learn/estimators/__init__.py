"""`tensorflow.contrib.learn.python.learn.estimators`."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "BaseEstimator": ".estimator",
        "Estimator": ".estimator",
        "GraphRewriteSpec": ".estimator",
        "KMeansClustering": ".kmeans",
        "LogisticRegressor": ".logistic_regressor",
        "MetricKey": ".metric_key",
        "ModeKeys": ".model_fn",
        "ModelFnOps": ".model_fn",
        "NotFittedError": "._sklearn",
        "PredictionKey": ".prediction_key",
        "ProblemType": ".constants",
        "RunConfig": ".run_config",
        "SKCompat": ".estimator",
        "TaskType": ".run_config",
        "constants": ".constants:",
        "estimator": ".estimator:",
        "head": ".head:",
        "infer_real_valued_columns_from_input": ".estimator",
        "infer_real_valued_columns_from_input_fn": ".estimator",
        "kmeans": ".kmeans:",
        "logistic_regressor": ".logistic_regressor:",
        "metric_key": ".metric_key:",
        "model_fn": ".model_fn:",
        "prediction_key": ".prediction_key:",
        "run_config": ".run_config:",
        "tensor_signature": ".tensor_signature:",
    },
)
