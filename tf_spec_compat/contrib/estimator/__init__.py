"""`tensorflow.contrib.estimator`: on the heads and estimators of tensorflow-estimator."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "SavedModelEstimator": "tf_spec_compat._tf.legacy_estimator",
        "add_metrics": ".extenders",
        "binary_classification_head": ".head",
        "build_raw_supervised_input_receiver_fn": "tf.compat.v1.estimator.experimental"
        ".build_raw_supervised_input_receiver_fn",
        "build_supervised_input_receiver_fn_from_input_fn": "tf_spec_compat._tf.legacy_estimator",
        "call_logit_fn": "tf.compat.v1.estimator.experimental.call_logit_fn",
        "clip_gradients_by_norm": ".extenders",
        "dnn_logit_fn_builder": "tf.compat.v1.estimator.experimental.dnn_logit_fn_builder",
        "export_all_saved_models": ".export",
        "export_saved_model_for_mode": ".export",
        "forward_features": ".extenders",
        "linear_logit_fn_builder": "tf.compat.v1.estimator.experimental.linear_logit_fn_builder",
        "logistic_regression_head": ".head",
        "multi_class_head": ".head",
        "poisson_regression_head": ".head",
        "regression_head": ".head",
    },
)
