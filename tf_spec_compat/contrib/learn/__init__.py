"""`tensorflow.contrib.learn`."""

from __future__ import annotations

from tf_spec_compat._lazy import attach

_MODEL_FN = ".estimators.model_fn"
_HEAD = ".estimators.head"
_IO = ".learn_io"

__getattr__, __dir__, __all__ = attach(
    __name__,
    {
        "BaseEstimator": ".estimators.estimator",
        "Estimator": ".estimators.estimator",
        "Evaluable": ".evaluable",
        "Experiment": ".experiment",
        "ExportStrategy": ".export_strategy",
        "Head": _HEAD,
        "InputFnOps": ".utils.input_fn_utils",
        "MetricSpec": ".metric_spec",
        "ModeKeys": _MODEL_FN,
        "ModelFnOps": _MODEL_FN,
        "NanLossDuringTrainingError": ".monitors",
        "NotFittedError": ".estimators._sklearn",
        "PredictionKey": ".estimators.prediction_key",
        "ProblemType": ".estimators.constants",
        "RunConfig": ".estimators.run_config",
        "SKCompat": ".estimators.estimator",
        "TaskType": ".estimators.run_config",
        "Trainable": ".trainable",
        "binary_svm_head": _HEAD,
        "build_parsing_serving_input_fn": ".utils.input_fn_utils",
        "datasets": ".datasets:",
        "evaluate": ".graph_actions",
        "extract_dask_data": _IO,
        "extract_dask_labels": _IO,
        "extract_pandas_data": _IO,
        "extract_pandas_labels": _IO,
        "extract_pandas_matrix": _IO,
        "graph_actions": ".graph_actions:",
        "head": ".estimators.head:",
        "infer": ".graph_actions",
        "infer_real_valued_columns_from_input": ".estimators.estimator",
        "infer_real_valued_columns_from_input_fn": ".estimators.estimator",
        "io": ".learn_io:",
        "learn_runner": ".learn_runner:",
        "make_export_strategy": ".utils.saved_model_export_utils",
        "monitors": ".monitors:",
        "multi_class_head": _HEAD,
        "multi_head": _HEAD,
        "multi_label_head": _HEAD,
        "no_op_train_fn": _HEAD,
        "poisson_regression_head": _HEAD,
        "preprocessing": ".preprocessing:",
        "read_batch_examples": _IO,
        "read_batch_features": _IO,
        "read_batch_record_features": _IO,
        "read_keyed_batch_examples": _IO,
        "read_keyed_batch_examples_shared_queue": _IO,
        "read_keyed_batch_features": _IO,
        "read_keyed_batch_features_shared_queue": _IO,
        "regression_head": _HEAD,
        "run_feeds": ".graph_actions",
        "run_n": ".graph_actions",
        "train": ".graph_actions",
        "utils": ".utils:",
    },
)
