"""`tensorflow.contrib.estimator`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

_HEAD = (
    "binary_classification_head logistic_regression_head multi_class_head poisson_regression_head "
    "regression_head"
)

TABLE = Table(
    hint="the heads' core counterparts are in tf.compat.v1.estimator",
    modules={
        "": {
            "_tf.private": "SavedModelEstimator build_supervised_input_receiver_fn_from_input_fn",
            "extras.estimator.export": "export_all_saved_models export_saved_model_for_mode",
            "extras.estimator.extenders": "clip_gradients_by_norm forward_features",
            "extras.estimator.head": _HEAD,
            "tf.compat.v1.estimator": "add_metrics",
            "tf.compat.v1.estimator.experimental": (
                "build_raw_supervised_input_receiver_fn call_logit_fn dnn_logit_fn_builder "
                "linear_logit_fn_builder"
            ),
        },
        "export": {
            "extras.estimator.export": "export_all_saved_models export_saved_model_for_mode",
        },
        "extenders": {
            "extras.estimator.extenders": "clip_gradients_by_norm forward_features",
            "tf.compat.v1.estimator": "add_metrics",
        },
        "head": {"extras.estimator.head": _HEAD},
    },
    gone={
        "DNNClassifierWithLayerAnnotations": "use tf.compat.v1.estimator.DNNClassifier",
        "DNNRegressorWithLayerAnnotations": "use tf.compat.v1.estimator.DNNRegressor",
        "RNNClassifier": "use contrib.learn's DynamicRnnEstimator or tf.keras.layers.RNN",
        "RNNEstimator": "use contrib.learn's DynamicRnnEstimator or tf.keras.layers.RNN",
        "TowerOptimizer": "use tf.distribute.MirroredStrategy",
        "boosted_trees": "use the package tensorflow-decision-forests",
        "boosted_trees_classifier_train_in_memory": "use the package tensorflow-decision-forests",
        "boosted_trees_regressor_train_in_memory": "use the package tensorflow-decision-forests",
        "dnn_with_layer_annotations": "use tf.compat.v1.estimator.DNNClassifier",
        "early_stopping": (
            "use tf.compat.v1.estimator.experimental.stop_if_no_decrease_hook and its siblings"
        ),
        "exporter": "use tf.compat.v1.estimator.LatestExporter",
        "hooks": "use tf.compat.v1.estimator.experimental.InMemoryEvaluatorHook",
        "logit_fns": (
            "use tf.compat.v1.estimator.experimental.dnn_logit_fn_builder and its siblings"
        ),
        "multi_head": "use contrib.learn's multi_head, or MultiHead of tensorflow-estimator",
        "multi_label_head": (
            "use contrib.learn's multi_label_head, or MultiLabelHead of tensorflow-estimator"
        ),
        "replicate_model_fn": (
            "use tf.distribute.MirroredStrategy in RunConfig(train_distribute=...)"
        ),
        "rnn": "use contrib.learn's DynamicRnnEstimator or tf.keras.layers.RNN",
        "saved_model_estimator": "SavedModelEstimator is in tensorflow.contrib.estimator",
    },
)
