"""`tensorflow.contrib.linear_optimizer`: where its names live."""

from __future__ import annotations

from tf_spec_compat.names.table import Table

__all__ = ["TABLE"]

TABLE = Table(
    hint="tf.raw_ops.SdcaOptimizerV2 is what it stands on",
    modules={
        "": {
            "estimators.sdca.sdca_ops": "SdcaModel",
            "estimators.sdca.sdca_optimizer": "SDCAOptimizer",
            "estimators.sdca.sparse_feature_column": "SparseFeatureColumn",
        },
        "sdca_estimator": {
            "estimators.canned.sdca_estimators": (
                "SDCALinearRegressor SDCALogisticClassifier sdca_model_fn"
            ),
        },
        "sdca_ops": {
            "estimators.sdca.hashtable": "ShardedMutableDenseHashTable",
            "estimators.sdca.sdca_ops": "SdcaModel",
        },
        "sdca_optimizer": {"estimators.sdca.sdca_optimizer": "SDCAOptimizer"},
        "sharded_mutable_dense_hashtable": {
            "estimators.sdca.hashtable": "ShardedMutableDenseHashTable",
        },
        "sparse_feature_column": {"estimators.sdca.sparse_feature_column": "SparseFeatureColumn"},
    },
    hidden={
        "sdca_estimator": {
            "estimators.canned.sdca_estimators": "_SDCAEstimator _head_is_valid_for_sdca",
            "estimators.canned.sdca_model_fn": "_SdcaUpdateWeightsHook=SdcaUpdateWeightsHook",
            "contrib": "head_lib=/learn.estimators.head sdca_optimizer",
        },
        "sdca_optimizer": {"estimators.sdca.sparse_feature_column": "SparseFeatureColumn"},
    },
)
